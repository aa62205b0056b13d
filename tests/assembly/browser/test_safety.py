"""Whatever the words, the art and the address say, the page runs only its own script and asks nobody for anything."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from msgspec.structs import replace

from storyc.assembly import Take
from storyc.planning import Art
from storyc.storyboard import Action, Character, Credits, Note, Page, Panel, PanelKey, Run, Speech, Storyboard

Write = Callable[..., str]
OpenPage = Callable[..., Any]


class Listener(ThreadingHTTPServer):
    """Notes what is asked for on this machine."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Noting)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Noting(BaseHTTPRequestHandler):
    server: Listener

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def attack_from(url: str) -> str:
    return (
        f"</title></style></script><script>document.title='taken'</script>"
        f"<img src='{url}/a' onerror=\"document.title='taken'\"><svg onload=\"document.title='taken'\"></svg>"
        f"<link rel=stylesheet href='{url}/b'><style>@import '{url}/c'</style><iframe src='{url}/d'></iframe>"
        f'" autofocus onfocus="document.title=\'taken\'" style="background:url({url}/e)"'
        f" [go](javascript:document.title='taken')"
    )


@pytest.mark.parametrize("lettering", ["art", "overlay"])
def test_hostile_words_load_nothing_and_run_nothing(
    harbour: Storyboard, write: Write, open_page: OpenPage, listener: Listener, lettering: Any
) -> None:
    attack = attack_from(listener.url)
    panel = Panel(
        1,
        label=attack,
        unknown_tags=(attack,),
        inset=attack,
        items=(Action(attack), Speech((attack,), (Run(attack),)), Note("editor", attack)),
    )
    page = Page(6, section=(attack,), synopses=(attack,), description=(attack,), panels=(panel,))
    board = replace(
        harbour,
        credits=Credits(title=f"Light {attack}", series=attack, authors=(attack,)),
        language=attack,
        cast=(Character(attack, (attack,), attack, dress=attack),),
        lettering=lettering,
        pages=(*harbour.pages, page),
    )
    with open_page(write(board)) as visit:
        for key in "12345w":
            visit.page.keyboard.press(key)
        visit.page.wait_for_timeout(300)
        assert listener.asked == []
        assert visit.asked_elsewhere == []
        assert visit.page.title().startswith("Light </title>")
        assert visit.page.locator("script").count() == 1
        assert not [fault for fault in visit.faults if "font" not in fault and "OTS" not in fault]


@pytest.mark.parametrize("art_root", [None, ".."])
def test_hostile_answers_of_the_service_run_nothing(
    harbour: Storyboard, write: Write, open_page: OpenPage, listener: Listener, art_root: str | None
) -> None:
    attack = attack_from(listener.url)
    takes = {PanelKey(1, 1): (Take(attack, Art(attack, f"{attack}/b.png", 10, 10, attack)),)}
    board = replace(harbour, pages=harbour.pages[:1])
    with open_page(write(board, takes=takes, art_root=art_root), address="?view=contact") as visit:
        visit.page.wait_for_timeout(200)
        assert visit.page.title() == "The Harbour Light"
        assert visit.page.locator("script").count() == 1
        assert listener.asked == []


def test_the_listener_hears_a_page_that_loads_something(open_page: OpenPage, listener: Listener) -> None:
    with open_page(f"<!doctype html><title>x</title><img src='{listener.url}/a'>") as visit:
        visit.wait_until(lambda: listener.asked == ["/a"])


def test_the_policy_stops_what_would_get_through(
    harbour: Storyboard, write: Write, open_page: OpenPage, listener: Listener
) -> None:
    injected = (
        f"<img src='{listener.url}/a'><script>document.title='taken'</script>"
        f"<p onclick=\"document.title='taken'\" id=trap>x</p><a id=link href=\"javascript:document.title='taken'\">x</a></main>"
    )
    with open_page(write(harbour).replace("</main>", injected)) as visit:
        visit.page.evaluate("document.getElementById('trap').click(), document.getElementById('link').click()")
        visit.page.wait_for_timeout(200)
        assert listener.asked == []
        assert visit.page.title() == "The Harbour Light"
        visit.wait_until(lambda: any("Content Security Policy" in fault for fault in visit.faults))
