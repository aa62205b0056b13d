CAST

ANN: Tall, red scarf.

BEN: Round, bald.

CAL: Old, a cane.

DEE: Six, no front teeth.

PAGE 1

INT. STAIRCASE - DAY

PANEL 1
Ann, Ben, Cal and Dee on the stairs, all looking up.

ANN: Up?

BEN & CAL: Down.

ANN & DEE: Up!

DEE: Please.

CAL: Neither.

BEN: My knees.

PANEL 2
Dee on the bannister, the others behind.

DEE: Lunch!

BEN & CAL: Dee!
