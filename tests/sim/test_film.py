"""Shots are films that play: shape, length, and what they show."""

from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from queue import Queue
from shutil import which
from struct import pack, unpack
from subprocess import DEVNULL, Popen
from threading import Thread
from typing import Final, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageStat

from storyc.sim.film import draw_film
from storyc.sim.state import Film
from storyc.wire import MAX_CLIP_S, MIN_CLIP_S, AspectRatio, Resolution, VideoOptions

BROWSER = which("chromium") or which("chromium-browser") or which("google-chrome")
PARENTS: Final = {"18538067", "1549a966", "1654ae6b", "ae", "e0", "1c53bb6b", "bb", "b7", "1f43b675"}
DURATION, CODEC, WIDTH, HEIGHT, CUE_AT, CLUSTER_TIME, BLOCK = "4489", "86", "b0", "ba", "f1", "e7", "a3"


def elements(content: bytes, start: int, end: int) -> Iterator[tuple[str, bytes]]:
    """Yield the leaves of a Matroska file in order; every length must come out even."""
    while start < end:
        after_id = start + 9 - content[start].bit_length()
        name = content[start:after_id].hex()
        body = after_id + 9 - content[after_id].bit_length()
        length = int.from_bytes(content[after_id:body]) & ((1 << 7 * (body - after_id)) - 1)
        start = body + length
        assert start <= end
        if name in PARENTS:
            yield from elements(content, body, start)
        else:
            yield name, content[body:start]


def leaves(film: bytes, name: str) -> list[bytes]:
    return [content for found, content in elements(film, 0, len(film)) if found == name]


def numbers(film: bytes, name: str) -> list[int]:
    return [int.from_bytes(content) for content in leaves(film, name)]


def pictures(film: bytes) -> list[Image.Image]:
    """Return the frames, each decoded on its own."""
    frames = [block[4:] for block in leaves(film, BLOCK)]
    files = [b"WEBPVP8 " + pack("<I", len(frame)) + frame + bytes(len(frame) % 2) for frame in frames]
    decoded: list[Image.Image] = [Image.open(BytesIO(b"RIFF" + pack("<I", len(file)) + file)) for file in files]
    for picture in decoded:
        picture.load()
    return decoded


def still(colour: str, size: tuple[int, int] = (320, 180)) -> bytes:
    content = BytesIO()
    Image.new("RGB", size, colour).save(content, "PNG")
    return content.getvalue()


def order(**options: object) -> Film:
    return Film("rain on the harbour", VideoOptions.model_validate(options), ())


def distance(first: Image.Image, second: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(first.convert("RGB"), second.convert("RGB"))).mean)


def test_a_film_has_the_shape_and_the_length_of_its_order() -> None:
    film = draw_film(order(duration=5, resolution="720p", aspect_ratio="9:16"), [still("navy")])
    assert leaves(film, CODEC) == [b"V_VP8"]
    assert unpack(">d", leaves(film, DURATION)[0]) == (5000.0,)
    assert (numbers(film, WIDTH), numbers(film, HEIGHT)) == ([720], [1280])
    assert {picture.size for picture in pictures(film)} == {(720, 1280)}
    starts_ms = numbers(film, CLUSTER_TIME)
    assert starts_ms[0] == 0
    assert starts_ms == sorted(set(starts_ms))
    assert 4 <= len(starts_ms) / 5 <= 8


def test_it_goes_from_the_first_frame_to_the_last() -> None:
    film = draw_film(order(resolution="480p"), [still("navy"), still("orange")])
    shown = pictures(film)
    first, last = (Image.new("RGB", shown[0].size, colour) for colour in ("navy", "orange"))
    assert distance(shown[0], first) < 5
    assert distance(shown[-1], last) < 5
    steps = [distance(picture, first) for picture in shown]
    assert steps == sorted(steps)


def test_a_single_frame_is_moved_into() -> None:
    shown = pictures(draw_film(order(resolution="480p"), [still("navy"), b"no picture"]))
    assert distance(shown[0], shown[-1]) < 5
    gradient = BytesIO()
    Image.radial_gradient("L").save(gradient, "PNG")
    shown = pictures(draw_film(order(resolution="480p"), [gradient.getvalue()]))
    brightness = [ImageStat.Stat(picture.convert("L")).mean[0] for picture in shown]
    assert brightness == sorted(brightness, reverse=True)


