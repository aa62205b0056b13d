title:   Blocks
Notes: one
  two
		three
DEFINE  town=Lumsden
DEFINE pass =  Cinder Pass
INCLUDE   cast.story
STYLE
art:ink   
palette :grey
  and white

lighting: none
CAST
MARA VOSS(Mara,the Captain) :Pilot,
  tall.

  age:34
	dress: a jacket
 with pockets
MARA VOSS / young: A girl.
// about Toby
TOBY
    // ask the editor
  age: 11
DR. CHO: Biologist.
a loose line
ATTACHMENTS
  https://example.com/a.png  (sketch)
PAGE 1
PANEL 1
Rain.
