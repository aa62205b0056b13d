CAST

TOBY: A boy.

PAGE 1

PANEL 1 [silent]
Out of the snow come a dog and
Toby: two very small figures.
