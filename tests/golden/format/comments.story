  // At the top.   
/* One
     two   
   three */
PAGE 1 /* here */
PANEL 1
Rain /* not
    snow */   falls.   
    // In the rain.
    /* Kept
       where it stands. */
MARA: No. [[Why
   not?   
   Because.]]
[[ a note
   of two lines   ]]

PANEL 2
/* before */ Snow.
