Title: 狐の弁当

CAST

美咲:

狐:

PAGE 1

PANEL 1
夕暮れの商店街。美咲が弁当箱を持っている。看板には「本日休業」

CAPTION (narrator): その弁当には、尻尾が生えていた。
美咲: ……重い。
美咲 (thought): なんで動いてるの？

PANEL 2
SFX: ガタッ
狐: 『弁当』だ。
