CAST

TOBY: A boy.

PAGE 1

PANEL 1
TOBBY: Aunt Mara?
