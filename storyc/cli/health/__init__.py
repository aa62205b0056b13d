"""What `storyc doctor` looks at."""
