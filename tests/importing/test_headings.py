import pytest

from storyc.importing.headings import find_heading


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("PAGE ONE (FIVE PANELS)", "page", "ONE"),
        ("PAGE 1 – 3 PANELS", "page", "1"),
        ("Page 1", "page", "1"),
        ("**PAGE 1**", "page", "1"),
        ("# PAGE 3 INT. BARN - DAY", "page", "3"),
        ("#Script page {{serial page = 4}}", "page", "4"),
        ("### 📄 **Page One**", "page", "ONE"),
        ("PAGE TWENTY-ONE:", "page", "TWENTY-ONE"),
        ("３ページ", "page", "3"),
        ("PAGE", "page", ""),
        ("PANEL 1", "panel", "1"),
        ("_PANEL 1_", "panel", "1"),
        (".Panel 1", "panel", "1"),
        ("Panel 1.", "panel", "1"),
        ("Panel 3a: rain", "panel", "3a"),
        ("PANEL ONE", "panel", "ONE"),
        ("PANEL [wide]", "panel", ""),
        ("#### 🖼️ **PANEL ONE**", "panel", "ONE"),
        ("コマ２", "panel", "2"),
    ],
)
def test_headings(line: str, kind: str, number: str) -> None:
    found = find_heading(line)
    assert found is not None
    assert (found.kind, found.number) == (kind, number)


@pytest.mark.parametrize(
    "line",
    [
        "Pages turned slowly.", "Panel 2 is offline.", "Page One of the paper.", "panel", "A page.", "Panelling.", "PAGEANT",
        "Pa", "P", "page by page", "", "   ", "**", "Panel by panel, he drew.", "Page 1st edition", "12 pages",
    ],
)  # fmt: skip
def test_sentences(line: str) -> None:
    assert find_heading(line) is None


def test_what_stands_behind_a_number() -> None:
    found = find_heading("PAGES 2-3 (4 panels) - double page spread")
    assert found is not None
    assert (found.number, found.last, found.count, found.tags, found.text) == ("2", "3", "4", ("spread",), "")
    found = find_heading("Panel 2 [wide, low angle]: The sea. [sic]")
    assert found is not None
    assert (found.tags, found.text) == (("wide", "low angle"), "The sea. [sic]")
    found = find_heading("PANEL 2 (a memory) Rain.")
    assert found is not None
    assert (found.tags, found.text) == ((), "(a memory) Rain.")
    found = find_heading("PAGES 4-9")
    assert found is not None
    assert (found.number, found.last, found.odd_range) == ("4", "", "4-9")
