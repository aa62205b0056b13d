CAST

MARA: A pilot.
    persona: stubborn

PAGE 1

PANEL 1
Rain.
