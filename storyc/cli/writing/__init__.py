"""Files that commands write beside the storyboard."""
