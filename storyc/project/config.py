"""`storyc.toml`, or `[tool.storyc]` in `pyproject.toml`: what a project says about itself.

Neither the address of the service nor a key can be set here: a script from somebody else must not be able to send the
reader's key anywhere.
"""

import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from msgspec import Meta, Struct, ValidationError, convert

from storyc.diagnostics import closest
from storyc.errors import ConfigError
from storyc.recall import DISK, Disk
from storyc.storyboard import Layout


class Config(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The settings of a project."""

    entry: str | None = None
    """The main script, relative to the project's folder."""
    layout: Layout | None = None
    """How pages become requests; None for what the title page says."""
    template: str | None = None
    """The project's own prompt template, relative to its folder."""
    profile: Literal["newest", "docs-page", "model-card"] = "newest"
    """The description of the service that requests follow."""
    theme: Literal["auto", "light", "dark"] = "auto"
    """The colours of the storyboard page."""
    assets: Literal["inline", "folder"] = "inline"
    """Whether the page holds its pictures, or shows those in the folder beside it."""
    source_link: str = "../{path}#L{line}"
    """How the page links to a line of the script; empty for no links."""
    max_cost: Annotated[int, Meta(ge=0)] | None = None
    """Credits that one build may spend."""
    polls_count: bool = True
    """Whether the service counts questions about a job against its limits, as it counts orders."""
    data: Mapping[str, str] = {}
    """What `{{name}}` stands for, beside DEFINE."""
    lint: Mapping[str, Any] = {}
    """What is said about opinions; read by who holds them."""


_WANTED: Mapping[str, str] = {
    "entry": "the path of a script, in quotes",
    "layout": "`auto`, `pages`, `book` or `panels`",
    "template": "the path of a template, in quotes",
    "profile": "`newest`, `docs-page` or `model-card`",
    "theme": "`auto`, `light` or `dark`",
    "assets": "`inline` or `folder`",
    "source-link": "a link in quotes, with {path} and {line}",
    "max-cost": "a whole number of credits",
    "polls-count": "`true` or `false`",
    "data": "a table of texts in quotes",
    "lint": "a table; opinions stand in `[lint.rules]`",
}
"""What each setting takes."""
_SETTING = r"`\$\.([\w-]+)"
_Settings = TypeVar("_Settings", bound=Struct)


def load_config(root: Path, disk: Disk = DISK) -> Config | None:
    """Return what the files of a folder say, None if there are none. Raises: ConfigError."""
    own = root / "storyc.toml"
    if is_there(own, disk):
        return read_settings(read_toml(own, disk), own, Config, _WANTED)
    shared = root / "pyproject.toml"
    if is_there(shared, disk):
        tools = read_toml(shared, disk).get("tool")
        table = tools.get("storyc") if isinstance(tools, dict) else None
        return None if table is None else read_settings(table, shared, Config, _WANTED)
    return None


def is_there(path: Path, disk: Disk = DISK) -> bool:
    """Return whether there is a file. Raises: ConfigError if nobody can say."""
    try:
        return disk.kind(str(path)) == "file"
    except OSError as problem:
        raise ConfigError(f"cannot look for {path}: {problem.strerror or problem}") from problem


def read_toml(path: Path, disk: Disk = DISK) -> dict[str, Any]:
    """Return the table that a file holds; a byte order mark, which some editors write, is no part of it. Raises: ConfigError."""
    tomllib = import_module("tomllib")  # a script with no settings around it need not wait for it
    try:
        table: dict[str, Any] = tomllib.loads(disk.read_bytes(str(path)).decode("utf-8-sig"))
    except OSError as problem:
        raise ConfigError(f"cannot read {path}: {problem.strerror or problem}") from problem
    except UnicodeDecodeError as problem:
        raise ConfigError(f"cannot read {path}: it is not UTF-8", hint="save it as UTF-8") from problem
    except tomllib.TOMLDecodeError as problem:
        hint = 'text stands in quotes, as in `entry = "harbour.story"`'
        raise ConfigError(f"{path} is not valid TOML: {problem}", hint=hint) from problem
    return table


def read_settings(table: Any, path: Path, kind: type[_Settings], wanted: Mapping[str, str]) -> _Settings:
    """Return settings of one kind, of which `wanted` tells what each takes. Raises: ConfigError that names the file."""
    for key in table if isinstance(table, dict) else ():
        if key not in wanted:
            near = closest(key, wanted)
            hint = f"did you mean `{near}`?" if near else f"settings are: {', '.join(wanted)}"
            raise ConfigError(f"{path}: there is no setting `{key}`", hint=hint)
    try:
        return convert(table, kind, strict=True)
    except ValidationError as problem:
        setting = re.search(_SETTING, str(problem))
        if setting is None:
            raise ConfigError(f"{path}: `tool.storyc` is no table", hint="write `[tool.storyc]` above it") from problem
        hint = f"it takes {wanted[setting[1]]}"
        raise ConfigError(f"{path}: `{setting[1]}` cannot be used as it is", hint=hint) from problem
