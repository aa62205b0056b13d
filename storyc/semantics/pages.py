"""Reads pages and panels: their tags, numbers, settings and items."""

from collections.abc import Sequence

from msgspec.structs import replace

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
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
    Prose,
    SectionLine,
    Slug,
    Synopsis,
)
from storyc.text import Span

from .declaring import Declarations
from .folding import Folder
from .names import panel_spellings
from .program import Item, ScriptPage, ScriptPanel
from .saying import place
from .sluglines import read_slug
from .speakers import Speakers
from .tags import PageTags, read_looks, read_page_tags, read_panel_tags

_SILENT_LINES = frozenset((Blank, Comment, Synopsis, SectionLine, NoteLine))


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
        self.items: tuple[Item, ...] = ()
        self.panels: list[ScriptPanel] = []
        self.headings: list[tuple[Document, Heading, tuple[tuple[str, Label], ...]]] = []
        """Of the panels, with the labels that their tags refer to."""

    @property
    def is_spread(self) -> bool:
        """Return whether it takes two page numbers."""
        return self.tags.kind == "spread"

    def find(self, wanted: str) -> int | None:
        """Return the ordinal of the panel that a number means, however it is spelled; None if there is none."""
        spellings = panel_spellings(wanted)
        labels = (panel.label or str(ordinal) for ordinal, panel in enumerate(self.panels, 1))
        return next((ordinal for ordinal, label in enumerate(labels, 1) if spellings & panel_spellings(label)), None)

    def finish(self) -> ScriptPage:
        """Return the finished page; panels name each other as their headings do."""
        heading, tags = self.heading, self.tags
        label = ""
        if heading is not None and heading.number is not None:
            label = heading.number.written + (f"-{heading.last.written}" if heading.last else "")
        return ScriptPage(
            self.document.source, self.at, self.ordinal, tags.kind, label, tags.preset, tags.size, tags.layout,
            self.section, tuple(self.synopses), self.items, tuple(map(self._linked, self.panels)),
        )  # fmt: skip

    def _linked(self, panel: ScriptPanel) -> ScriptPanel:
        if not panel.inset and not panel.same_as:
            return panel
        return replace(panel, inset=self._label(panel.inset), same_as=self._label(panel.same_as))

    def _label(self, wanted: str) -> str:
        ordinal = self.find(wanted) if wanted else None
        return wanted if ordinal is None else self.panels[ordinal - 1].label or str(ordinal)


class PageReader:
    """Reads the pages of a story in order; a setting stays in force until the next slugline."""

    def __init__(self, declared: Declarations, speakers: Speakers, said: list[Diagnostic]) -> None:
        self._declared = declared
        self._speakers = speakers
        self._said = said
        self._folders: dict[str, Folder] = {}
        self._setting: Setting | None = None
        self._scene_looks: dict[str, str] = {}
        self._sections: list[tuple[int, str]] = []
        self.pages: list[PageDraft] = []
        self._next_ordinal = 1

    @property
    def page(self) -> PageDraft | None:
        """Return the page that panels are added to."""
        return self.pages[-1] if self.pages else None

    def fold(self, document: Document, lines: Sequence[BodyLine]) -> tuple[Item, ...]:
        """Return the items of a body."""
        name = document.source.name
        if name not in self._folders:
            self._folders[name] = Folder(document.source, self._speakers, self._said)
        return self._folders[name].fold(lines)

    def section(self, line: SectionLine) -> None:
        """Open a section; it closes those that are as deep or deeper."""
        self._sections = [(depth, title) for depth, title in self._sections if depth < line.depth]
        self._sections.append((line.depth, line.title))

    def slug(self, document: Document, slug: Slug) -> None:
        """Put a setting in force."""
        scenery = read_slug(slug, document.source, self._declared, self._said)
        self._setting = scenery.setting
        self._scene_looks = (
            read_looks(scenery.tags, scenery.tags_at, document.source, self._declared, self._said)
            if scenery.tags
            else {}
        )

    def open_page(self, document: Document, page: Page) -> None:
        """Begin a page and read what stands before its first panel."""
        heading = page.heading
        tags = read_page_tags(heading.tags, document.source, self._declared, self._said)
        if heading.last is not None and heading.number is not None:
            self._range(document, heading, tags)
        draft = self._open(document, heading, page.span.start, tags)
        draft.items = self._body(document, page.lines, draft)
        if heading.text is not None:
            draft.items = (*self._opened(document, heading), *draft.items)

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
        helps = ("a heading stands for one page, or for the two pages of a spread: `PAGES 2-3`",)
        self._said.append(
            Diagnostic(
                codes.PAGE_RANGE, f"pages {first.written} to {last.written} cannot be one page", label, helps=helps
            )
        )

    def add_panel(self, document: Document, panel: Panel) -> None:
        """Add a panel to the open page; without one, page 1 is opened silently by the script and reported."""
        page, heading = self.page, panel.heading
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
        tags = read_panel_tags(heading.tags, document.source, self._declared, self._said)
        slugs = [line for line in panel.lines if type(line) is Slug]
        opens = bool(slugs) and heading.text is None and _opens(panel.lines)
        if opens:
            self.slug(document, slugs.pop(0))
        setting, looks = self._setting, {**page.tags.looks, **self._scene_looks, **tags.looks}
        items = self._body(document, panel.lines, page, has_slugs=False)
        if heading.text is not None:
            items = (*self._opened(document, heading), *items)
        for slug in slugs:
            self.slug(document, slug)
        label = heading.number.written if heading.number else ""
        page.panels.append(
            ScriptPanel(
                document.source,
                panel.span.start,
                label,
                tags.framing,
                tags.unknown,
                tags.inset,
                tags.same_as,
                tags.seed,
                tags.pin,
                setting,
                looks,
                items,
            )
        )
        page.headings.append((document, heading, tags.references))
        if not items and "silent" not in tags.framing:
            self._said.append(
                Diagnostic(
                    codes.EMPTY_PANEL,
                    "nothing is said about this panel",
                    place(document.source, heading.span.start, heading.span.end),
                    helps=("describe what it shows; what is left out, the artist makes up",),
                )
            )

    def _body(
        self, document: Document, lines: Sequence[BodyLine], page: PageDraft, *, has_slugs: bool = True
    ) -> tuple[Item, ...]:
        for line in lines:
            if isinstance(line, Synopsis):
                page.synopses.append(line.text)
            elif isinstance(line, SectionLine):
                self.section(line)
            elif isinstance(line, Slug) and has_slugs:
                self.slug(document, line)
        return self.fold(document, lines)

    def _opened(self, document: Document, heading: Heading) -> tuple[Item, ...]:
        """Return the description that a heading opens, `PANEL 1: rain`."""
        assert heading.text is not None
        return self.fold(document, (Prose(heading.text.text, heading.text.span),))


def _opens(lines: Sequence[BodyLine]) -> bool:
    """Return whether a slugline comes before any text."""
    for line in lines:
        if type(line) not in _SILENT_LINES:
            return type(line) is Slug
    return False
