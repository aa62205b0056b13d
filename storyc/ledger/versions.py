"""Files of versions to come."""

from storyc.errors import FileError


def too_new(name: str) -> FileError:
    """Return the failure to understand a file that a later version wrote."""
    return FileError(
        f"{name} was written by a newer storyc than this one",
        hint="bring storyc up to date; what was paid for stays as it is, and nothing is bought until then",
    )
