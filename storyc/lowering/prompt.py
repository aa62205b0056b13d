"""The prompt of a request, from a template.

The template that comes with storyc writes the five sections that the service's own examples use. A project may bring its own; it gets the
same facts, as `PromptFacts` names them, in a sandbox where it can read them and nothing else.
"""

from functools import cache
from pkgutil import get_data
from types import TracebackType
from typing import Any, Final

from jinja2 import Environment, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from storyc.errors import ConfigError
from storyc.storyboard import Reading

from .entries import CharacterSheet, Field

_FILE_NAME: Final = "<template>"
"""What jinja calls a template that was given as text."""

_TEMPLATE_FAILURES: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the code of a template can raise in a sandbox."""


class PanelFacts(Struct, frozen=True, gc=False):
    """A panel as a template sees it."""

    number: int
    """From 1, on its page of this request."""
    lines: tuple[str, ...]
    """`Key: text`, a fact each, in reading order."""
    text: str
    """The lines, indented to stand after the number."""
    scene: str
    """The slugline in force; empty if there is none."""
    cast: tuple[str, ...]


class PageFacts(Struct, frozen=True, gc=False):
    """A page as a template sees it."""

    number: int
    """From 1, in this request."""
    kind: str
    """`page`, `splash` or `spread`."""
    heading: str
    lines: tuple[str, ...]
    """What is said about the page as a whole."""
    panels: tuple[PanelFacts, ...]


class PromptFacts(Struct, frozen=True, gc=False):
    """All that a template can name."""

    title: str
    style: tuple[Field, ...]
    story: tuple[Field, ...]
    """Title, the fields of STORY, then places and props in force."""
    characters: tuple[CharacterSheet, ...]
    pages: tuple[PageFacts, ...]
    constraints: tuple[Field, ...]
    is_brief: bool
    """Whether the story is in a document and there are no pages."""
    is_lettered: bool
    """Whether the service draws the words."""
    language: str
    reading: Reading
    preset: str
    size: str


def load_template(text: str | None) -> Template:
    """Return a project's template, or storyc's own for None. Raises: ConfigError with the line of a mistake in it."""
    return _default() if text is None else _compile(text)


def write_prompt(template: Template, facts: PromptFacts) -> str:
    """Return the prompt of one request. Raises: ConfigError with the template's line if it fails or says nothing."""
    try:
        prompt = _render(template, {name: getattr(facts, name) for name in facts.__struct_fields__}).strip("\n")
    except _TEMPLATE_FAILURES as problem:
        line = _line(problem.__traceback__)
        raise ConfigError(f"the prompt template fails in line {line}: {_reason(problem)}") from problem
    if not prompt.strip():
        raise ConfigError("the prompt template says nothing", hint="a request needs a prompt that is not blank")
    return prompt


def _render(template: Template, facts: dict[str, Any]) -> str:
    """Return what `template.render` does, without a copy of all names for each prompt."""
    context = template.new_context({**template.globals, **facts}, shared=True)
    try:
        return template.environment.concat(template.root_render_func(context))
    except Exception:  # noqa: BLE001 - whatever it is, it is raised again as a failure of the template's line
        template.environment.handle_exception()


@cache
def _default() -> Template:
    text = get_data(__package__, "prompt.jinja")
    assert text is not None, "the package has lost its prompt template"
    # our own words need no sandbox, which would take as long again as everything else
    plain = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - a prompt is no HTML
    return plain.from_string(text.decode())


def _compile(text: str) -> Template:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    try:
        return environment.from_string(text)
    except TemplateSyntaxError as problem:
        raise ConfigError(f"the prompt template is wrong in line {problem.lineno}: {_reason(problem)}") from problem


def _reason(problem: BaseException) -> str:
    return " ".join(str(problem).split()) or type(problem).__name__


def _line(trace: TracebackType | None) -> int:
    """Return the last line of the template that a failure passed through; 1 if it passed none."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _FILE_NAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
