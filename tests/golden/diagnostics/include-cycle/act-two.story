
INCLUDE main.story
