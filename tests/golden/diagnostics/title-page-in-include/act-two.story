Title: The Second Act
Author: A. Writer

PAGE 2

PANEL 1
More rain.
