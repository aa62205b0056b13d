PAGES 2-5

PANEL 1
The whole city.
