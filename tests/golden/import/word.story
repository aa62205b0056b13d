Title: “THE SPARE UMBRELLA” #1
Author: A. Writer

CAST

ADA BLUME (ADA): night porter. “Never off duty.”
    age: 34

TOM: her nephew, yellow raincoat
    age: 11

Dr. Cho (DR CHO): marine biologist, sixties

[[12 pages]]

PAGE ONE (TWO PANELS)

PANEL ONE
Close on ADA, collar up.
Rain runs down her face.

CAPTION (ADA): “Ten minutes, he said…”
ADA: It’s *never* ten minutes.
TOM (off): Aunt Ada—!

PANEL TWO
A boat-sized puddle – all eyes.

DR CHO (radio): Ada? Tell me you can still see it.

PAGE TWO

PANEL 1 [silent]
