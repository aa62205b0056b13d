PAGES 3-4 [spread]

PANEL 1
The whole city.
