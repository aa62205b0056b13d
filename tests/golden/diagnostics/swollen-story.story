DEFINE drop = Rain.
DEFINE shower = {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} {{drop}} 
DEFINE storm = {{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}{{shower}}

PAGE 1

PANEL 1
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
{{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} {{storm}} 
