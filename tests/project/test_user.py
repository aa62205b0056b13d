"""A user's settings, and where they are."""

from pathlib import Path

import pytest

from storyc.errors import ConfigError
from storyc.project import UserConfig, load_user_config, user_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STORYC_CONFIG_HOME", str(tmp_path))
    return tmp_path


def test_nothing_is_said(folder: Path) -> None:
    assert user_folder() == folder
    assert load_user_config() == UserConfig()
    (folder / "config.toml").write_text("")
    assert load_user_config() == UserConfig()


def test_what_is_said(folder: Path) -> None:
    (folder / "config.toml").write_text('max-cost = 900\nbackend = "draft"\n')
    assert load_user_config() == UserConfig(900, "draft")


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        ("max_cost = 1", "there is no setting `max_cost`", "did you mean `max-cost`?"),
        ("backnd = 'api'", "there is no setting `backnd`", "did you mean `backend`?"),
        ("theme = 'dark'", "there is no setting `theme`", "settings are: max-cost, backend"),
        ("api-key = 'sk-secret'", "there is no setting `api-key`", "settings are: max-cost, backend"),
        ("max-cost = -1", "`max-cost` cannot be used as it is", "a whole number of credits"),
        ("max-cost = '5'", "`max-cost` cannot be used as it is", "a whole number of credits"),
        ("backend = 'mcq'", "`backend` cannot be used as it is", "`draft` or `api`"),
        ("max-cost = ", "is not valid TOML", None),
        (b"\xff", "it is not UTF-8", "save it as UTF-8"),
    ],
)
def test_mistakes_name_the_file_the_setting_and_the_way_out(
    folder: Path, content: str | bytes, message: str, hint: str | None
) -> None:
    (folder / "config.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigError) as caught:
        load_user_config()
    assert str(folder / "config.toml") in caught.value.message
    assert message in caught.value.message
    assert (hint or "") in (caught.value.hint or "")
    assert "sk-secret" not in f"{caught.value.message} {caught.value.hint}"


def test_the_folder_of_the_operating_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for nothing in ("", None):
        if nothing is None:
            monkeypatch.delenv("STORYC_CONFIG_HOME", raising=False)
        else:
            monkeypatch.setenv("STORYC_CONFIG_HOME", nothing)
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
        monkeypatch.setenv("HOME", str(tmp_path))
        found = user_folder()
        assert found is not None
        assert found.name == "storyc"
        assert tmp_path in found.parents


def nobody(_number: int) -> None:
    raise KeyError


def test_a_user_without_a_home_does_not_get_the_projects(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("STORYC_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "~" / ".config" / "storyc").mkdir(parents=True)
    (tmp_path / "~" / ".config" / "storyc" / "config.toml").write_text("max-cost = 1000000")
    assert user_folder() is None
    assert load_user_config() == UserConfig()
