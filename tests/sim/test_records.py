"""What the simulator shows of itself: the log, the ledger, the page for people, the clock."""

from html.parser import HTMLParser
from typing import Any

import pytest

from storyc.sim import Fault, FaultPlan
from storyc.wire import CreateComic, RegeneratePanel, digest
from tests.sim.line import GENERATIONS, START_S, Line


def test_every_request_is_in_the_log_with_its_id() -> None:
    line = Line()
    answers = [
        line.ask("POST", GENERATIONS, json={"prompt": "x", "fixPanelNum": 2}),
        line.ask("POST", GENERATIONS, json={}),
        line.ask("GET", "/v1/comics/usage", key="sk-bad"),
        line.ask("GET", "/v1/nowhere?x=1"),
        line.ask("GET", "/assets/none.webp", key=None),
        line.ask("PATCH", f"{GENERATIONS}/none", content=b"{", key="sk-demo"),
    ]
    told = line.ask("GET", "/sim/log", key=None).json()
    assert told["total"] == len(told["requests"]) == 6
    assert [entry["id"] for entry in told["requests"]] == [answer.headers["x-request-id"] for answer in answers]
    assert [entry["status"] for entry in told["requests"]] == [200, 400, 401, 404, 404, 404]
    assert [entry["credits"] for entry in told["requests"]] == [-300, 0, 0, 0, 0, 0]
    assert [entry["account"] for entry in told["requests"]] == ["paid", "paid", "", "paid", "", "demo"]
    assert told["requests"][0]["generation_id"] == answers[0].json()["id"]
    assert all(entry["latency_ms"] > 0 and entry["time_s"] == START_S for entry in told["requests"])
    assert "sk-" not in str(told)


def test_the_ledger_tells_what_was_bought_how_often() -> None:
    line = Line()
    first, second = line.order(prompt="twice"), line.order(prompt="twice")
    again = {"action": "regeneratePanel", "panel": 1, "prompt": "closer"}
    for job in (first, first, second):
        line.ask("PATCH", f"{GENERATIONS}/{job}", json=again)
    line.ask("POST", GENERATIONS, json={"prompt": " "})
    told = line.ask("GET", "/sim/ledger", key=None).json()
    redraw = digest(RegeneratePanel(page=0, panel=1, panel_prompt="closer"))
    create = digest(CreateComic(prompt="twice", size="1024x1024", fix_panel_num=4))
    assert [(bought["digest"], bought["times"], bought["credits"]) for bought in told["purchases"]] == [
        (create, 2, 1_200),
        (redraw, 2, 300),
        (redraw, 1, 150),
    ]
    assert [bought["generation_ids"] for bought in told["purchases"]] == [[first, second], [first], [second]]
    assert told["credits"] == line.app.ledger.credits == 1_650
    assert (line.app.ledger.times(create), line.app.ledger.times(redraw)) == (2, 3)


class Tags(HTMLParser):
    """The names of all elements of a page, and the attributes that could do something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_the_page_for_people_is_harmless() -> None:
    hostile = "<script>alert(1)</script>\"'&"
    line = Line(faults=FaultPlan((Fault("status", on="usage"),)))
    line.order(prompt=hostile, callbackUrl='http://127.0.0.1/"><img/src=x>')
    line.deliver()
    line.ask("GET", f"/v1/{hostile}?{hostile}")
    line.ask("GET", "/v1/comics/usage")
    answer = line.ask("GET", "/sim", key=None)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    tags = Tags(answer.text)
    assert tags.names == {"html", "meta", "title", "style", "h1", "p", "a", "table", "caption", "tr", "th", "td"}
    assert tags.attributes == {"lang", "charset", "href", "class"}
    for told in ("req_00000001", "-600", "status", "comic.generation.completed", "127.0.0.1"):
        assert told in answer.text


def test_time_can_be_advanced_from_outside() -> None:
    line = Line(shortest_s=60)
    job = line.order()
    assert line.look(job)["status"] == "LOADING"
    assert line.ask("POST", "/sim/clock", key=None, json={"advance_s": 60}).json() == {"now_s": START_S + 60}
    assert line.look(job)["status"] == "PROCESSED"
    assert line.ask("GET", "/sim/clock", key=None).json() == {"now_s": START_S + 60}
    line.app.advance(1)
    assert line.app.now_s() == START_S + 61


@pytest.mark.parametrize(
    "body", [{}, [], {"advance_s": -1}, {"advance_s": True}, {"advance_s": "1"}, {"advance_s": 1e12}]
)
def test_time_does_not_go_elsewhere(body: Any) -> None:
    line = Line()
    assert line.ask("POST", "/sim/clock", key=None, json=body).status_code == 400
    assert line.app.now_s() == START_S
    assert line.ask("GET", "/sim/nothing", key=None).status_code == 404


def test_a_form_of_another_site_moves_no_clock() -> None:
    line = Line()
    headers = {"content-type": "text/plain"}
    assert line.ask("POST", "/sim/clock", key=None, content=b'{"advance_s": 60}', headers=headers).status_code == 400
    assert line.app.now_s() == START_S


def test_webhooks_are_shown() -> None:
    line = Line()
    job = line.order(callbackUrl="http://127.0.0.1:9/")
    line.deliver()
    told = line.ask("GET", "/sim/webhooks", key=None).json()
    assert told["waiting"] == 0
    assert [(it["generation_id"], it["status"], it["attempt"]) for it in told["attempts"]] == [(job, 200, 1)] * 3
