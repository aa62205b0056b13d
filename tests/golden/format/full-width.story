Title：狐
CAST
美咲（みさき,ミサキ） ： 高校生。
　　age：17
PAGE １（２ PANELS）
PANEL １［wide、close-up］
　美咲が歩く。
美咲 ： ……重い。
： なんで？
CAPTION（美咲）：  その日。
PANEL 2
狐 (small,off):  しっ
SFX(弁当箱):ガタッ
