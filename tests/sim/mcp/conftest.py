"""The official client is needed here, and comes with the `mcp` extra."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("mcp") else ["test_client.py"]
