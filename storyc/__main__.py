"""`python -m storyc`."""

from storyc.cli import main

main()
