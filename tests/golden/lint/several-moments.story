CAST

TOBY: A boy.

PAGE 1

PANEL 1
Toby slams the door, then runs to the window, then sees the shape.
