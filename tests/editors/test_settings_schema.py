"""The schema of `storyc.toml` takes what storyc takes."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from storyc.cli.writing.templates import CONFIG

ROOT = Path(__file__).parents[2]
SETTINGS = sorted((ROOT / "examples").glob("*/storyc.toml"))


@pytest.fixture(scope="module")
def schema() -> Any:
    jsonschema: Any = pytest.importorskip("jsonschema")
    content: dict[str, Any] = json.loads((ROOT / "grammar" / "editors" / "storyc.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(content)
    return jsonschema.Draft202012Validator(content)


@pytest.mark.parametrize("path", SETTINGS, ids=lambda path: path.parent.name)
def test_the_settings_of_every_example(schema: Any, path: Path) -> None:
    schema.validate(tomllib.loads(path.read_text("utf-8")))


def test_the_settings_that_a_new_project_has(schema: Any) -> None:
    schema.validate(tomllib.loads(CONFIG))


@pytest.mark.parametrize("settings", [{"entri": "a.story"}, {"layout": "rows"}, {"max-cost": -1}, {"max-cost": "5"}])
def test_what_storyc_refuses(schema: Any, settings: dict[str, Any]) -> None:
    assert not schema.is_valid(settings)


def test_every_setting_is_explained(schema: Any) -> None:
    assert all(setting.get("description") for setting in schema.schema["properties"].values())
