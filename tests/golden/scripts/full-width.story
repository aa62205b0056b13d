Title：狐の弁当
Author：山田 葉子、鈴木 一郎
Language：ja
Reading：right-to-left

CAST

美咲（みさき、ミサキ）：高校生。黒髪。
　　age：17
　　dress：セーラー服

狐：金色の目。

LOCATIONS

商店街：古い商店街。

PAGE １（２ PANELS）

EXT. 商店街 – 夕方

PANEL １［wide、close-up］
夕暮れの商店街。
美咲が歩く。みさきの影。

美咲：……重い。
：なんで？

狐（whisper、off）：しっ

PANEL ２：弁当箱

狐
（静かに）
おなか、
すいた。

美咲＆狐（burst）：わああああ！

SFX（弁当箱）：ガタッ
CAPTION（美咲）：その日。
