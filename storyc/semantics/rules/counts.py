"""How many panels there are, and have to be."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, Edit, Fix, codes
from storyc.semantics.pages import PageDraft
from storyc.semantics.saying import place, replacement
from storyc.semantics.service import MAX_PANELS
from storyc.text import Source, Span

_BEGIN_PANELS = "begin each picture with a `PANEL` line, also the only one of a splash"
_NAMED_PAGE = "a line that begins with `PAGE:` is a page; somebody of that name is declared as `THE PAGE` or the like"


def panel_counts_match(page: PageDraft) -> Iterator[Diagnostic]:
    """A count in a heading is there to be relied on; one that is wrong hides a lost panel."""
    heading = page.heading
    if heading is None or heading.count is None or heading.count.value == len(page.panels):
        return
    count = heading.count
    label = place(page.document.source, count.span.start, count.span.end, f"says {count.value}")
    have = len(page.panels)
    fix = replacement(label, str(have), f"write `{have}`")
    message = f"this page has {have} panel{'' if have == 1 else 's'}, not {count.value}"
    yield Diagnostic(
        codes.WRONG_PANEL_COUNT, message, label, helps=("correct the count, or look for the panel",), fixes=(fix,)
    )


def pages_have_panels(page: PageDraft) -> Iterator[Diagnostic]:
    """The service draws panels; a page is at least one and, in one request, at most twenty of them."""
    heading = page.heading
    if heading is None:
        return
    source = page.document.source
    label = place(source, heading.span.start, heading.span.end)
    if not page.panels:
        end = Span(heading.span.end, heading.span.end)
        insert = Edit(source.name, end, "\n\nPANEL 1")
        yield Diagnostic(
            codes.EMPTY_PAGE,
            "this page has no panel",
            label,
            helps=(_NAMED_PAGE if heading.number is None and heading.text else _BEGIN_PANELS,),
            fixes=(Fix("insert `PANEL 1`", (insert,), is_safe=False),),
        )
    elif len(page.panels) > MAX_PANELS:
        helps = ("spread them over more pages",)
        message = f"this page has {len(page.panels)} panels; at most {MAX_PANELS} can be drawn for one"
        yield Diagnostic(codes.TOO_MANY_PANELS, message, label, helps=helps)


def stories_have_something_to_draw(source: Source) -> Diagnostic:
    """A story without a page, a clip or a brief asks for nothing."""
    return Diagnostic(
        codes.NOTHING_TO_DRAW,
        "there is nothing to draw in this story",
        place(source, 0, 0),
        helps=("begin a page with `PAGE 1` and its first picture with `PANEL 1`",),
    )
