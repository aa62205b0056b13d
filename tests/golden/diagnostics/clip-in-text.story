PAGE 1

PANEL 1
Rain on the harbour.
CLIP rain [5s]
