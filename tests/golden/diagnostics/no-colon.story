CAST

ANN - a girl of nine

MARA: A pilot.

PAGE 1

PANEL 1
Rain on Ann.

SFX - BOOM

CAP (locale) – Port Ansel.

MARA - Hello.
SFX KRASH

MARA - thin, tall - looks up.

MARA
Hello again.
CAP - Later.
