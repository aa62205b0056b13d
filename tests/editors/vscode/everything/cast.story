CAST

MARA VOSS (Mara, the Captain): Harbour pilot.
    age: 34
    dress: oil-stained flight jacket

MARA VOSS / 1987 (young Mara): Dark plait.

TOBY: Mara's nephew.
    age: 11

美咲: 灯台守。二十歳、赤いマフラー。
