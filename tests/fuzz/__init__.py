"""Long searches for texts that break something; a small fixed sample of each runs with the tests."""
