PAGE 1

PANEL 1
grandma: sit down.
