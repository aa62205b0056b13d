CAST

EDITOR: A stern man.

PAGE 1

PANEL 1
Rain.
