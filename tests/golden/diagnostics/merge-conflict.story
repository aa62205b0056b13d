Title: Rain

PAGE 1

PANEL 1
Rain.

<<<<<<< HEAD
CAPTION: It rains.
=======
CAPTION: It pours.
>>>>>>> storm
