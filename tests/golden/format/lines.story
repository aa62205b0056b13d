CAST

MARA: A pilot.

mara two: Another.

PAGE 1

PANEL 1
   Mara  counts  to:  three.
MARA(off,burst):No.
:   Yes.
  : Well.

MARA  (whisper )  :  So.
CAPTION(locale):Night.
SFX(small,horn):TOOT
TEXT (sign,old):FISH
@mara two(off):Hm.
mara two:left alone,as it could be prose:  yes.

MARA
SFX:left alone,as she says it
=left alone
>left alone
:  Not this.

!  WIDE: rain.
\  PANEL 4 on a poster.
[[ a note ]]
[[ [a bracket] ]]
=synopsis
>CUT TO:
>   THE END   <
CUT TO:

##The section
#   Another
