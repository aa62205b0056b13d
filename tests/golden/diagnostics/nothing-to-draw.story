Title: Rain
