"""`storyc.toml`, or `[tool.storyc]` in `pyproject.toml`: what a project says about itself.

Neither the address of the service nor a key can be set here: a script from somebody else must not be able to send the
reader's key anywhere.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, ValidationError, convert

from storyc.diagnostics import closest
from storyc.errors import ConfigError
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
    max_cost: int | None = None
    """Credits that one build may spend."""
    data: Mapping[str, str] = {}
    """What `{{name}}` stands for, beside DEFINE."""


def load_config(root: Path) -> Config | None:
    """Return what the files of a folder say, None if there are none. Raises: ConfigError."""
    own = root / "storyc.toml"
    if own.is_file():
        return _config(_toml(own), own)
    shared = root / "pyproject.toml"
    if shared.is_file():
        table = _toml(shared).get("tool", {}).get("storyc")
        return None if table is None else _config(table, shared)
    return None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except OSError as problem:
        raise ConfigError(f"cannot read {path}: {problem.strerror or problem}") from problem
    except UnicodeDecodeError as problem:
        raise ConfigError(f"cannot read {path}: it is not UTF-8", hint="save it as UTF-8") from problem
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(f"{path} is not valid TOML: {problem}") from problem


def _config(table: Any, path: Path) -> Config:
    known = [field.replace("_", "-") for field in Config.__struct_fields__]
    for key in table if isinstance(table, dict) else ():
        if key not in known:
            near = closest(key, known)
            hint = f"did you mean `{near}`?" if near else f"settings are: {', '.join(known)}"
            raise ConfigError(f"{path}: there is no setting `{key}`", hint=hint)
    try:
        return convert(table, Config, strict=True)
    except ValidationError as problem:
        raise ConfigError(f"{path}: {str(problem)[:1].lower()}{str(problem)[1:]}") from problem
