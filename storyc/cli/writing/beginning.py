"""What a folder lacks to be a project: which files, and which lines of those that belong to version control."""

from collections.abc import Iterator
from json import dumps
from pathlib import Path
from re import compile as regex
from shlex import join

from msgspec import Struct

from storyc.project import find_project, find_settings, hosts, load_config

from .templates import CONFIG, GIT_ATTRIBUTES, GIT_IGNORE, LARGE_FILES, STORY, WORKFLOW

_STORY_NAME = "story.story"
_MAIN = "main.story"
_WORKFLOWS = Path(".github", "workflows")
_NOT_IN_NAMES = regex(r"[^A-Za-z0-9._-]+")
_PLAIN_SCALAR = regex(r"[\w /.-]+")


class Wanted(Struct, frozen=True):
    """A file that a project needs, and what stands in it."""

    path: Path
    content: str
    is_list: bool = False
    """Whether it is a list of rules, to which those that it lacks can be added."""


def wanted_files(root: Path, *, lfs: bool) -> Iterator[Wanted]:
    """Yield what a story in a folder needs; what is there is among it. Raises: OSError, ConfigError, FileError."""
    config = load_config(root)
    scripts = _scripts(root)
    entry = (config and config.entry) or _main_script(root, scripts)
    if not scripts and entry in {None, _STORY_NAME}:
        yield Wanted(root / _STORY_NAME, STORY)
    elif entry is not None and (root / entry).exists():
        yield Wanted(root / entry, "")
    home = _home(root)
    if home == root and (config is None or (root / "storyc.toml").exists()):
        yield Wanted(root / "storyc.toml", _settings(entry if scripts else _STORY_NAME))
    yield Wanted(home / ".gitattributes", GIT_ATTRIBUTES + LARGE_FILES * lfs, is_list=True)
    yield Wanted(home / ".gitignore", GIT_IGNORE, is_list=True)
    yield _workflow(root)


def lacking_rules(content: str, wanted: str) -> str:
    """Return the rules about files of which a list says nothing yet, each with the comments above it."""
    known = {_pattern(line) for line in content.splitlines()}
    lacking: list[str] = []
    comments: list[str] = []
    for line in wanted.splitlines(keepends=True):
        if line.startswith("#"):
            comments.append(line)
        else:
            lacking += [*comments, line] if _pattern(line) not in known else []
            comments = []
    return "".join(lacking)


def _pattern(line: str) -> str:
    """Return which files a rule is about; a slash at an end changes little of that."""
    return next(iter(line.split()), "").strip("/")


def _scripts(root: Path) -> list[str]:
    names = sorted(path.name for path in root.glob("*.story")) if root.is_dir() else []
    return [name for name in names if name.isprintable()]


def _main_script(root: Path, scripts: list[str]) -> str | None:
    """Return the script of a folder that has no settings; None if several are part of no other."""
    if _MAIN in scripts:
        return _MAIN
    alone = [name for name in scripts if not any(hosts(find_project(root / name)))]
    return alone[0] if len(alone) == 1 else None


def _home(root: Path) -> Path:
    """Return the folder of the project that a story will belong to: one above it, if that is there for several stories."""
    above, config = find_settings(root.resolve())
    return root if above == root.resolve() or config.entry is not None else above


def _settings(entry: str | None) -> str:
    if entry is None:
        return CONFIG.partition("entry")[0]
    return CONFIG.replace(dumps(_STORY_NAME), dumps(entry, ensure_ascii=False))


def _workflow(root: Path) -> Wanted:
    top = _repository(root.resolve())
    inside = root.resolve().relative_to(top).parts
    name = "-".join(("story", *(_NOT_IN_NAMES.sub("-", part) for part in inside)))
    story = ("--", "/".join(inside)) if inside else ()
    content = WORKFLOW.format(
        name=name,
        check=_line("storyc", "check", "--output-format", "github", *story),
        build=_line("storyc", "build", "--backend", "draft", *story),
    )
    return Wanted((top if inside else root) / _WORKFLOWS / f"{name}.yml", content)


def _repository(folder: Path) -> Path:
    """Return the top of the repository that a folder is in; the folder itself if it is in none."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)


def _line(*words: str) -> str:
    """Return a command line as a scalar of YAML; a name in it may hold what means something there."""
    line = join(words)
    return line if _PLAIN_SCALAR.fullmatch(line) else dumps(line, ensure_ascii=False)
