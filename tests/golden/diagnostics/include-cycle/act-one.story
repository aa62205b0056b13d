INCLUDE act-two
