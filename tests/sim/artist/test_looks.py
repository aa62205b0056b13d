import pytest

from storyc.sim.artist.brief import Lettering, Person, Shot
from storyc.sim.artist.colours import Rgb, clothes_colour, hair_colour
from storyc.sim.artist.lexicon import light_of, things_in
from storyc.sim.artist.looks import Mood, look_of, mood_of
from storyc.sim.artist.scene import read_scene

_YELLOW, _NAVY, _RED = (244, 200, 48), (40, 56, 104), (206, 54, 50)


@pytest.mark.parametrize(
    ("dress", "colour"),
    [
        ("yellow raincoat two sizes too big", _YELLOW),
        ("黄色いレインコート", _YELLOW),
        ("紺のセーラー服、赤いスカーフ", _NAVY),
        ("un manteau rouge", _RED),
        ("RED scarf over a black coat", _RED),
    ],
)
def test_a_dress_has_the_colour_that_it_names(dress: str, colour: Rgb) -> None:
    assert clothes_colour(dress, "", "Toby") == colour


def test_a_garment_in_the_description_serves_too() -> None:
    assert clothes_colour("", "A tall man in a red woollen coat, blue eyes.", "Max") == _RED


def test_a_word_that_contains_a_colour_is_none() -> None:
    assert clothes_colour("tired, bored, reduced", "", "Ann") == clothes_colour("", "", "Ann")


def test_an_undeclared_colour_is_the_same_every_time() -> None:
    assert clothes_colour("", "", "Ann") == clothes_colour("", "", "Ann")


def test_hair_has_the_colour_before_its_word() -> None:
    assert hair_colour("Blue coat, close-cropped grey hair", "Mara") == (140, 140, 146)
    assert hair_colour("おさげの黒髪", "美咲") == (44, 42, 50)


def test_a_description_is_seen() -> None:
    look = look_of(Person("CHO", description="Silver bob, round glasses, a black hat"))
    assert (look.hair, look.extras) == ("bob", frozenset({"glasses", "hat"}))


@pytest.mark.parametrize(
    ("name", "description", "kind"),
    [("狐", "", "fox"), ("KOKO", "A ginger cat.", "cat"), ("X9", "rusty robot", "robot")],
)
def test_not_everybody_is_a_person(name: str, description: str, kind: str) -> None:
    assert look_of(Person(name, description=description)).kind == kind


@pytest.mark.parametrize(
    ("modifiers", "text", "mood"),
    [(("burst",), "x", "shout"), (("thought",), "x", "think"), ((), "No!", "shout"), ((), "No.", "calm")],
)
def test_a_voice_shows_in_the_face(modifiers: tuple[str, ...], text: str, mood: Mood) -> None:
    shot = Shot("1", 1, letterings=(Lettering("speech", text, ("A",), modifiers),))
    assert mood_of(Person("A"), shot) == mood


def test_an_action_shows_in_the_face_of_who_is_silent() -> None:
    assert mood_of(Person("A"), Shot("1", 1, action="A smiles, smiling.")) == "glad"


@pytest.mark.parametrize(
    ("text", "light"),
    [("NIGHT", "night"), ("夕方", "evening"), ("夜明け", "dawn"), ("morning", "day"), ("LATER", "plain")],
)
def test_a_time_has_its_light(text: str, light: str) -> None:
    assert light_of(text) == light


def test_the_first_text_that_names_a_light_decides() -> None:
    assert light_of("CONTINUOUS", "NIGHT", "at noon") == "night"


def test_words_are_things_whole_plural_or_east_asian() -> None:
    assert things_in("Cranes, a trainload; 提灯") == {"crane", "lantern"}


@pytest.mark.parametrize(
    ("heading", "interior", "place", "time"),
    [
        ("EXT. THE HARBOUR - NIGHT", "EXT", "THE HARBOUR", "NIGHT"),
        ("int. kitchen", "INT", "kitchen", ""),
        ("EXT. 商店街 - 夕方", "EXT", "商店街", "夕方"),
        ("I/E CAR - DUSK", "EXT", "CAR", "DUSK"),
        ("A dream", "", "A dream", ""),
        ("", "", "", ""),
    ],
)
def test_scene_headings(heading: str, interior: str, place: str, time: str) -> None:
    scene = read_scene(heading)
    assert (scene.interior, scene.place, scene.time) == (interior, place, time)
