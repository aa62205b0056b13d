Title: Bench
Author: P. Klee

CAST

A: A tall man with a newspaper.
B: A short man without one.
The Dog: A dog.

STRIP 1

PAGE 1

PANEL 1
A and B on a bench. A reads. A dog sits between them.

A: Says here it's Tuesday.

PANEL 2
Same.

B: What did it say yesterday?

PANEL 3
Same. Beat.

PANEL 4
A: Yesterday it said Tuesday too.
The Dog: Woof.

PAGE 2
1.
A, alone.
A: Hm.
2.
B comes.
B: Hm!
3.
They sit.
4.
Fin.

PAGE 3 - 4 PANELS

Panel 1: A with an umbrella.

A: Rain?

Panel 2: B without.

B: (looks up) Not yet.

Panel 3: Rain.

Panel 4: Both under the umbrella. The Dog, too.

A (to the Dog): Move over.
Dog: No.
