CAST

ANN: Tall.

BEN: Round.

CAL: Old.

DEE: Very young.

PAGE 1

PANEL 1
Ann, Ben, Cal and Dee on the stairs.
