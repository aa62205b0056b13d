"""`storyc plan`: what a build would do and cost, and why."""

import os
from collections.abc import Iterator
from json import loads
from pathlib import Path
from pty import openpty
from shutil import copytree
from subprocess import DEVNULL, Popen, run
from sys import executable
from typing import Any

import pytest
from markdown_it import MarkdownIt

from storyc.planning import Pace
from tests.e2e.conftest import Desk, surroundings
from tests.kill.server import Service, served

STORY = """\
Title: The Harbour Light
Size: 768x1024
Layout: pages

CAST

TOBY: Her nephew.

LOCATIONS

THE HARBOUR: Cranes like gallows.

PAGE 1

EXT. THE HARBOUR - NIGHT

PANEL 1 [wide]
The harbour from the water.

PANEL 2
TOBY points.

TOBY: Not once.

PAGE 2

PANEL 1
The lamp is dark.
"""
BUILD = ("build", "--backend", "api", "--yes", "--max-cost", "100000")
KEY = "sk-very-secret"


@pytest.fixture
def service(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A service to buy from, and a script."""
    found = Service()
    monkeypatch.setattr("storyc.pipeline.desks.PAID_PACE", Pace(first_look_s=0.0, shortest_pause_s=0.01))
    desk.write(STORY, "main.story")
    with served(found) as port:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", f"http://127.0.0.1:{port}/shop")
        monkeypatch.setenv("LLAMAGEN_API_KEY", KEY)
        yield found


def edit(desk: Desk, old: str, new: str) -> None:
    path = desk.root / "main.story"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def planned(desk: Desk, *words: str) -> dict[str, Any]:
    code, out, err = desk.run("plan", "--json", *words)
    assert (code, err) == (0, "")
    found: dict[str, Any] = loads(out)
    return found


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    run(["git", *identity, *words], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def repository(desk: Desk) -> Desk:
    """A working directory whose script is under version control."""
    (desk.root / ".git").rmdir()
    git(desk.root, "init", "--initial-branch=main")
    desk.write(STORY, "main.story")
    git(desk.root, "add", ".")
    git(desk.root, "commit", "-m", "one")
    return desk


def test_before_anything_was_bought(desk: Desk) -> None:
    desk.write(STORY, "main.story")
    before = files(desk.root)
    code, out, err = desk.run("plan")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "2 requests, 450 credits, about 2 min",
        "",
        "  + draw  page 1           300  new  (main.story:13)",
        "  + draw  page 2, panel 1  150  new  (main.story:25)",
        "",
        "prices are estimates: 150 credits a panel by the service's model card",
    ]
    assert files(desk.root) == before
    assert desk.run("plan", "--exit-code").code == 1


def test_a_word_is_changed_after_everything_was_bought(desk: Desk, service: Service) -> None:
    assert desk.run(*BUILD).code == 0
    paid = service.charged["shop"].total()
    code, out, _ = desk.run("plan", "--exit-code")
    assert (code, out) == (0, "nothing to buy\n\n  = 2 requests at home\n")
    edit(desk, "Not once", "Not twice")
    code, out, _ = desk.run("plan", "--exit-code")
    assert code == 1
    assert out.splitlines()[0].startswith("1 request, 150 credits")
    assert (
        '  ~ redraw  page 1, panel 2  150  Dialogue: TOBY: "Not once." -> "Not twice."  (main.story:20)'
        in out.splitlines()
    )
    assert "      page 1 as a whole would cost 300" in out.splitlines()
    assert "150 credits a redrawn panel by assumption" in out
    (step,) = [one for one in planned(desk)["steps"] if one["action"] == "redraw"]
    assert step["operation"] == "redraw"
    assert (step["pages"], step["panels"], step["clip"]) == ([1], [{"page": 1, "panel": 2}], None)
    assert (step["price_credits"], step["alternative_credits"], step["reason"]) == (150, 300, "changed")
    assert step["changes"] == [
        {"field": "Dialogue", "old": 'TOBY: "Not once."', "new": 'TOBY: "Not twice."', "origin": None}
    ]
    assert step["origin"] == [{"file": "main.story", "line": 20}]
    assert service.charged["shop"].total() == paid
    # the plan is what the build does
    assert desk.run(*BUILD).code == 0
    assert service.charged["shop"].total() == paid + 1
    assert planned(desk)["totals"]["price_credits"] == 0


def test_an_entry_is_shown_where_it_stands(desk: Desk, service: Service) -> None:
    desk.run(*BUILD)
    edit(desk, "Cranes like gallows", "Cranes like geese")
    found = planned(desk)
    assert [(step["name"], step["changes"][0]["field"], step["changes"][0]["origin"]) for step in found["steps"]] == [
        ("page 1", "Place", {"file": "main.story", "line": 11}),
        ("page 2, panel 1", "Place", {"file": "main.story", "line": 11}),
    ]
    edit(desk, "Cranes like geese", "Cranes like gallows")
    edit(desk, "Her nephew", "Her niece")
    assert "TOBY: Her nephew. -> Her niece.  (main.story:7)" in desk.run("plan").out
    assert service.charged["shop"].total() == 2


def test_a_fresh_clone_costs_nothing(desk: Desk, service: Service) -> None:
    desk.run(*BUILD)
    clone = desk.root / "clone"
    clone.mkdir()
    for name in ("main.story", "story.lock"):
        (clone / name).write_bytes((desk.root / name).read_bytes())
    copytree(desk.root / ".storyc" / "store", clone / ".storyc" / "store")
    before = files(clone)
    assert planned(desk, "clone")["totals"] == {
        "requests": 0, "price_credits": 0, "at_home": 2, "to_fetch": 0, "in_doubt": 0, "failed": 0, "orphans": 0,
        "left_out": 0, "left_out_credits": 0,
    }  # fmt: skip
    assert files(clone) == before
    assert service.charged["shop"].total() == 2


def test_what_is_in_doubt_comes_first_of_all(desk: Desk, service: Service) -> None:
    service.answers_to_lose = 1
    assert desk.run(*BUILD).code == 5
    code, out, _ = desk.run("plan", "--exit-code")
    assert code == 5
    (key,) = planned(desk)["in_doubt"]
    assert f"! in doubt  page 1  -  perhaps paid for; look at it: storyc state show {key[:12]}" in out
    assert "300 credits of earlier builds are in flight or in doubt" in out
    assert desk.run("plan").code == 0
    assert f"`storyc state show {key[:12]}`" in desk.run("plan", "--markdown").out
    assert desk.run("state", "resolve", key, "--abandon").code == 0
    code, out, _ = desk.run("plan", "--exit-code")
    assert code == 0
    assert f"x failed  page 1  -  to buy it again: storyc state resolve {key[:12]} --resubmit" in out


def test_less_than_everything(desk: Desk) -> None:
    desk.write(STORY, "main.story")
    found = planned(desk, "--only", "2")
    assert [step["name"] for step in found["steps"]] == ["page 2, panel 1"]
    assert [step["name"] for step in found["left_out"]] == ["page 1"]
    assert (found["totals"]["left_out"], found["totals"]["left_out_credits"]) == (1, 300)
    out = desk.run("plan", "--limit", "1", "-v").out
    assert "  . 1 more request, 150 credits, left out by --only or --limit\n      page 2, panel 1  150\n" in out
    assert "layout pages: one request a page was asked for" in out
    assert desk.run("plan", "--limit", "0", "--exit-code").code == 0
    assert desk.run("plan", "--only", "2-1").code == 2


def test_sketches_are_free(desk: Desk) -> None:
    desk.write(STORY, "main.story")
    assert desk.run("build", "--backend", "draft").code == 0
    edit(desk, "Not once", "Not twice")
    out = desk.run("plan", "--backend", "draft").out
    assert out.splitlines()[0] == "1 request, free sketches"
    assert "credits" not in out
    assert "= 1 request at home" in out
    assert planned(desk)["totals"]["price_credits"] == 450


def test_a_service_without_changes_draws_parts(desk: Desk, service: Service) -> None:
    desk.run(*BUILD)
    edit(desk, "Not once", "Not twice")
    (step,) = [step for step in planned(desk, "--backend", "mcp")["steps"] if step["action"] == "draw"]
    assert (step["name"], step["reason"], step["price_credits"]) == ("page 1, panel 2", "no picture yet", 150)
    assert service.charged["shop"].total() == 2


def test_a_script_with_errors_is_not_planned(desk: Desk) -> None:
    desk.write(f"{STORY}\nCLIP [from panel 9]\n\nx\n", "main.story")
    code, out, err = desk.run("plan")
    assert (code, out) == (1, "")
    assert "error" in err


def test_nobody_is_asked_for_a_key(desk: Desk) -> None:
    desk.write(STORY, "main.story")
    assert desk.run("plan").code == 0
    assert desk.run("plan", "-", stdin=STORY.encode()).code == 0


# ---- between revisions


def test_what_a_branch_costs(repository: Desk) -> None:
    desk = repository
    assert desk.run("plan", "--diff", "main", "--exit-code")[:2] == (0, "nothing to buy\n\n  = 2 requests at home\n")
    edit(desk, "Not once", "Not twice")
    found = planned(desk, "--diff", "main")
    assert [step["action"] for step in found["steps"]] == ["redraw", "keep"]
    git(desk.root, "commit", "-am", "two")
    assert planned(desk, "--diff", "HEAD")["totals"]["requests"] == 0
    assert planned(desk, "--diff", "HEAD~1..HEAD")["steps"] == found["steps"]
    assert planned(desk, "--diff", "HEAD~1..")["steps"] == found["steps"]
    edit(desk, "PAGE 2", "PAGE 2 [what")
    assert planned(desk, "--diff", "HEAD..HEAD~1")["totals"]["requests"] == 1
    assert not (desk.root / ".storyc").exists()


def test_what_was_bought_does_not_matter_between_revisions(repository: Desk) -> None:
    desk = repository
    desk.write("# storyc lock 1: x\nnonsense\n", "story.lock")
    assert desk.run("plan").code == 2
    assert planned(desk, "--diff", "HEAD")["totals"]["requests"] == 0


@pytest.mark.usefixtures("service")
def test_a_clip_is_filmed_again_when_its_first_frame_is_drawn_anew(desk: Desk) -> None:
    edit(desk, "PAGE 2", "CLIP [4s, 480p, from panel 1]\n\nRain.\n\nPAGE 2")
    assert desk.run(*BUILD).code == 0
    edit(desk, "The harbour from the water.", "The harbour from the air.")
    (film,) = [line for line in desk.run("plan").out.splitlines() if "+ film" in line]
    assert film == "  + film    clip 1           2,560  first frame: page 1, panel 1 is drawn again  (main.story:17)"
    assert "| `first frame`: page 1, panel 1 is drawn again | `main.story:17` |" in desk.run("plan", "--markdown").out
    (step,) = [one for one in planned(desk)["steps"] if one["action"] == "film"]
    assert step["changes"] == [
        {
            "field": "first frame",
            "old": "page 1, panel 1",
            "new": "page 1, panel 1",
            "origin": {"file": "main.story", "line": 17},
        }
    ]
    # a frame that changed beside something else is found all the same
    edit(desk, "4s", "5s")
    lines = desk.run("plan").out.splitlines()
    (place,) = [place for place, line in enumerate(lines) if "+ film" in line]
    assert lines[place].endswith("duration: 4 -> 5  (main.story:25)")
    assert lines[place + 1].endswith("first frame: page 1, panel 1 is drawn again  (main.story:17)")


def test_a_spread_is_named_by_both_its_pages(desk: Desk) -> None:
    desk.write("PAGE 1\n\nPANEL 1\nRain.\n\nPAGES 2-3\n\nPANEL 1\nSea.\n\nPANEL 2\nFog.\n", "main.story")
    assert "  + draw  pages 2-3        300  new  (main.story:6)" in desk.run("plan").out.splitlines()
    assert "| draw | pages 2-3 | 300 |" in desk.run("plan", "--markdown").out
    step = planned(desk)["steps"][1]
    assert (step["name"], step["pages"], step["last_page"]) == ("pages 2-3", [2], 3)
    assert step["panels"] == [{"page": 2, "panel": 1}, {"page": 2, "panel": 2}]
    assert "pages 2-3: sent" in desk.run("build", "-v").err


def test_a_revision_that_cannot_be_compared(repository: Desk) -> None:
    desk = repository
    code, _, err = desk.run("plan", "--diff", "nope")
    assert code == 2
    assert "`nope` names no revision" in err
    edit(desk, "PAGE 2", "CLIP [from panel 9]\n\nx\n\nPAGE 2")
    git(desk.root, "commit", "-am", "broken")
    edit(desk, "CLIP [from panel 9]\n\nx\n\nPAGE 2", "PAGE 2")
    code, out, err = desk.run("plan", "--diff", "HEAD")
    assert (code, out) == (2, "")
    assert "error: the script has errors in HEAD: main.story:25: " in err
    code, out, err = desk.run("plan", "--diff", "HEAD", "--markdown")
    assert code == 2
    assert out.startswith("### storyc: what this costs is not known\n\n`the script has errors in HEAD: main.story:25: ")
    assert "error: the script has errors in HEAD: main.story:25: " in err
    # what is compared with it may be as broken
    assert desk.run("plan", "--diff", "HEAD~1..HEAD", "--markdown")[:2] == (code, out)


def test_in_a_revision_before_the_story_everything_is_new(repository: Desk) -> None:
    desk = repository
    whole = planned(desk)["totals"]
    desk.write(STORY, "book/main.story")
    code, out, err = desk.run("plan", "--json", "--diff", "main", "book")
    assert (code, err) == (0, "this project was not there in main: everything is new\n")
    assert loads(out)["totals"] == whole
    desk.write("", "storyc.toml")
    git(desk.root, "add", ".")
    git(desk.root, "commit", "-m", "two")
    for diff in ("HEAD~1", "HEAD~1..HEAD", "HEAD~1...HEAD"):
        # the other story of the project is no earlier state of this one
        code, out, err = desk.run("plan", "--markdown", "--exit-code", "--diff", diff, "book")
        assert code == 1
        assert err.startswith("there was no book/main.story in ")
        assert err.endswith(": everything is new\n")
        assert f"**{whole['price_credits']:,}**" in out
    code, out, err = desk.run("plan", "--diff", "HEAD..HEAD~1", "book")
    assert (code, out, "error: there was no book/main.story in HEAD~1" in err) == (2, "", True)


def test_from_where_a_branch_left(repository: Desk) -> None:
    desk = repository
    git(desk.root, "switch", "-c", "branch")
    edit(desk, "Not once", "Never")
    git(desk.root, "commit", "-am", "on the branch")
    branch = planned(desk, "--diff", "main..branch")["totals"]
    git(desk.root, "switch", "main")
    edit(desk, "The lamp is dark", "The lamp burns")
    git(desk.root, "commit", "-am", "on main")
    git(desk.root, "switch", "branch")
    assert planned(desk, "--diff", "main...branch")["totals"] == branch
    assert planned(desk, "--diff", "main...")["totals"] == branch
    assert planned(desk, "--diff", "main..branch")["totals"]["requests"] == 2
    git(desk.root, "switch", "--orphan", "other")
    desk.write(STORY, "main.story")
    git(desk.root, "add", ".")
    git(desk.root, "commit", "-m", "alone")
    code, _, err = desk.run("plan", "--diff", "main...other")
    assert (code, "`main` and `other` have no commit in common" in err) == (2, True)
    code, _, err = desk.run("plan", "--diff", "main...nope")
    assert (code, "`nope` names no revision" in err) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        ["--json", "--markdown"],
        ["--out", "x", "--diff", "HEAD"],
        ["-", "--out", "x"],
        ["--backend", "x"],
        ["--limit", "-1"],
    ],
)
def test_what_makes_no_sense_together(words: list[str], desk: Desk) -> None:
    desk.write(STORY, "main.story")
    assert desk.run("plan", *words).code == 2
    assert files(desk.root) == {".git", "main.story"}


# ---- for a comment


def test_a_comment_says_nothing_if_nothing_is_bought(repository: Desk) -> None:
    assert repository.run("plan", "--diff", "HEAD", "--markdown") == (0, "", "")


def test_a_comment_shows_what_is_bought_and_why(repository: Desk) -> None:
    desk = repository
    edit(desk, "Not once", "Not twice")
    lines = desk.run("plan", "--diff", "HEAD", "--markdown").out.splitlines()
    assert lines[0].startswith("### storyc: 1 request, 150 credits")
    assert (
        '| redraw | page 1, panel 2 | 150 | `Dialogue`: `TOBY: "Not once."` → `TOBY: "Not twice."` | `main.story:20` |'
        in lines
    )
    assert "- bought as wholes, what is bought in parts would cost 300 credits" in lines
    assert "- 1 request at home already" in lines


HOSTILE = [
    "@octocat see #1 and octo/repo#2",
    "<img src=x onerror=alert(1)> &lt;b&gt; </details></td>",
    "![x](http://evil.example/a.png) [y](javascript:alert(1)) http://evil.example www.evil.example a@evil.example",
    "`` ` ``` code` | cell \\| cell \\\\| `",
    "**bold** __bold__ ~~gone~~ $x$ :warning: <!-- note -->",
    "-->", "\u202eback\u202c", "`",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_script_stay_words_in_a_comment(words: str, repository: Desk) -> None:
    desk = repository
    edit(desk, "Not once.", words)
    out = desk.run("plan", "--diff", "HEAD", "--markdown").out
    tokens = MarkdownIt("commonmark").enable("table").parse(out)
    table = [token for token in tokens if token.type == "inline" and "Dialogue" in token.content]
    assert len(table) == 1
    assert [child.type for child in table[0].children or ()].count("code_inline") == 3
    assert {child.type for child in table[0].children or ()} == {"code_inline", "text"}
    shown = [child.content for child in table[0].children or () if child.type == "code_inline"]
    assert shown[0] == "Dialogue"
    if words.isprintable():
        (said,) = [change["new"] for step in planned(desk, "--diff", "HEAD")["steps"] for change in step["changes"]]
        assert shown[2] == said
    assert "\u202e" not in out
    html = [token.content for token in tokens if token.type == "html_block"]
    assert [block.strip() for block in html] == ["<details><summary>everything else</summary>", "</details>"]


def test_many_requests_fit_into_a_comment_and_on_a_screen(desk: Desk) -> None:
    panels = "".join(f"\nPAGE {number}\n\nPANEL 1\n{'Rain, more rain. ' * 50}{number}.\n" for number in range(1, 301))
    desk.write(f"Layout: pages\n{panels}", "main.story")
    out = desk.run("plan", "--markdown").out
    assert len(out) < 65_536
    assert "and 240 more requests | 36,000 |" in out
    assert "**45,000**" in out


# ---- on a screen


def test_long_texts_are_cut_around_the_difference(repository: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = repository
    before = "It was a dark and stormy night; the rain fell in torrents, except at occasional intervals. "
    edit(desk, "Not once.", before * 2 + "Once. " + before)
    git(desk.root, "commit", "-am", "long")
    edit(desk, "Once.", "Twice.")
    for columns in (60, 80, 120, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        out = desk.run("plan", "--diff", "HEAD").out
        (line,) = [line for line in out.splitlines() if "Dialogue" in line]
        assert "Twi" in line
        assert "Once" in line
        assert len(line) <= columns
    out = desk.run("plan", "--diff", "HEAD", "--color", "always").out
    assert "\x1b[33m~ redraw" in out


def test_nothing_in_a_script_steers_the_terminal(repository: Desk) -> None:
    desk = repository
    edit(desk, "Not once.", "\x1b[2J\x9b31m\u202egone")
    out = desk.run("plan", "--diff", "HEAD").out
    assert "\x1b" not in out
    assert "\x9b" not in out
    assert "\u202e" not in out


# ---- saved


def test_a_plan_is_saved_and_carried_out_once(desk: Desk, service: Service) -> None:
    code, out, err = desk.run("plan", "--out", "today.plan")
    assert code == 0
    assert out.startswith("2 requests, 450 credits")
    assert err == "saved; to carry out exactly this, once:  storyc build today.plan\n"
    text = (desk.root / "today.plan").read_text()
    assert KEY not in text
    assert loads(text)["price_credits"] == 450
    assert desk.run("plan", "--out", "today.plan", "--limit", "1").code == 0
    assert loads((desk.root / "today.plan").read_text())["price_credits"] == 300
    assert service.charged["shop"].total() == 0


def test_what_is_no_plan_is_not_written_over(desk: Desk) -> None:
    desk.write(STORY, "main.story")
    for name in ("main.story", "storyc.toml"):
        desk.write(STORY if name == "main.story" else "", name)
        code, out, err = desk.run("plan", "--out", name)
        assert (code, out) == (2, "")
        assert "no saved plan" in err
    assert (desk.root / "main.story").read_text() == STORY
    assert desk.run("plan", "--out", "no/such/folder/x").code in {0, 2}


def test_the_script_of_a_plan_is_looked_for_in_its_own_project(desk: Desk) -> None:
    """Neither above the repository nor in the project of somebody else."""
    desk.write(STORY, "main.story")
    desk.write(STORY, "book/one/main.story")
    desk.write("", "book/storyc.toml")
    assert desk.run("plan", "--backend", "draft", "--out", "book/one/its.plan", "book/one").code == 0
    assert desk.run("plan", "--backend", "draft", "--out", "own.plan").code == 0
    code, out, err = desk.run("build", "book/one/its.plan")
    assert (code, out.split()[0]) == (0, "book/build/one/storyboard.html"), err
    inner = desk.root / "inner"
    (inner / ".git").mkdir(parents=True)
    (desk.root / "own.plan").rename(inner / "own.plan")
    os.chdir(inner)
    code, _, err = desk.run("build", "own.plan")
    assert (code, "the plan is about main.story, which is not here" in err) == (2, True)
    (inner / ".git").rmdir()
    assert desk.run("build", "own.plan").code == 0


# ---- the question before a purchase


def asked(desk: Desk, answer: bytes, **said: str) -> tuple[int, str]:
    """Build on a terminal, answer the question, and return the exit code and what was written there."""
    ours, theirs = openpty()
    command = [executable, "-m", "storyc", "build", "--backend", "api", "--color", "never"]
    shell = surroundings(
        **{"LLAMAGEN_API_KEY": KEY, "LLAMAGEN_BASE_URL": "http://127.0.0.1:9", "COLUMNS": "120", **said}
    )
    building = Popen(command, cwd=desk.root, env=shell, stdin=theirs, stdout=DEVNULL, stderr=theirs)
    os.close(theirs)
    written = b""
    while b"[y/N]" not in written:
        written += os.read(ours, 4096)
    os.write(ours, answer)
    while b"bought" not in written:
        written += os.read(ours, 4096)
    code = building.wait(60)
    os.close(ours)
    return code, written.decode().replace("\r\n", "\n")


def rain(desk: Desk, pages: int) -> None:
    """Write a story of so many pages; the last of them has two panels."""
    panels = "".join(f"\nPAGE {number}\n\nPANEL 1\nRain {number}.\n" for number in range(1, pages + 1))
    desk.write(f"Layout: pages\n{panels}\nPANEL 2\nSea.\n", "main.story")


def test_the_question_shows_what_is_bought_and_no_is_no_error(desk: Desk) -> None:
    rain(desk, 2)
    code, said = asked(desk, b"n\n")
    assert code == 3
    assert said.splitlines()[:2] == [
        "  + draw  page 1, panel 1  150  new  (main.story:3)",
        "  + draw  page 2           300  new  (main.story:8)",
    ]
    assert "This build costs 450 credits. Go on? [y/N]" in said
    assert said.splitlines()[-1] == "nothing was bought"


def test_the_question_tells_why(desk: Desk, service: Service) -> None:
    edit(desk, "PAGE 2", "CLIP [4s, 480p, from panel 1]\n\nRain.\n\nPAGE 2")
    assert desk.run(*BUILD).code == 0
    charged = service.charged["shop"].total()
    edit(desk, "The harbour from the water.", "The harbour from the air.\n\nSFX: KRSH")
    _, said = asked(desk, b"n\n", LLAMAGEN_BASE_URL=os.environ["LLAMAGEN_BASE_URL"])
    redraw, more, film, *_ = said.splitlines()
    assert redraw.startswith("  ~ redraw  page 1, panel 1    150  Action: The harbour from the water. ")
    assert more.strip() == "and 1 more change"
    assert film.endswith("first frame: page 1, panel 1 is drawn again  (main.story:17)")
    assert service.charged["shop"].total() == charged


def test_a_long_list_shows_what_costs_most_and_leaves_the_question_in_sight(desk: Desk) -> None:
    rain(desk, 30)
    _, said = asked(desk, b"\n", LINES="20")
    lines = said.splitlines()
    assert lines[13].endswith(" and 17 more requests, 2,550 credits")
    assert lines[14].startswith("This build costs 4,650 credits.")
    assert lines[12].split() == ["+", "draw", "page", "30", "300", "new", "(main.story:148)"]


@pytest.mark.usefixtures("service")
def test_a_pin_that_names_nothing_is_shown_where_it_stands(desk: Desk) -> None:
    edit(desk, "PANEL 2\n", "PANEL 2 [pin: beef]\n")
    for words in (("plan",), BUILD, ("export", "--to", "md", "--backend", "api")):
        code, _, err = desk.run(*words)
        assert code == 2
        assert err.splitlines() == [
            "error: `[pin beef]` names no picture that was paid for",
            " --> main.story:20:10",
            "20 | PANEL 2 [pin: beef]",
            "   |          ^^^^^^^^^",
            "   = help: `storyc state takes` shows them; the first letters of the digest are enough",
        ]


@pytest.mark.usefixtures("service")
def test_a_panel_that_was_bought_elsewhere_is_no_new_one(desk: Desk) -> None:
    assert desk.run(*BUILD).code == 0
    (desk.root / ".storyc" / "ledger.sqlite").unlink()
    edit(desk, "Not once", "Not twice")
    (line,) = [line for line in desk.run("plan").out.splitlines() if "~ redraw" in line]
    assert line.endswith("150  changed; what it was is not on record here  (main.story:20)")
