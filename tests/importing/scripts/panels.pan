Title: Pan

---
[]
The shop.

MISAKI (OFF)
It's heavy.
(cont.)
Really.

[2]
@ fox
Hungry.

---|---
[] Big picture.
=== Chapter two
---
[3]
End.
