"""A plan as people and programs read it, and the question before it is paid for."""
