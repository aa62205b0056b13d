Titel: Die Straßenbahn nach Übermorgen
Title: Die Straßenbahn nach Übermorgen
Author: Jörg Weiß
Language: Deutsch

CAST

FRÄULEIN GROSS (Groß, das Fräulein): Schaffnerin, um die fünfzig, strenger Dutt.

ÖZ (Öz): Fahrgast. Student, Rucksack.

JÜRGEN-PETER: Kontrolleur, riesiger Schnauzbart.

André: Der Musiker. Cellokasten.

LOCATIONS

STRASSENBAHNDEPOT / HALLE 3: Backsteinhalle, Gleise, Tauben.

STRASSENBAHN – INNEN: Holzbänke, Messingstangen, gelbes Licht.

SEITE 1 (DREI PANELS)

PAGE 1 (3 PANELS)

INNEN. STRASSENBAHN – NACHT

PANEL 1 – Totale
Die Straßenbahn fährt durch den Regen. Fräulein Groß steht im Gang; Öz schläft an der Scheibe.

FRÄULEIN GROSS: Die Fahrscheine, bitte!

PANEL 2: Halbnah
ÖZ (AUS DEM OFF): Gleich...

JÜRGEN-PETER (schreit): Niemand verlässt den Wagen!
FRÄULEIN GROß: „Ach was.“

PANEL 3.
Detail: Ein Fahrschein. Darauf steht: „ÜBERMORGEN“.

ERZÄHLER: Es war die letzte Fahrt.

INT. STRASSENBAHNDEPOT / HALLE 3 - SPÄTER

PAGE 2

PANEL 1
Andrés Cellokasten liegt offen. André ist fort. Fazit: nichts.

MUSIK: leise Cellotöne

GERÄUSCH: KLONK
André & Öz: Hallo?
