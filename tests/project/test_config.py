from pathlib import Path

import pytest

from storyc.errors import ConfigError
from storyc.project import Config, load_config


def write(folder: Path, content: str | bytes, name: str = "storyc.toml") -> None:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


def test_a_folder_without_settings(tmp_path: Path) -> None:
    assert load_config(tmp_path) is None


def test_empty_settings_are_the_defaults(tmp_path: Path) -> None:
    write(tmp_path, "")
    assert load_config(tmp_path) == Config()


def test_every_setting(tmp_path: Path) -> None:
    write(
        tmp_path,
        'entry = "a.story"\nlayout = "book"\ntemplate = "t.jinja"\nprofile = "docs-page"\ntheme = "dark"\n'
        'assets = "folder"\nsource-link = "{path}"\nmax-cost = 600\npolls-count = false\n[data]\nshop = "Rose"\n"two words" = "x"\n',
    )
    assert load_config(tmp_path) == Config(
        "a.story",
        "book",
        "t.jinja",
        "docs-page",
        "dark",
        "folder",
        "{path}",
        600,
        polls_count=False,
        data={"shop": "Rose", "two words": "x"},
    )


def test_a_byte_order_mark_is_no_part_of_them(tmp_path: Path) -> None:
    write(tmp_path, '\ufeffentry = "a.story"\r\n')
    assert load_config(tmp_path) == Config("a.story")


def test_settings_in_pyproject(tmp_path: Path) -> None:
    write(tmp_path, '[tool.storyc]\nentry = "a.story"\n', "pyproject.toml")
    assert load_config(tmp_path) == Config(entry="a.story")
    write(tmp_path, "", "storyc.toml")
    assert load_config(tmp_path) == Config()


@pytest.mark.parametrize("content", ["", "tool = 5", "[tool.other]\na = 1", "[project]\nname = 'x'"])
def test_a_pyproject_of_something_else(tmp_path: Path, content: str) -> None:
    write(tmp_path, content, "pyproject.toml")
    assert load_config(tmp_path) is None


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        ("entri = 1", "there is no setting `entri`", "did you mean `entry`?"),
        ("max_cost = 1", "there is no setting `max_cost`", "did you mean `max-cost`?"),
        ("base-url = 'x'", "there is no setting `base-url`", "settings are: entry, layout"),
        ("entry = 1", "`entry` cannot be used as it is", "it takes the path of a script"),
        ("[entry]", "`entry` cannot be used as it is", "it takes the path of a script"),
        ("layout = 'bok'", "`layout` cannot be used as it is", "`auto`, `pages`, `book` or `panels`"),
        ("profile = 'x'", "`profile` cannot be used as it is", "`newest`, `docs-page` or `model-card`"),
        ("theme = 'x'", "`theme` cannot be used as it is", "`auto`, `light` or `dark`"),
        ("max-cost = 1.5", "`max-cost` cannot be used as it is", "a whole number of credits"),
        ("max-cost = -1", "`max-cost` cannot be used as it is", "a whole number of credits"),
        ("polls-count = 1", "`polls-count` cannot be used as it is", "it takes `true` or `false`"),
        ("lint = 5", "`lint` cannot be used as it is", "a table; opinions stand in `[lint.rules]`"),
        ("data = 5", "`data` cannot be used as it is", "a table of texts"),
        ("[data]\nage = 5", "`data` cannot be used as it is", "a table of texts"),
        ("entry = ", "is not valid TOML", None),
        (b"\xff\xfe", "it is not UTF-8", "save it as UTF-8"),
    ],
)
def test_mistakes_name_the_file_the_setting_and_the_way_out(
    tmp_path: Path, content: str | bytes, message: str, hint: str | None
) -> None:
    write(tmp_path, content)
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path)
    assert str(tmp_path / "storyc.toml") in caught.value.message
    assert message in caught.value.message
    assert (hint or "") in (caught.value.hint or "")


@pytest.mark.parametrize("content", ["[tool]\nstoryc = 5", "[[tool.storyc]]\nentry = 'a'"])
def test_a_tool_table_that_is_none(tmp_path: Path, content: str) -> None:
    write(tmp_path, content, "pyproject.toml")
    with pytest.raises(ConfigError, match=r"`tool\.storyc` is no table"):
        load_config(tmp_path)


def test_a_folder_called_like_settings_is_none(tmp_path: Path) -> None:
    (tmp_path / "storyc.toml").mkdir()
    assert load_config(tmp_path) is None
