"""Scripts that are written again: formatted, or mended by fixes."""
