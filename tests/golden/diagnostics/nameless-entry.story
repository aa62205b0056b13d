CAST

[[the captain]]: Tall, grey, never late.
    age: 60

LOCATIONS

[[somewhere]] (the docks)

PAGE 1

PANEL 1
Rain.
