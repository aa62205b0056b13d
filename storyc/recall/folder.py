"""Where answers are kept: in the user's folder of caches, never in a project, which may come from somebody else with answers in it."""

import os
import sys

VARIABLE = "STORYC_CACHE_HOME"


def cache_folder() -> str | None:
    """Return the folder of this user's caches of storyc, None for a user without a home.

    It is where `platformdirs` puts it, which is too much to import for what is asked at every start.
    """
    if named := os.environ.get(VARIABLE):
        return os.path.abspath(named)
    if sys.platform == "win32":
        place = os.path.join(os.environ.get("LOCALAPPDATA", ""), "storyc", "Cache")
    elif sys.platform == "darwin":
        place = os.path.expanduser("~/Library/Caches/storyc")
    elif os.path.isabs(named := os.environ.get("XDG_CACHE_HOME", "")):
        place = os.path.join(named, "storyc")
    else:
        place = os.path.expanduser("~/.cache/storyc")
    # a user without a home keeps the `~`, which would be a folder of whatever place this is
    return place if os.path.isabs(place) else None
