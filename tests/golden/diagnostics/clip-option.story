CLIP rain [30s]

Rain on a window.
