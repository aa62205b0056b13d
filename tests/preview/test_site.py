"""Who may ask for a page, and what they get."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.preview.conftest import Shown


def test_the_page_is_the_storyboard(shown: "Shown") -> None:
    page = shown.read()
    assert "The harbour, dark." in page
    assert 'id="panel-1-2"' in page
    assert '<details id="watch" class="watch good"' in page


def test_everything_that_the_page_names_is_there(shown: "Shown") -> None:
    assert "--ink" in shown.read("style.css")
    assert "--ink" in shown.read("preview.css")
    assert "EventSource" in shown.read("preview.js")
    assert "localStorage" in shown.read("storyboard.js")


def test_nothing_runs_and_nothing_loads_but_our_own(shown: "Shown") -> None:
    answer = shown.ask()
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["referrer-policy"] == "no-referrer"
    page = answer.read().decode()
    assert "<style" not in page
    assert "<script>" not in page
    assert "http-equiv" not in page


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "127.0.0.1:{port}.evil.example", ""]
)
def test_another_name_gets_nothing(shown: "Shown", host: str) -> None:
    answer = shown.ask(host=host.format(port=shown.port))
    assert answer.status in {400, 421}
    assert b"harbour" not in answer.read()


def test_localhost_is_a_name_of_ours(shown: "Shown") -> None:
    assert shown.ask(host=f"localhost:{shown.port}").status == 200


@pytest.mark.parametrize("path", ["", "events", "preview.js"])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "no-cors"},
        {"sec_fetch_site": "cross-site", "sec_fetch_mode": "cors"},
    ],
    ids=str,
)
def test_pages_of_others_are_refused(shown: "Shown", path: str, headers: dict[str, str]) -> None:
    answer = shown.ask(path, **headers)
    assert answer.status == 403
    assert answer.read() == b""
    assert "access-control-allow-origin" not in answer.headers


def test_a_link_from_elsewhere_may_lead_here(shown: "Shown") -> None:
    assert shown.ask(sec_fetch_site="cross-site", sec_fetch_mode="navigate").status == 200


@pytest.mark.parametrize(
    "path", ["/", "/events", "/preview.js", "/x/", "/%00/", "//", "/AAAAAAAAAAAAAAAAAAAAAA/", "/é/"]
)
def test_without_the_secret_there_is_nothing(shown: "Shown", path: str) -> None:
    assert shown.ask(path.encode().decode("latin-1") if path.isascii() else "/%C3%A9/").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "harbour.story",
        "../harbour.story",
        "../../../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "art/../../harbour.story",
        "art/..%2f..%2fharbour.story",
        f"art/{'0' * 64}",
        f"art/{'0' * 64}/../../../harbour.story",
        "art/",
        "pages/preview.js",
        "preview.js/",
        ".storyc/preview.json",
        "%5c..%5cpreview.js",
    ],
)
def test_no_path_leads_out(shown: "Shown", path: str) -> None:
    answer = shown.ask(path)
    assert answer.status == 404
    assert answer.read() == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_written(shown: "Shown", method: str) -> None:
    answer = shown.ask(method=method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_a_head_has_no_body(shown: "Shown") -> None:
    answer = shown.ask(method="HEAD")
    assert answer.status == 200
    assert int(answer.headers["content-length"]) > 1_000
    assert answer.read() == b""
