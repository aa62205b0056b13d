Once upon a time.

PAGE 1

PANEL 1
Rain.
