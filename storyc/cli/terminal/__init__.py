"""What commands speak with: streams, the screen, a kept reply, progress."""
