"""What a user says of themselves, in all their projects: `config.toml` in their folder of settings.

Nothing that decides what a storyboard looks like can be set here: a project builds the same for everybody.
"""

from os import environ
from pathlib import Path
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct
from platformdirs import user_config_path

from .config import is_there, read_settings, read_toml

FOLDER_VARIABLE: Final = "STORYC_CONFIG_HOME"
USER_CONFIG: Final = "config.toml"


class UserConfig(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The settings of a user."""

    max_cost: Annotated[int, Meta(ge=0)] | None = None
    """Credits that one build of any project may spend."""
    backend: Literal["draft", "api"] | None = None
    """Who draws unless a command says otherwise; None for the service if there is a key."""


_WANTED: Final = {"max-cost": "a whole number of credits", "backend": "`draft` or `api`"}
"""What each setting takes."""


def user_folder() -> Path | None:
    """Return the folder of a user's settings and credentials, None for a user without a home."""
    if named := environ.get(FOLDER_VARIABLE):
        return Path(named)
    try:
        folder = user_config_path("storyc", appauthor=False)
    except RuntimeError:
        return None
    # releases that do not raise leave `~` as it is, which would be a folder of whatever project this is
    return folder if folder.is_absolute() else None


def load_user_config() -> UserConfig:
    """Return what this user says. Raises: ConfigError."""
    folder = user_folder()
    path = None if folder is None else folder / USER_CONFIG
    if path is None or not is_there(path):
        return UserConfig()
    return read_settings(read_toml(path), path, UserConfig, _WANTED)
