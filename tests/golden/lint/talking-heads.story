CAST

MARA: A pilot.

TOBY: A boy.

PAGE 1

INT. PILOT HOUSE - NIGHT

PANEL 1
Mara and Toby talk.

MARA: No.

TOBY: Yes.

PANEL 2
Mara and Toby talk.

MARA: No.

TOBY: Yes.

PANEL 3
Mara and Toby talk.

MARA: No.

TOBY: Yes.

PANEL 4
Mara and Toby talk.

MARA: No.

TOBY: Yes.

PANEL 5
Mara and Toby talk.

MARA: No.

TOBY: Yes.

PANEL 6
Mara and Toby talk.

MARA: No.

TOBY: Yes.
