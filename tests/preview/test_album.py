"""Pictures stay with what they show."""

from storyc.planning import Art
from storyc.preview.album import Album
from storyc.storyboard import Action, Origin, Page, Panel, PanelKey, Storyboard


def board(*words: str) -> Storyboard:
    panels = tuple(
        Panel(ordinal, items=(Action(word),), origin=Origin("a.story", len(words) * ordinal))
        for ordinal, word in enumerate(words, 1)
    )
    return Storyboard(pages=(Page(1, panels=panels),))


def art(name: str) -> Art:
    return Art(name, f"{name}.webp", 1, 1, "image/webp")


def key(panel: int) -> PanelKey:
    return PanelKey(1, panel)


HOME = {key(1): art("rain"), key(2): art("wind")}


def test_what_is_at_home_is_shown() -> None:
    pictures = Album().choose(board("Rain", "Wind"), HOME, {})
    assert (pictures.panels, pictures.old) == (HOME, frozenset())


def test_a_picture_goes_where_its_panel_goes() -> None:
    album = Album()
    album.choose(board("Rain", "Wind"), HOME, {})
    pictures = album.choose(board("Snow", "Rain", "Wind"), {}, {})
    assert pictures.panels[key(2)] == art("rain")
    assert pictures.panels[key(3)] == art("wind")
    assert pictures.old == {key(1), key(2), key(3)}


def test_a_panel_that_changed_keeps_the_picture_of_its_place() -> None:
    album = Album()
    album.choose(board("Rain", "Wind"), HOME, {})
    assert album.choose(board("Rain", "Storm"), {}, {}).panels[key(2)] == art("wind")


def test_what_is_to_be_replaced_is_shown_before_what_stood_there() -> None:
    album = Album()
    album.choose(board("Rain", "Wind"), HOME, {})
    pictures = album.choose(board("Rain", "Storm"), {}, {key(2): art("bought")})
    assert pictures.panels[key(2)] == art("bought")


def test_a_panel_that_never_had_a_picture_has_none() -> None:
    assert Album().choose(board("Rain"), {}, {}).panels == {}
