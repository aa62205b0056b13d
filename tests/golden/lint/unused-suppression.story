PAGE 1

PANEL 1
Rain. /* storyc: ignore words-per-panel */
