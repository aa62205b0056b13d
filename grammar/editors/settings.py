"""The JSON schema of `storyc.toml`, for editors that complete and check settings."""

# ruff: noqa: INP001 - it stands beside the grammar, in no package

import ast
import inspect
from typing import Any

from msgspec.json import schema

from storyc.project import Config


def make_settings_schema() -> dict[str, Any]:
    """Return the schema; what each setting means is what the type says about its field."""
    definition: dict[str, Any] = schema(Config)["$defs"][Config.__name__]
    for name, meaning in _meanings().items():
        definition["properties"][name.replace("_", "-")]["description"] = meaning
    settings = {name: _without_null(setting) for name, setting in definition["properties"].items()}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "storyc.toml"}
    return head | {"type": "object", "additionalProperties": False, "properties": settings}


def _without_null(setting: dict[str, Any]) -> dict[str, Any]:
    """Return a setting as TOML can write it: there, what is not set is left out."""
    kinds = [kind for kind in setting.get("anyOf", ()) if kind != {"type": "null"}]
    if not kinds:
        return setting
    kind = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    return kind | {"description": setting["description"].replace("None for", "left out:")}


def _meanings() -> dict[str, str]:
    """Return the sentence under each field of the type."""
    (kind,) = ast.parse(inspect.getsource(Config)).body
    assert isinstance(kind, ast.ClassDef)
    return {
        field.target.id: said.value.value
        for field, said in zip(kind.body, kind.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        and isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant) and isinstance(said.value.value, str)
    }  # fmt: skip
