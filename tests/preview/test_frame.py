"""Whoever is told the changes sees what whoever reads the whole page sees."""

from hypothesis import given
from hypothesis import strategies as st

from storyc.preview.frame import EMPTY, Changes, Frame, advance, changes_since

names = st.sampled_from(["bar", "cover", "page-1", "page-2", "page-3", "page-4", "reference"])
pages = st.lists(st.tuples(names, st.text("ab<", max_size=2)), unique_by=lambda part: part[0]).map(dict)


def told(seen: dict[str, str], news: Changes) -> dict[str, str]:
    """What a reader makes of news."""
    return {name: news.changed[name] if name in news.changed else seen[name] for name in news.order}


def whole(frame: Frame) -> dict[str, str]:
    return {name: part.html for name, part in frame.parts.items()}


@given(st.lists(pages, max_size=6), st.integers(0, 6))
def test_news_lead_from_any_revision_to_the_last(history: list[dict[str, str]], since: int) -> None:
    frames = [EMPTY]
    for parts in history:
        frames.append(advance(frames[-1], parts))
    before = frames[min(since, len(frames) - 1)]
    last = frames[-1]
    news = changes_since(last, before.revision, series="a")
    assert told(whole(before), news) == whole(last)
    assert list(told(whole(before), news)) == list(whole(last))
    assert news.revision == f"a-{last.revision}"


@given(pages)
def test_the_same_page_is_no_news(parts: dict[str, str]) -> None:
    frame = advance(EMPTY, parts)
    assert advance(frame, dict(parts)) is frame


@given(pages, pages)
def test_only_what_differs_is_told(before: dict[str, str], now: dict[str, str]) -> None:
    frame = advance(EMPTY, before)
    news = changes_since(advance(frame, now), frame.revision, series="a")
    assert set(news.changed) == {name for name, html in now.items() if before.get(name) != html}
