"""The account that pays: its key, and what the service says of it."""
