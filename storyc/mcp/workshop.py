"""What the tools do, without the protocol: arguments in, a JSON object out."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import json, to_builtins

from storyc.diagnostics import Diagnostic, Severity, closest, codes
from storyc.diagnostics.rendering import Look, Renderer
from storyc.errors import FileError, UsageError
from storyc.formatting import format_source
from storyc.lowering import lower, to_json
from storyc.pipeline import ApiBackend, Backend, BuildOptions, DraftBackend, Front, Summary, build, plan
from storyc.project import MAX_SOURCE_BYTES, Checked, Project, check_project, compile_project, conflicts, find_project
from storyc.storyboard import Layout, Storyboard
from storyc.text import Source

from .purse import Purse

if TYPE_CHECKING:
    from storyc.pipeline import Outlook

MOST_FINDINGS: Final = 100
_LOOK: Final = Look(is_colored=False, is_unicode=True, width_columns=120)
_NOBODY: Final = ApiBackend("", "")
"""Nobody is asked anything for a plan, so there is neither an address nor a key."""


class Workshop:
    """One folder, outside of which nothing is read or written, and one purse."""

    def __init__(
        self, root: Path, purse: Purse, backend: Callable[[], Backend], user_max_cost: Callable[[], int | None]
    ) -> None:
        """Take a folder, a purse, and what finds the service and the limit of the user when something is bought."""
        self._root = root.resolve()
        self._purse = purse
        self._backend = backend
        self._user_max_cost = user_max_cost

    def check(self, path: str, text: str | None = None) -> dict[str, Any]:
        """Return what is wrong with a story; `text` stands for the script at the path, which need not exist then."""
        project = self._project(path)
        return self._found(project, check_project(project, None if text is None else _encoded(text)))

    def explain(self, code: str) -> dict[str, Any]:
        """Return what a diagnostic means."""
        by_name = {one.name: one for one in codes.ALL.values()}
        found = codes.ALL.get(code.upper()) or by_name.get(code.lower())
        if found is None:
            near = closest(code.lower(), by_name) or closest(code.upper(), codes.ALL)
            hint = f"did you mean `{near}`?" if near else "take the code of a finding: SC0201, or unknown-character"
            raise UsageError(f"there is no diagnostic `{code}`", hint=hint)
        return {
            "code": found.number,
            "name": found.name,
            "severity": found.severity.value,
            "explanation": found.explanation,
            "example": found.example,
        }

    def format(self, path: str, text: str | None = None) -> dict[str, Any]:
        """Return a script in its canonical form; nothing is written. Raises: UsageError if somebody has to settle a conflict in it."""
        file = self._inside(path)
        written = self._read(file) if text is None else text
        source = Source(file.name, written)
        for unsettled in conflicts(source):
            line = source.position(unsettled.primary.span.start).line
            raise UsageError(f"{path}:{line}: {unsettled.message} ({unsettled.code.number})", hint=unsettled.helps[0])
        formatted = format_source(source)
        return {"text": formatted, "is_changed": formatted != written}

    def compile(self, path: str, layout: Layout | None = None) -> dict[str, Any]:
        """Return the requests that a story becomes."""
        project, board = self._board(path)
        requests: dict[str, Any] = json.decode(to_json(board, compile_project(project, board, layout)))
        return requests

    def plan(self, path: str) -> dict[str, Any]:
        """Return what a build would do and cost, and what may be spent."""
        project, board = self._board(path)
        outlook = plan(project, board, BuildOptions(_NOBODY))
        return {
            "price_credits": outlook.plan.price_credits,
            "may_spend_credits": self._purse.left_credits,
            "layout": outlook.layout,
            "why": outlook.why,
            "steps": [
                {
                    "action": type(step).__name__.lower(),
                    "key": step.unit.key,
                    "operation": step.unit.operation,
                    "pages": list(step.unit.pages),
                    "origin": [{"file": origin.source, "line": origin.line} for origin in step.unit.origins],
                    "reason": to_builtins(outlook.reasons.get(step.unit.key)),
                }
                for step in outlook.plan.steps
            ],
        }

    def draft(self, path: str) -> dict[str, Any]:
        """Return where the storyboard of free sketches is."""
        project, board = self._board(path)
        return self._built(project, build(project, board, BuildOptions(DraftBackend())))

    def build(self, path: str, max_cost: int) -> dict[str, Any]:
        """Return where the storyboard of bought art is, and what it cost; a build that costs more than `max_cost` is refused."""
        if max_cost < 0:
            raise UsageError("max_cost is a number of credits", hint="say 0 or more")
        project, board = self._board(path)
        limits = (max_cost, project.config.max_cost, self._user_max_cost(), self._purse.left_credits)
        limit_credits = min(limit for limit in limits if limit is not None)
        taken_credits = 0

        def approve(outlook: "Outlook") -> bool:
            nonlocal taken_credits
            # another build may have emptied the purse since its limit was looked at
            self._purse.take(outlook.plan)
            taken_credits += outlook.plan.price_credits
            return True

        options = BuildOptions(self._backend(), max_cost_credits=limit_credits)
        summary = build(project, board, options, Front(approve))
        # after a failure nobody knows what was spent, so what was taken stays taken
        self._purse.give_back(taken_credits - summary.price_credits)
        return self._built(project, summary)

    def _inside(self, path: str) -> Path:
        """Return a path of the folder, links followed. Raises: FileError for any other."""
        try:
            found = (self._root / path).resolve()
        except (OSError, RuntimeError, ValueError) as problem:
            raise FileError(f"cannot read {path!r}") from problem
        if not found.is_relative_to(self._root):
            raise FileError(
                f"{path} lies outside the folder that this server works in",
                hint="name a path below it; a person can start another server elsewhere",
            )
        return found

    def _project(self, path: str) -> Project:
        project = find_project(self._inside(path))
        if not project.root.is_relative_to(self._root):
            raise FileError(
                f"the project of {path} begins above the folder that this server works in",
                hint=f"a person can start the server in {project.root.name}",
            )
        return project

    def _board(self, path: str) -> tuple[Project, Storyboard]:
        project = self._project(path)
        checked = check_project(project)
        if checked.program is None:
            errors = sum(said.severity is Severity.ERROR for said in checked.diagnostics)
            raise UsageError(
                f"the script has {errors} error{'' if errors == 1 else 's'}", hint="call check, and mend them"
            )
        return project, lower(checked.program)

    def _read(self, file: Path) -> str:
        try:
            if file.stat().st_size > MAX_SOURCE_BYTES:
                raise FileError(f"{file.name} is too long for a script")
            return file.read_bytes().decode("utf-8")
        except OSError as problem:
            raise FileError(f"cannot read {file.name}: {problem.strerror or problem}") from problem
        except UnicodeDecodeError as problem:
            raise FileError(f"{file.name} is not UTF-8", hint="save it as UTF-8") from problem

    def _found(self, project: Project, checked: Checked) -> dict[str, Any]:
        said = checked.diagnostics
        render: Renderer = import_module("storyc.diagnostics.rendering.json").render
        return {
            "folder": self._seen(project.root),
            "is_sound": checked.program is not None,
            "errors": _count(said, Severity.ERROR),
            "warnings": _count(said, Severity.WARNING),
            "findings": json.decode(render(said[:MOST_FINDINGS], checked.sources, _LOOK)),
            "left_off": max(0, len(said) - MOST_FINDINGS),
        }

    def _built(self, project: Project, summary: Summary) -> dict[str, Any]:
        told: dict[str, Any] = to_builtins(summary)
        return told | {
            "html_path": self._seen(project.root / summary.html_path),
            "markdown_path": self._seen(project.root / summary.markdown_path),
            "is_whole": summary.is_whole,
            "may_spend_credits": self._purse.left_credits,
        }

    def _seen(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as problem:
        raise UsageError("the text has characters that are none", hint="leave out lone surrogates") from problem


def _count(said: tuple[Diagnostic, ...], severity: Severity) -> int:
    return sum(one.severity is severity for one in said)
