"""Reads pages and panels: their tags, numbers, settings and items."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from storyc.diagnostics import Diagnostic, Edit, Fix, codes
from storyc.storyboard import Setting
from storyc.syntax import (
    Blank,
    BodyLine,
    Comment,
    Document,
    Heading,
    NoteLine,
    Page,
    Panel,
    SectionLine,
    Slug,
    Synopsis,
)
from storyc.text import Span

from .declaring import Declarations
from .folding import Folder
from .items import is_drawn
from .names import panel_spellings
from .plainness import Body, Glance
from .program import ScriptPage, ScriptPanel
from .saying import place, replacement
from .sluglines import Scenery, read_slug
from .speakers import Speakers
from .tags import PageTags, TagReader, read_page_tags, read_scene_tags

_SILENT_LINES = frozenset((Blank, Comment, NoteLine, SectionLine, Slug, Synopsis))
_NO_LOOKS: Mapping[str, str] = {}


class PageDraft:
    """A page to which panels are still added."""

    def __init__(self, document: Document, heading: Heading | None, at: int, ordinal: int, tags: PageTags) -> None:
        self.document = document
        self.heading = heading
        self.at = at
        self.ordinal = ordinal
        self.tags = tags
        self.section: tuple[str, ...] = ()
        self.synopses: list[str] = []
        self.lines: tuple[BodyLine, ...] = ()
        self.panels: list[ScriptPanel] = []
        self._ordinals: dict[str, int] = {}
        """Of the panels that were looked at to find one, by each way to spell their numbers."""
        self._seen = 0
        """How many panels those are."""

    @property
    def is_spread(self) -> bool:
        """Return whether it takes two page numbers."""
        return self.tags.kind == "spread"

    def labels(self) -> Iterator[str]:
        """Return the numbers of the panels as written; where none is, the ordinal."""
        return map(self._number, range(1, len(self.panels) + 1))

    def find(self, wanted: str) -> int | None:
        """Return the ordinal of the panel that a number means, however it is spelled; None if there is none."""
        for ordinal in range(self._seen + 1, len(self.panels) + 1):
            for spelling in panel_spellings(self._number(ordinal)):
                self._ordinals.setdefault(spelling, ordinal)
        self._seen = len(self.panels)
        return min((self._ordinals[one] for one in panel_spellings(wanted) if one in self._ordinals), default=None)

    def finish(self) -> ScriptPage:
        """Return the finished page; its panels name each other as their headings do."""
        heading, tags = self.heading, self.tags
        label = ""
        if heading is not None and heading.number is not None:
            label = heading.number.written + (f"-{heading.last.written}" if heading.last else "")
        for panel in self.panels:
            if panel.tags.references:
                panel.tags.inset, panel.tags.same_as = map(self._as_written, (panel.tags.inset, panel.tags.same_as))
        return ScriptPage(
            self.document.source,
            self.at,
            self.ordinal,
            tags.kind,
            label,
            tags.preset,
            tags.size,
            tags.layout,
            tuple(tags.unknown),
            self.section,
            tuple(self.synopses),
            heading,
            self.lines,
            tuple(self.panels),
        )

    def _number(self, ordinal: int) -> str:
        number = self.panels[ordinal - 1].node.heading.number
        return str(ordinal) if number is None else number.written

    def _as_written(self, wanted: str) -> str:
        ordinal = self.find(wanted) if wanted else None
        return wanted if ordinal is None else self._number(ordinal)


class PageReader:
    """Reads the pages of a story in order; a setting stays in force until the next slugline."""

    def __init__(
        self, declared: Declarations, definitions: Mapping[str, str], speakers: Speakers, said: list[Diagnostic]
    ) -> None:
        self._declared = declared
        self._definitions = definitions
        self._speakers = speakers
        self._said = said
        self._glance = Glance(speakers)
        self._tags = TagReader(declared, said)
        self._setting: Setting | None = None
        self._scene_looks: dict[str, str] = {}
        self._sceneries: dict[str, Scenery] = {}
        """Sluglines that were read before and have nothing wrong with them; scenes come back."""
        self._sections: list[tuple[int, str]] = []
        self.pages: list[PageDraft] = []
        self._by_number: dict[str, PageDraft] = {}
        """The pages that were looked at to find one, by each way to name them."""
        self._seen = 0
        """How many pages those are."""
        self._next_ordinal = 1

    def section(self, line: SectionLine) -> None:
        """Open a section; it closes those that are as deep or deeper."""
        self._sections = [(depth, title) for depth, title in self._sections if depth < line.depth]
        self._sections.append((line.depth, line.title))

    def slug(self, document: Document, slug: Slug) -> None:
        """Put a setting in force."""
        scenery = self._sceneries.get(slug.text)
        if scenery is None:
            heard = len(self._said)
            scenery = read_slug(slug, document.source, self._declared, self._definitions, self._said)
            if len(self._said) == heard and not scenery.tags:
                self._sceneries[slug.text] = scenery
        self._setting, self._scene_looks = scenery.setting, {}
        if scenery.tags:
            self._scene_looks, unknown = read_scene_tags(
                scenery.tags, scenery.tags_at, document.source, self._declared, self._said
            )
            self._setting = replace(self._setting, unknown_tags=unknown)

    @property
    def last(self) -> PageDraft | None:
        """Return the page that was opened last, None before the first."""
        return self.pages[-1] if self.pages else None

    def find(self, wanted: str) -> PageDraft | None:
        """Return the last page so far that a number means, as it is written or as pages are counted; None if there is none."""
        for page in self.pages[self._seen :]:
            self._by_number[str(page.ordinal)] = page
            if page.heading is not None and (number := page.heading.number) is not None:
                self._by_number[number.written.casefold()] = self._by_number[str(number.value)] = page
        self._seen = len(self.pages)
        return self._by_number.get(wanted)

    def open_page(self, document: Document, page: Page) -> None:
        """Begin a page and read what stands before its first panel."""
        heading = page.heading
        tags = read_page_tags(heading.tags, document.source, self._declared, self._said)
        if heading.last is not None and heading.number is not None:
            self._range(document, heading, tags)
        draft = self._open(document, heading, page.span.start, tags)
        draft.lines = page.lines
        self._take_marks(document, page.lines, draft)
        if heading.text is not None or not _SILENT_LINES.issuperset(map(type, page.lines)):
            self._fold(document, heading, page.lines)

    def _open(self, document: Document, heading: Heading | None, at: int, tags: PageTags) -> PageDraft:
        draft = PageDraft(document, heading, at, self._next_ordinal, tags)
        self._next_ordinal += 2 if draft.is_spread else 1
        draft.section = tuple(title for _, title in self._sections)
        self.pages.append(draft)
        return draft

    def _range(self, document: Document, heading: Heading, tags: PageTags) -> None:
        first, last = heading.number, heading.last
        assert first is not None
        assert last is not None
        if last.value == first.value + 1:
            tags.kind = "spread"
            return
        label = place(document.source, first.span.start, last.span.end)
        message = f"pages {first.written} to {last.written} cannot be one page"
        helps = ("a heading stands for one page, or for the two pages of a spread: `PAGES 2-3`",)
        fixes: tuple[Fix, ...] = ()
        if first.value == last.value + 1:
            turned = f"{last.written}{'-' if first.written[0].isdecimal() else ' & '}{first.written}"
            message = f"page {first.written} does not come before page {last.written}"
            helps = ("the lower number stands first, in either direction of reading",)
            fixes = (replacement(label, turned),)
        self._said.append(Diagnostic(codes.PAGE_RANGE, message, label, helps=helps, fixes=fixes))

    def add_panel(self, document: Document, panel: Panel) -> None:
        """Add a panel to the open page; without one, page 1 is opened silently by the script and reported."""
        page, heading = self.last, panel.heading
        if page is None:
            page = self._open(document, None, panel.span.start, PageTags())
            begins = Span(panel.span.start, panel.span.start)
            self._said.append(
                Diagnostic(
                    codes.IMPLICIT_PAGE,
                    "this panel belongs to no page; page 1 is taken to begin here",
                    place(document.source, heading.span.start, heading.span.end),
                    helps=("put a `PAGE 1` line before it",),
                    fixes=(Fix("insert `PAGE 1`", (Edit(document.source.name, begins, "PAGE 1\n\n"),)),),
                )
            )
        tags = self._tags.read(heading, document.source)
        known = Body.OPEN if heading.text is not None else self._glance.look(panel.lines)
        slugs = [line for line in panel.lines if type(line) is Slug] if known is Body.OPEN else ()
        if slugs and heading.text is None and _opens(panel.lines):
            self.slug(document, slugs[0])
            slugs = slugs[1:]
        looks: Mapping[str, str] = _NO_LOOKS
        if page.tags.looks or self._scene_looks or tags.looks:
            looks = {**page.tags.looks, **self._scene_looks, **tags.looks}
        page.panels.append(ScriptPanel(document.source, panel, tags, self._setting, looks))
        for slug in slugs:
            self.slug(document, slug)
        if known is Body.OPEN:
            self._take_marks(document, panel.lines, page, has_slugs=False)
            known = Body.PLAIN if self._fold(document, heading, panel.lines) else Body.EMPTY
        if known is Body.EMPTY:
            self._said.append(
                Diagnostic(
                    codes.EMPTY_PANEL,
                    "nothing is said about this panel",
                    place(document.source, heading.span.start, heading.span.end),
                    helps=("describe what it shows; what is left out, the artist makes up",),
                )
            )

    def _take_marks(
        self, document: Document, lines: Sequence[BodyLine], page: PageDraft, *, has_slugs: bool = True
    ) -> None:
        """Take in what is no item: synopses, sections, settings."""
        for line in lines:
            if isinstance(line, Synopsis):
                page.synopses.append(line.text)
            elif isinstance(line, SectionLine):
                self.section(line)
            elif isinstance(line, Slug) and has_slugs:
                self.slug(document, line)

    def _fold(self, document: Document, heading: Heading, lines: Sequence[BodyLine]) -> bool:
        """Say what there is to say about a body, and return whether any of it is drawn."""
        items = Folder(document.source, self._speakers, self._said).fold_headed(heading, lines)
        return any(map(is_drawn, items))


def _opens(lines: Sequence[BodyLine]) -> bool:
    """Return whether a slugline comes before any text."""
    for line in lines:
        if type(line) is Slug or type(line) not in _SILENT_LINES:
            return type(line) is Slug
    return False
