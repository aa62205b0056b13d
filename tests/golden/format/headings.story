Page Seven
Panel three
Rain.
page 8 – five panels
PANEL 1: A door.
PANEL 2. A window.
PANEL 3 – The street.
PANEL 4 [close-up] The key.
PANEL 5 (wide, low angle)
Rain.
PAGES 9 to 10 [spread] (1 panel)
PANEL
Rain.
PAGES eleven and twelve
PANEL 1 [wide,bleed] [NELL:1987 , layout of her own]
Rain.
Pages 13
PANEL 1 [ inset 2,same as 3 ]
Rain.
PANEL 2a
Rain.
PANEL 3 [wide] [[a note]] [bleed]
Rain.
PAGE 14 (1 panel) (2 panels)
PANEL 1
Rain.
CLIP drift [5s,16:9,seed 3]
It drifts.
