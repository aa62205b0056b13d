DEFINE shop = the shop of {{owner}}
DEFINE owner = the owner of {{shop}}
DEFINE street = {{street}}, on the left

PAGE 1

PANEL 1
Rain on {{shop}}.
