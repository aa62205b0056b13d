import pytest

from storyc.sim.artist import read_brief
from storyc.sim.artist.ages import age_in
from storyc.sim.artist.brief import Lettering, Person, Shot
from storyc.sim.artist.colours import Rgb, clothes_colour, hair_colour
from storyc.sim.artist.lexicon import light_of, things_in
from storyc.sim.artist.looks import Mood, look_of, mood_of
from storyc.sim.artist.posture import height_of, who_sits
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
    assert things_in("A kite hangs in a bare tree.") == {"kite", "bare", "trees"}


@pytest.mark.parametrize(
    ("heading", "interior", "place", "time"),
    [
        ("EXT. THE HARBOUR - NIGHT", "EXT", "THE HARBOUR", "NIGHT"),
        ("int. kitchen", "INT", "kitchen", ""),
        ("EXT. 商店街 - 夕方", "EXT", "商店街", "夕方"),
        ("I/E CAR - DUSK", "EXT", "CAR", "DUSK"),
        ("EXT. FERRY LANDING - NIGHT - RAIN", "EXT", "FERRY LANDING", "NIGHT - RAIN"),
        ("INT. HOUSE - KITCHEN - DAY", "INT", "HOUSE - KITCHEN", "DAY"),
        ("INT. NIGHT CLUB - BAR", "INT", "NIGHT CLUB", "BAR"),
        ("A dream", "", "A dream", ""),
        ("", "", "", ""),
    ],
)
def test_scene_headings(heading: str, interior: str, place: str, time: str) -> None:
    scene = read_scene(heading)
    assert (scene.interior, scene.place, scene.time) == (interior, place, time)


@pytest.mark.parametrize(
    ("description", "age"),
    [
        ("Her grandson, nine. Red woollen hat.", 9),
        ("A ferry captain of sixty, grey braid.", 60),
        ("Sixty-one years old", 61),
        ("A 17-year-old boy", 17),
        ("aged 4", 4),
        ("八歳の女の子", 8),
        ("8歳の女の子", 8),
        ("A mother with a baby", 35),
        ("A boy of nineteen.", 19),
        ("An elderly woman", 70),
        ("おばあさん", 70),
        ("A pilot for nine years", None),
        ("Owns seven hats and one coat", None),
        ("", None),
    ],
)
def test_an_age_in_numbers_or_words(description: str, age: int | None) -> None:
    assert age_in(description) == age


def test_an_age_that_is_given_counts_more_than_one_that_is_guessed() -> None:
    assert read_brief("[Characters]\n- TOBY: A boy. Age: 11.\n- IDA: A girl.").cast[0].age == 11


@pytest.mark.parametrize(
    ("description", "hair"),
    [
        ("Her grandson.", "short"),
        ("A woman with short cropped hair.", "short"),
        ("A man, long black hair.", "long"),
        ("A short woman.", "long"),
        ("A girl with a bob.", "bob"),
    ],
)
def test_what_is_said_of_hair_counts_more_than_what_is_usual(description: str, hair: str) -> None:
    assert look_of(Person("X", description=description)).hair == hair


def test_a_hat_has_its_own_colour_and_shape() -> None:
    look = look_of(Person("JON", description="Red woollen hat."))
    assert (look.extras, look.hat_colour) == (frozenset({"beanie"}), _RED)
    assert look_of(Person("JON", description="Red coat, hat.")).hat_colour != _RED


def test_the_old_are_grey_unless_they_are_not() -> None:
    assert look_of(Person("A", age=70)).hair_colour == (168, 168, 172)
    assert look_of(Person("A", description="Red hair.", age=70)).hair_colour == _RED


@pytest.mark.parametrize(
    ("person", "share"),
    [
        (Person("A"), 1.0),
        (Person("A", age=9), 0.76),
        (Person("A", age=3), 0.6),
        (Person("A", description="A tall man."), 1.05),
        (Person("A", description="Stocky."), 0.92),
        (Person("A", description="Short hair, little hands."), 1.0),
    ],
)
def test_how_tall_somebody_is(person: Person, share: float) -> None:
    assert height_of(person) == share


@pytest.mark.parametrize(
    ("action", "names"),
    [
        ("ANN sits. BEN stands.", {"ANN"}),
        ("ANN watches BEN, who sits on the wall.", {"BEN"}),
        ("ANN and the others on a wooden bench.", {"ANN"}),
        ("A cat sits on the wall. ANN laughs.", set()),
        ("ANN at the window.", set()),
        ("アンが座っている。ANN", set()),
    ],
)
def test_who_sits_is_who_is_named_before_it(action: str, names: set[str]) -> None:
    assert who_sits(action, [Person("ANN"), Person("BEN")]) == names


def test_who_is_alone_is_meant() -> None:
    assert who_sits("She sits down.", [Person("ANN")]) == {"ANN"}
    assert who_sits("She sits down.", [Person("ANN"), Person("BEN")]) == frozenset()
