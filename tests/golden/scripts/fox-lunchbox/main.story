Title: 狐の弁当 / The Fox's Lunchbox
Author: 山田 葉子
Language: ja
Reading: right-to-left

INCLUDE cast.story

DEFINE shop = 稲荷屋

# 第一話

PAGE 1 (4 PANELS)

EXT. 商店街 - 夕方

PANEL 1 [wide]
夕暮れの商店街。提灯が灯りはじめる。看板には「{{shop}}」とある。

TEXT (sign): {{shop}}
CAPTION (narrator): その弁当には、尻尾が生えていた。

PANEL 2
美咲が弁当箱を両手で持ち、首をかしげる。

美咲：……重い。
美咲（thought）：なんで動いてるの？

PANEL 3
弁当箱の蓋が少し開き、金色の目がのぞく。

SFX (弁当箱): ガタッ

@狐 (small)
おなか、
すいた。

PANEL 4 [close-up]
!MISAKI'S EYES. Huge. Reflected in them: two more eyes.
\PANEL 5 MISSING -- the words on a poster behind her, not a heading.

美咲 & 狐 (burst): わああああ！
