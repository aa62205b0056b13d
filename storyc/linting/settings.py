"""What a project and a command line say about the rules: which of them speak, how loud, and from when on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, get_args

from msgspec import Struct
from msgspec.structs import replace

from storyc.diagnostics import Severity, closest
from storyc.errors import ConfigError, UsageError

from .rule import Rule
from .rules import RULES

Level: TypeAlias = Literal["off", "note", "warning", "error"]
EVERY = "all"
_LEVELS: tuple[Level, ...] = get_args(Level)
_BY_NAME = {rule.code.name: rule for rule in RULES}
_BY_NUMBER = {rule.code.number: rule for rule in RULES}


class Choice(Struct, frozen=True):
    """What was settled about one rule."""

    severity: Severity
    most: int
    is_on: bool


Settings: TypeAlias = Mapping[str, Choice]
"""What was settled about every rule, by its name, in the order of their codes."""


def read_settings(table: Mapping[str, Any], file: str = "storyc.toml") -> Settings:
    """Return the settings of `[lint]`; what it does not name stays as it is. Raises: ConfigError that names the file.

    `[lint.rules]` has, by the names of rules, a level or a table of `level` and `max`.
    """
    _refuse_others(table, ("rules",), f"{file}: `lint` has no setting")
    rules = table.get("rules", {})
    if not isinstance(rules, dict):
        raise ConfigError(f"{file}: `lint.rules` is no table", hint="write `[lint.rules]`, and a rule a line below it")
    _refuse_others(rules, _BY_NAME, f"{file}: there is no rule")
    return {name: _choice(rule, rules.get(name, {}), file) for name, rule in _BY_NAME.items()}


def choose(settings: Settings, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Settings:
    """Return settings in which only the selected rules are on, if any are, and none of the ignored. Raises: UsageError.

    Rules are named, or called by their codes; several may stand in one text with commas between them. `all` is every rule.
    """
    wanted, unwanted = _names(select), _names(ignore)
    return {
        name: replace(choice, is_on=(name in wanted if select else choice.is_on) and name not in unwanted)
        for name, choice in settings.items()
    }


def find_rule(word: str) -> str | None:
    """Return the name of the rule that a name or code stands for, None if there is none."""
    rule = _BY_NAME.get(word.lower()) or _BY_NUMBER.get(word.upper())
    return None if rule is None else rule.code.name


def nearest_rule(word: str) -> str | None:
    """Return the name or code of a rule that a misspelt one comes closest to."""
    return closest(word.lower(), _BY_NAME) or closest(word.upper(), _BY_NUMBER)


def _names(written: Iterable[str]) -> set[str]:
    names: set[str] = set()
    for word in (word.strip() for text in written for word in text.split(",")):
        if word.lower() == EVERY:
            names.update(_BY_NAME)
        elif (name := find_rule(word)) is not None:
            names.add(name)
        else:
            near = nearest_rule(word)
            hint = f"did you mean `{near}`?" if near else f"rules are: {', '.join(_BY_NAME)}"
            raise UsageError(f"there is no rule `{word}`", hint=hint)
    return names


def _choice(rule: Rule, written: Any, file: str) -> Choice:
    name = rule.code.name
    setting = f"{file}: `lint.rules.{name}`"
    said = {"level": written} if isinstance(written, str) else written
    if not isinstance(said, dict):
        raise ConfigError(f"{setting} cannot be used as it is", hint=_takes(rule))
    _refuse_others(said, ("level", "max") if rule.most is not None else ("level",), f"{setting} has no setting")
    level, most = said.get("level"), said.get("max", rule.most or 0)
    if (level is not None and level not in _LEVELS) or type(most) is not int or most < 0:
        raise ConfigError(f"{setting} cannot be used as it is", hint=_takes(rule))
    severity = rule.code.severity if level in {None, "off"} else Severity(level)
    return Choice(severity, most, rule.is_on if not said else level != "off")


def _takes(rule: Rule) -> str:
    levels = ", ".join(f'"{level}"' for level in _LEVELS)
    most = "" if rule.most is None else f', or {{level = "{rule.code.severity.value}", max = {rule.most}}}'
    return f"it takes one of {levels}{most}"


def _refuse_others(table: Mapping[str, Any], known: Iterable[str], message: str) -> None:
    options = tuple(known)
    for key in table:
        if key not in options:
            near = closest(key, options)
            hint = f"did you mean `{near}`?" if near else f"there are: {', '.join(options)}"
            raise ConfigError(f"{message} `{key}`", hint=hint)