def test_a_frame_may_bring_a_colour_profile() -> None:
    content = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (320, 180), "navy").save(content, "PNG", icc_profile=profile)
    film = draw_film(order(resolution="480p"), [content.getvalue(), still("orange")])
    assert film == draw_film(order(resolution="480p"), [still("navy"), still("orange")])


def test_the_index_leads_to_every_frame() -> None:
    film = draw_film(order(resolution="480p"), [still("navy")])
    segment = film.index(bytes.fromhex("18538067")) + 8
    places = numbers(film, CUE_AT)
    assert len(places) == len(leaves(film, BLOCK))
    assert all(film[segment + place :].startswith(bytes.fromhex("1f43b675")) for place in places)


def test_equal_orders_give_equal_bytes() -> None:
    films = {draw_film(order(duration=4, resolution="480p"), frames) for frames in ([], [], [b"junk"])}
    assert len(films) == 1


@settings(max_examples=6, deadline=None)
@given(
    duration_s=st.integers(MIN_CLIP_S, MAX_CLIP_S),
    resolution=st.sampled_from(get_args(Resolution)),
    ratio=st.sampled_from(get_args(AspectRatio)),
    frames=st.integers(1, 12),
)
def test_every_order_can_be_filmed_in_bounded_time(duration_s: int, resolution: str, ratio: str, frames: int) -> None:
    film = draw_film(
        order(duration=duration_s, resolution=resolution, aspect_ratio=ratio),
        [still(f"hsl({30 * place}, 80%, 50%)") for place in range(frames)],
    )
    (width_px,), (height_px,) = numbers(film, WIDTH), numbers(film, HEIGHT)
    assert min(width_px, height_px) == int(resolution.removesuffix("p"))
    assert width_px % 2 == height_px % 2 == 0
    if ratio != "adaptive":
        wide, high = map(int, ratio.split(":"))
        assert abs(width_px / height_px - wide / high) < 0.01
    starts_ms = numbers(film, CLUSTER_TIME)
    assert starts_ms == sorted(set(starts_ms))
    assert starts_ms[-1] < 1000 * duration_s
    assert len(starts_ms) * width_px * height_px <= 24 * 1024 * 1024


PAGE = """<!doctype html><video muted src="data:video/webm;base64,{film}"></video><script>
const film = document.querySelector("video"), say = (words) => fetch("/" + words.replaceAll(" ", "-"));
film.onerror = () => say("broken");
film.onloadedmetadata = () => film.currentTime = 3;
film.onseeked = () => say(`${{film.videoWidth}}x${{film.videoHeight}} ${{film.currentTime}}s of ${{film.duration}}s`);
</script>"""
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")


class Screen(ThreadingHTTPServer):
    """Shows a film to a browser and hears what that says of it."""

    def __init__(self, film: bytes) -> None:
        self.page = PAGE.format(film=b64encode(film).decode()).encode()
        self.said: Queue[str] = Queue()
        super().__init__(("127.0.0.1", 0), _Showing)


class _Showing(BaseHTTPRequestHandler):
    server: Screen

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        if self.path == "/":
            self.wfile.write(self.server.page)
        elif self.path != "/favicon.ico":
            self.server.said.put(self.path)

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


def play(film: bytes, profile: Path) -> str:
    """Return what a browser says of a film when it has jumped into it."""
    with Screen(film) as screen:
        serving = Thread(target=screen.serve_forever, args=(0.01,))
        serving.start()
        command = [str(BROWSER), *FLAGS, f"--user-data-dir={profile}", "--remote-debugging-port=0"]
        with Popen([*command, f"http://127.0.0.1:{screen.server_port}/"], stdout=DEVNULL, stderr=DEVNULL) as browser:
            try:
                return screen.said.get(timeout=60)
            finally:
                browser.terminate()
                screen.shutdown()
                serving.join()


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_a_browser_plays_it(tmp_path: Path) -> None:
    film = draw_film(order(duration=5, resolution="720p"), [still("navy"), still("orange")])
    assert play(film, tmp_path / "first") == "/1280x720-3s-of-5s"
    assert play(b"no film", tmp_path / "second") == "/broken"
