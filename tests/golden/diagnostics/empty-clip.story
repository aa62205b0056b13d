CLIP rain [5s]
