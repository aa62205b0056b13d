"""What a real browser makes of the overlay: its letters are as wide as was reckoned, and stand inside their balloons."""

from json import loads
from pathlib import Path
from re import DOTALL, search

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.lettering.sheet import ACCEPTED, BROWSER, SHOWN, browse, photograph, sheet

MEASURE = """
<script type="application/json" id="found"></script>
<script>
document.fonts.ready.then(() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg.lettering")) {
    const balloons = [...svg.querySelectorAll("path.lt-balloon, path.lt-paper, path.lt-box, path.lt-plate, path.lt-parchment, path.lt-tinted, path.lt-remark")];
    for (const text of svg.querySelectorAll("text")) {
      let strays = 0;
      if (text.matches(".lt-speech, .lt-caption:not(.lt-floating)")) {
        for (let at = 0; at < text.getNumberOfChars(); at++) {
          const box = text.getExtentOfChar(at);
          const point = svg.createSVGPoint();
          point.x = box.x + box.width / 2;
          point.y = box.y + box.height / 2;
          if (!balloons.some(balloon => balloon.isPointInFill(point))) strays++;
        }
      }
      const spans = [...text.children].map(span => span.getComputedTextLength());
      found.push({strays, spans, words: text.textContent});
    }
  }
  document.getElementById("found").textContent = JSON.stringify(found);
});
</script>
"""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


def test_letters_are_as_wide_as_reckoned_and_stand_in_their_balloons(tmp_path: Path) -> None:
    tree = browse(sheet(script=MEASURE), "--virtual-time-budget=3000", "--dump-dom", folder=tmp_path)
    found = search(r'id="found">(.*?)</script>', tree, DOTALL)
    assert found is not None
    measured = loads(found[1])
    placed = [placed for one in SHOWN for placed in one.lettered().placed]
    assert len(measured) == len(placed)
    for seen, reckoned in zip(measured, placed, strict=True):
        assert seen["strays"] == 0, seen["words"]
        if reckoned.is_vertical:
            continue
        for length_px, line in zip(seen["spans"], reckoned.lines, strict=True):
            # A line's last space is drawn, and pairs of letters stand closer than alone.
            assert line.length_px * 0.9 <= length_px <= line.length_px * 1.02 + 0.45 * reckoned.size_px


def test_the_sheet_looks_as_it_was_accepted(tmp_path: Path) -> None:
    taken = photograph(sheet(), tmp_path)
    accepted = Image.open(ACCEPTED).convert("RGB")
    assert taken.size == accepted.size
    # Blurred, so that a browser's way of smoothing edges does not count, while a line that moves does.
    difference = ImageChops.difference(*(picture.filter(ImageFilter.GaussianBlur(2)) for picture in (taken, accepted)))
    assert ImageStat.Stat(difference.convert("L")).mean[0] < 0.6
