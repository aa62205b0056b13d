Title: Rain
Callback: ftp://example.com/hook

PAGE 1

PANEL 1
Rain.
