"""The phase: a resolved story to a program, if nothing in it is wrong."""

from collections import Counter
from collections.abc import Mapping, Sequence

from storyc.diagnostics import Diagnostic, Outcome, codes, has_errors
from storyc.storyboard import Character, Location, Origin, Prop, Reference
from storyc.syntax import (
    Attachments,
    Blank,
    Block,
    BodyLine,
    Clip,
    Comment,
    Define,
    Document,
    Include,
    NoteLine,
    Page,
    Panel,
    Scene,
    Section,
    Synopsis,
    TitlePage,
)
from storyc.text import Files

from .clips import ClipReader
from .declaring import Entity
from .entries import misspelt_heading
from .including import Placed
from .interpolation import expand, interpolate, is_swollen, undefined_names
from .pages import PageReader
from .program import ClipSpec, Program, TitleValues
from .references import References
from .resolving import Resolved
from .rules import PAGE_RULES, page_numbers_rise, spreads_start_on_a_left_page, stories_have_something_to_draw
from .saying import place
from .service import MAX_AGE_YEARS
from .speakers import Speakers
from .titles import misspelt_title, read_title_page

NO_VALUES: Mapping[str, str] = {}


def check(resolved: Resolved, files: Files, values: Mapping[str, str] = NO_VALUES) -> Outcome[Program | None]:
    """Return the program, or None if there is an error, and everything that is to be said.

    `files` are those that the script may refer to; `values` are what the build gives to `{{name}}`.
    """
    if not resolved.parts:
        return _nothing(resolved)
    return _Check(resolved, files, values).run()


def _nothing(resolved: Resolved) -> Outcome[Program | None]:
    said = tuple(stories_have_something_to_draw(document.source) for document in resolved.documents.values())
    return Outcome(None, said)


def _read_times(resolved: Resolved) -> list[tuple[Document, int]]:
    """Return the documents of a story, each with the number of times that it is read."""
    times = Counter(placed.document.source.name for placed in resolved.parts if placed.part is placed.document.parts[0])
    return [(document, times[name]) for name, document in resolved.documents.items()]


