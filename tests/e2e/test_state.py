"""`storyc state`: what was bought, what is in doubt, and what a person says about it."""

from collections.abc import Iterator
from json import loads

import pytest

from storyc.planning import Pace
from tests.e2e.conftest import Desk
from tests.kill.server import Service, served

STORY = "PAGE 1 (1 PANEL)\n\nPANEL 1\nRain on the pier.\n\nPAGE 2 (1 PANEL)\n\nPANEL 1\nWind.\n"
BUILD = ("build", "--backend", "api", "--yes", "--max-cost", "1000", "--layout", "pages")


@pytest.fixture
def service(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A project of two pages; the answer to the first paid request is lost."""
    found = Service()
    found.answers_to_lose = 1
    monkeypatch.setattr("storyc.pipeline.desks.PAID_PACE", Pace(first_look_s=0.0, shortest_pause_s=0.01))
    desk.write(STORY, "main.story")
    with served(found) as port:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", f"http://127.0.0.1:{port}/shop")
        monkeypatch.setenv("LLAMAGEN_API_KEY", "sk-very-secret")
        assert desk.run(*BUILD).code == 5
        yield found


def doubtful(desk: Desk) -> str:
    code, out, _ = desk.run("state", "list", "--json")
    assert code == 5
    (key,) = [unit["key"] for unit in loads(out) if unit["type"] == "in-doubt"]
    return str(key)


def test_what_is_in_doubt_is_shown_with_its_evidence(desk: Desk, service: Service) -> None:
    key = doubtful(desk)
    code, out, _ = desk.run("state", "list")
    assert code == 5
    assert sorted(line[14:] for line in out.splitlines()) == [
        "at home            150  Wind.",
        "in doubt           150  Rain on the pier.",
    ]
    code, out, _ = desk.run("state", "show", key[:8])
    assert code == 5
    for words in (
        key,
        "it has cost or may have cost 150 credits",
        "in doubt: the paid request was sent",
        "Action: Rain",
    ):
        assert words in out
    assert f"storyc state resolve {key[:12]} --adopt ID" in out
    (record,) = [loads(desk.run("state", "show", key, "--json").out)]
    assert [event["type"] for event in record["events"]] == ["intended", "in-doubt"]
    assert record["request"]["prompt"].startswith("[")
    assert "sk-very-secret" not in desk.run("state", "show", key, "--json").out
    assert service.charged["shop"].total() == 2


def test_a_doubt_is_settled_by_adopting_what_was_bought(desk: Desk, service: Service) -> None:
    key = doubtful(desk)
    app = service.app("shop")
    known = {unit.get("generation_id") for unit in loads(desk.run("state", "list", "--json").out)}
    (job,) = app.state.jobs.keys() - known
    assert desk.run("state", "resolve", key[:10], "--adopt", job).out == f"{key[:12]} is being drawn now\n"
    assert desk.run(*BUILD).code == 0
    assert desk.run("state", "list").code == 0
    assert service.charged["shop"].total() == 2


def test_a_doubt_is_settled_by_buying_again_or_by_giving_up(desk: Desk, service: Service) -> None:
    key = doubtful(desk)
    assert loads(desk.run("state", "resolve", key, "--abandon", "--json").out)["type"] == "abandoned"
    assert desk.run(*BUILD).code == 1
    assert desk.run("state", "resolve", key, "--resubmit").code == 0
    assert desk.run(*BUILD).code == 0
    assert service.charged["shop"][key] == 2


@pytest.mark.parametrize("words", [[], ["--resubmit", "--abandon"], ["--adopt", ""]])
def test_a_decision_is_one_decision(words: list[str], desk: Desk, service: Service) -> None:
    assert desk.run("state", "resolve", doubtful(desk), *words).code == 2
    assert doubtful(desk) in service.charged["shop"]


@pytest.mark.usefixtures("service")
def test_a_unit_is_named_by_the_beginning_of_its_key(desk: Desk) -> None:
    for word in ("", "xyz"):
        code, _, err = desk.run("state", "show", word)
        assert code == 2
        assert "begin" in err


@pytest.mark.usefixtures("service")
def test_what_is_wrong_in_the_store_is_told(desk: Desk) -> None:
    assert desk.run("state", "verify").code == 0
    (art,) = (desk.root / ".storyc" / "store").glob("*/*")
    art.write_bytes(b"x")
    code, out, _ = desk.run("state", "verify")
    assert code == 1
    assert out == f"{art.relative_to(desk.root).as_posix()}: its content is not what its name says\n"
    art.unlink()
    code, out, _ = desk.run("state", "verify", "--json")
    assert code == 1
    assert "missing" in loads(out)[0]["reason"]


@pytest.mark.usefixtures("service")
def test_only_what_nobody_names_is_removed(desk: Desk) -> None:
    store = desk.root / ".storyc" / "store"
    (art,) = store.glob("*/*")
    for name in ("ab/cdef", f"{art.parent.name}/.storyc-0123"):
        desk.write(b"left over", f".storyc/store/{name}")
    for name in (".storyc/.storyc-4567-wal", ".storyc-89ab"):
        desk.write(b"left over", name)
    code, out, _ = desk.run("state", "gc", "--dry-run")
    assert code == 0
    assert len(out.splitlines()) == 4
    assert len(list(store.glob("*/*"))) == 3
    assert len(loads(desk.run("state", "gc", "--json").out)) == 4
    assert list(store.glob("*/*")) == [art]
    (desk.root / ".storyc" / "ledger.sqlite").rename(desk.root / "ledger")
    code, _, err = desk.run("state", "gc")
    assert code == 2
    assert "nobody knows what may go" in err


@pytest.mark.usefixtures("service")
def test_every_take_is_listed_with_its_art(desk: Desk) -> None:
    (art,) = (desk.root / ".storyc" / "store").glob("*/*")
    out = desk.run("state", "takes").out
    assert "150 credits" in out
    pin = f"{art.parent.name}{art.name}"[:8]
    assert f"page 1 panel 1: pin {pin}  {art.relative_to(desk.root).as_posix()} (8x8 image/png)" in out
    (take,) = loads(desk.run("state", "takes", "--json").out)
    assert take["assets"][0]["sha256"] == art.parent.name + art.name
    (desk.root / ".storyc" / "ledger.sqlite").unlink()
    assert desk.run("state", "takes").out == out
    assert desk.run("state", "list").out.split("  ")[1].strip() == "at home"


def test_a_project_that_bought_nothing_has_nothing_to_show(desk: Desk) -> None:
    desk.write()
    for words in (["list"], ["takes"], ["verify"], ["gc"]):
        assert desk.run("state", *words)[:2] == (0, "")


def test_a_redraw_and_a_clip_say_what_they_show(desk: Desk, service: Service) -> None:
    settled = desk.run("state", "resolve", doubtful(desk), "--resubmit")
    assert settled.code == 0
    desk.write(
        STORY.replace("Wind.", "Wind and sand.") + "\nCLIP drift [4s, 480p]\n\nThe sand drifts away.\n", "main.story"
    )
    assert desk.run(*BUILD[:-3], "9000", *BUILD[-2:]).code == 0
    out = desk.run("state", "list").out
    assert {"Wind and sand.", "The sand drifts away."} <= {line[14:].split("  ")[-1] for line in out.splitlines()}
    assert service.charged["shop"].total() == 5
