PAGE 1

PANEL 1
The harbour in the rain. The camera pans across the cranes.
