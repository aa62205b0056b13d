"""Where keys may lie on a machine."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

VENDOR_FOLDER_VARIABLE: Final = "LLAMAGEN_CONFIG_HOME"


class Places(Struct, frozen=True):
    """The places that belong to one user."""

    own: Path | None = None
    """storyc's own file; None where a user has no folder."""
    vendor: Path | None = None
    """The folder of the service's own command line, which is only read."""
    has_keyring: bool = False
    """Whether a keyring may be asked; it may ask its user back, in a window."""


def vendor_folder(environment: Mapping[str, str]) -> Path | None:
    """Return where the service's own command line keeps its files, None where a user has no home."""
    if named := environment.get(VENDOR_FOLDER_VARIABLE):
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ".llamagen" if home.is_absolute() else None