class _Check:
    """One check of one story: the parts in order, then the rules about the whole."""

    def __init__(self, resolved: Resolved, files: Files, values: Mapping[str, str]) -> None:
        self._resolved = resolved
        self._said: list[Diagnostic] = []
        self._references = References(files, self._said)
        declared = resolved.declared
        self._speakers = Speakers(declared, self._said)
        definitions = expand(declared.definitions, declared.defined_at, values, self._said)
        if is_swollen(_read_times(resolved), definitions, self._said):
            definitions = dict.fromkeys(definitions, "")
        self._definitions = definitions
        self._pages = PageReader(declared, self._definitions, self._speakers, self._said)
        self._clip_reader = ClipReader(self._references, self._speakers, self._said)
        self._clips: list[ClipSpec] = []
        self._title = TitleValues({})
        self._inherited_links: dict[str, tuple[Reference, ...]] = {}

    def run(self) -> Outcome[Program | None]:
        main = next(iter(self._resolved.documents.values()))
        for placed in self._resolved.parts:
            self._part(placed, main)
        self._speakers.finish()
        for page in self._pages.pages:
            for rule in PAGE_RULES:
                self._said += rule(page)
        self._said += page_numbers_rise(self._pages.pages)
        self._said += spreads_start_on_a_left_page(self._pages.pages, self._title.reading)
        for document in self._resolved.documents.values():
            undefined_names(document, self._definitions, self._said)
        program = self._program(main)
        return Outcome(None if has_errors(self._said) else program, tuple(self._said))

    # ---- the parts, in order

    def _part(self, placed: Placed, main: Document) -> None:
        document, part = placed.document, placed.part
        match part:
            case Page():
                self._pages.open_page(document, part)
                for child in part.strip:
                    self._child(document, child)
            case Panel() | Clip():
                self._child(document, part)
            case Section():
                self._pages.section(part.heading)
            case Scene():
                self._pages.slug(document, part.slug)
                self._stray(document, part.lines)
            case TitlePage():
                self._title_page(document, part, main)
            case Include() | Define():
                self._stray(document, part.lines)
            case Block() | Attachments():
                pass
            case _:
                self._stray(document, (part,))

    def _child(self, document: Document, child: Panel | Clip) -> None:
        if isinstance(child, Panel):
            self._pages.add_panel(document, child)
        else:
            self._clips.append(self._clip_reader.read(document, child, self._pages))

    def _title_page(self, document: Document, page: TitlePage, main: Document) -> None:
        if document is main:
            self._title = read_title_page(page, document, self._references, self._said)
            return
        first = page.fields[0]
        self._said.append(
            Diagnostic(
                codes.TITLE_PAGE_IN_INCLUDE,
                "the title page of an included file counts for nothing",
                place(document.source, first.span.start, first.span.end),
                helps=(f"move what it says to `{main.source.name}`",),
            )
        )

    def _stray(self, document: Document, lines: Sequence[BodyLine]) -> None:
        """Report text that belongs to no page, a paragraph at a time."""
        starts = True
        for line in lines:
            match line:
                case Blank():
                    starts = True
                case Comment() | NoteLine() | Synopsis():
                    pass
                case _:
                    if starts or len(lines) == 1:
                        self._say_stray(document, line)
                    starts = False

    def _say_stray(self, document: Document, line: BodyLine) -> None:
        last = self._said[-1] if self._said else None
        line_number = document.source.position(line.span.start).line
        if (
            last is not None
            and last.code is codes.TEXT_OUTSIDE_PAGE
            and last.primary.source == document.source.name
            and document.source.position(last.primary.span.end).line == line_number - 1
        ):
            label = place(document.source, last.primary.span.start, line.span.end)
            self._said[-1] = Diagnostic(last.code, last.message, label, helps=last.helps)
            return
        label = place(document.source, line.span.start, line.span.end)
        misspelt = misspelt_heading(document.source.slice(line.span), label) or misspelt_title(line, document.source)
        if misspelt is not None:
            self._said.append(misspelt)
            return
        self._said.append(
            Diagnostic(
                codes.TEXT_OUTSIDE_PAGE,
                "this text belongs to no page and is not sent",
                label,
                helps=("put it under a PAGE or PANEL line, or into `[[ ]]` or `/* */` if it is a remark",),
            )
        )

    # ---- what is declared

    def _program(self, main: Document) -> Program:
        declared, title = self._resolved.declared, self._title
        attachments = tuple(
            reference
            for attached in declared.attachments
            if (reference := self._references.read(
                attached.text, attached.document.source, attached.at, ("image", "document", "video")))
        )  # fmt: skip
        cast = tuple(self._character(person) for person in declared.people)
        locations = tuple(self._location(entity) for entity in declared.places)
        props = tuple(self._prop(entity) for entity in declared.things)
        pages = tuple(page.finish() for page in self._pages.pages)
        if not pages and not self._clips and title.brief is None:
            self._said.append(stories_have_something_to_draw(main.source))
        return Program(
            main.source, title, self._settings(declared.style), self._settings(declared.story),
            self._settings(declared.constraints), attachments, cast, locations, props, self._definitions, pages,
            tuple(self._clips),
            self._speakers,
        )  # fmt: skip

    def _text(self, text: str) -> str:
        return interpolate(text, self._definitions)

    def _settings(self, settings: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        return tuple((key, self._text(value)) for key, value in settings if value)

    def _described(self, entity: Entity) -> str:
        parts = [entity.description, *(field.value for key, field in entity.fields if key == "description")]
        return self._text(" ".join(part for part in parts if part))

    def _links(self, entity: Entity) -> tuple[Reference, ...]:
        return tuple(
            reference
            for key, field in entity.fields
            if key == "ref"
            and (reference := self._references.read(field.value, entity.document.source, field.value_at, ("image",)))
        )

    def _character(self, person: Entity) -> Character:
        """Return a character; a look has the fields of its character but for those that it says itself."""
        declared = self._resolved.declared
        fields = {key: self._text(field.value) for key, field in person.fields if key not in {"ref", "description"}}
        description, links = self._described(person), self._links(person)
        if person.base != person.name:
            owner = next(other for other in declared.people if other.name == person.base)
            inherited = {
                key: self._text(field.value) for key, field in owner.fields if key not in {"ref", "description"}
            }
            fields = {**inherited, **fields}
            description = description or self._described(owner)
            links = links or self._inherited_links.get(owner.name, ())
        self._inherited_links[person.name] = links
        return Character(
            person.name, person.aliases, description, self._age(person, fields.pop("age", "")),
            fields.get("gender", ""), fields.get("role", ""), fields.get("personality", ""),
            fields.get("catchphrase", ""), fields.get("dress", ""), links, self._origin(person),
        )  # fmt: skip

    def _age(self, person: Entity, written: str) -> int | None:
        if not written:
            return None
        if written.isdecimal() and len(written) <= 3 and int(written) <= MAX_AGE_YEARS:
            return int(written)
        field = next((field for key, field in person.fields if key == "age"), None)
        if field is not None:
            source = person.document.source
            self._said.append(
                Diagnostic(
                    codes.BAD_VALUE,
                    f"`{written}` is no age",
                    place(source, field.value_at, field.value_at + len(field.value)),
                    helps=(f"write a number of years from 0 to {MAX_AGE_YEARS}, and the rest in the description",),
                )
            )
        return None

    def _location(self, entity: Entity) -> Location:
        return Location(entity.name, entity.aliases, self._described(entity), self._links(entity), self._origin(entity))

    def _prop(self, entity: Entity) -> Prop:
        return Prop(entity.name, entity.aliases, self._described(entity), self._links(entity), self._origin(entity))

    def _origin(self, entity: Entity) -> Origin:
        source = entity.document.source
        return Origin(source.name, source.position(entity.name_at).line)
