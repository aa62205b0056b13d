from typing import Any

import pytest

from storyc.diagnostics import Severity
from storyc.errors import ConfigError, UsageError
from storyc.linting import RULES, Choice, choose, read_settings

OFF = {"page-turn", "once-used-name", "plan-characters"}


def on(settings: Any) -> set[str]:
    return {name for name, choice in settings.items() if choice.is_on}


def test_without_settings_the_rules_speak_but_for_those_that_wait_to_be_asked() -> None:
    settings = read_settings({})
    assert list(settings) == [rule.code.name for rule in RULES]
    assert set(settings) - on(settings) == OFF
    assert all(settings[rule.code.name].severity is rule.code.severity for rule in RULES)


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("off", Choice(Severity.WARNING, 25, is_on=False)),
        ("note", Choice(Severity.NOTE, 25, is_on=True)),
        ("error", Choice(Severity.ERROR, 25, is_on=True)),
        ({"max": 30}, Choice(Severity.WARNING, 30, is_on=True)),
        ({"level": "warning", "max": 0}, Choice(Severity.WARNING, 0, is_on=True)),
        ({}, Choice(Severity.WARNING, 25, is_on=True)),
    ],
)
def test_a_rule_takes_a_level_or_a_table(said: object, choice: Choice) -> None:
    assert read_settings({"rules": {"words-per-balloon": said}})["words-per-balloon"] == choice


@pytest.mark.parametrize("said", ["warning", {"level": "note"}, {"max": 4}])
def test_a_rule_that_waits_to_be_asked_is_on_when_it_is_set(said: object) -> None:
    assert "plan-characters" in on(read_settings({"rules": {"plan-characters": said}}))


@pytest.mark.parametrize(
    ("table", "message", "hint"),
    [
        ({"rule": {}}, "`lint` has no setting `rule`", "did you mean `rules`?"),
        ({"rules": 5}, "`lint.rules` is no table", "write `[lint.rules]`"),
        ({"rules": {"silentrun": "off"}}, "there is no rule `silentrun`", "did you mean `silent-run`?"),
        ({"rules": {"xyzzy": "off"}}, "there is no rule `xyzzy`", "there are: words-per-balloon,"),
        ({"rules": {"silent-run": "of"}}, "`lint.rules.silent-run` cannot be used", 'it takes one of "off", "note"'),
        ({"rules": {"silent-run": 5}}, "cannot be used as it is", '{level = "note", max = 6}'),
        ({"rules": {"silent-run": {"max": -1}}}, "cannot be used as it is", None),
        ({"rules": {"silent-run": {"max": True}}}, "cannot be used as it is", None),
        ({"rules": {"silent-run": {"max": 1.5}}}, "cannot be used as it is", None),
        ({"rules": {"silent-run": {"level": ["note"]}}}, "cannot be used as it is", None),
        ({"rules": {"silent-run": {"min": 1}}}, "has no setting `min`", None),
        ({"rules": {"page-turn": {"max": 1}}}, "`lint.rules.page-turn` has no setting `max`", "there are: level"),
    ],
)
def test_mistakes_name_the_file_the_rule_and_the_way_out(table: Any, message: str, hint: str | None) -> None:
    with pytest.raises(ConfigError) as caught:
        read_settings(table, "a/storyc.toml")
    assert caught.value.message.startswith("a/storyc.toml: ")
    assert message in caught.value.message
    assert (hint or "") in (caught.value.hint or "")


def test_rules_are_chosen_by_name_or_code() -> None:
    settings = read_settings({"rules": {"silent-run": "off"}})
    assert on(choose(settings, ["silent-run, sc0501", "PAGE-TURN"])) == {"silent-run", "words-per-balloon", "page-turn"}
    assert on(choose(settings, ["all"])) == set(settings)
    assert on(choose(settings, ["all"], ["SC0501"])) == set(settings) - {"words-per-balloon"}
    assert on(choose(settings, (), ["all"])) == set()
    assert choose(settings) == settings


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("silentrun", "did you mean `silent-run`?"),
        ("SC0599", "did you mean `SC05"),
        ("?", "rules are: words-per-balloon"),
        ("", "rules are"),
    ],
)
def test_a_rule_that_does_not_exist_is_not_chosen(word: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        choose(read_settings({}), [word])
    assert hint in (caught.value.hint or "")
