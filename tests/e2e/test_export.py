"""`storyc export`: every format from what is at home, and nothing else."""

import json
import sys
from pathlib import Path
from re import findall
from tempfile import gettempdir
from zipfile import ZipFile

import pytest

from tests.e2e.conftest import Desk
from tests.faults.disks import short_files

STORY = """\
Title: Rain
Author: A. Writer
Language: en
Size: 768x512

CAST

MARA: A pilot.

PAGE 1

PANEL 1
Rain on the harbour.

MARA: =It went out.

PANEL 2
The lamp is dark.
"""
FORMATS = {
    "html": "build/rain.html", "md": "build/rain.md", "pdf": "build/rain.pdf", "cbz": "build/rain.cbz",
    "epub": "build/rain.epub", "json": "build/rain.json", "lettering": "build/rain-lettering.csv",
    "strip": "build/rain-strip/strip-0001.jpg",
}  # fmt: skip
STARTS = {
    "pdf": b"%PDF-",
    "cbz": b"PK",
    "epub": b"PK",
    "json": b"{",
    "lettering": b"page,panel",
    "html": b"<!doctype",
    "md": b"# Rain",
}


@pytest.fixture
def built(desk: Desk) -> Desk:
    """A working directory with a story that is drawn."""
    desk.write(STORY)
    assert desk.run("build", "--backend", "draft", "-q", "rain.story").code == 0
    return desk


@pytest.mark.parametrize("form", FORMATS)
def test_every_format(built: Desk, form: str) -> None:
    code, out, err = built.run("export", "rain.story", "--to", form)
    assert (code, out, err) == (0, f"{FORMATS[form]}\n", "")
    path = built.root / FORMATS[form]
    first = path.read_bytes()
    assert first.startswith(STARTS.get(form, b"\xff\xd8"))
    path.unlink()
    assert built.run("export", "rain.story", "--to", form).code == 0
    assert path.read_bytes() == first


@pytest.mark.parametrize("name", ["a.pdf", "deep/b.cbz", "c.epub", "d.json", "e.csv", "f.html", "g.md"])
def test_the_ending_of_a_file_says_the_format(built: Desk, name: str) -> None:
    assert built.run("export", "rain.story", "-o", name) == (0, f"{name}\n", "")
    assert (built.root / name).stat().st_size > 0
    assert not list(built.root.rglob(".storyc-*"))


def test_a_table_with_tabs(built: Desk) -> None:
    assert built.run("export", "rain.story", "-o", "lines.tsv", "--bom").code == 0
    assert (built.root / "lines.tsv").read_bytes().startswith(b"\xef\xbb\xbfpage\tpanel")
    assert (built.root / "lines.tsv").read_bytes().splitlines()[1] == b"1\t1\t1\tMARA\tspeech\t\t'=It went out."


@pytest.mark.parametrize("form", ["pdf", "cbz", "json", "lettering", "html", "md"])
def test_stdout(built: Desk, form: str) -> None:
    ended = built.start("export", "rain.story", "--to", form, "-o", "-")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.startswith(STARTS[form])


def test_links_of_markdown_lead_to_the_art(built: Desk) -> None:
    assert built.run("export", "rain.story", "-o", "out/story.md").code == 0
    text = (built.root / "out" / "story.md").read_text("utf-8")
    assert "(../build/art/page-001-panel-01.webp)" in text
    assert (built.root / "out" / "../build/art/page-001-panel-01.webp").exists()


def test_the_art_is_where_json_says(built: Desk) -> None:
    built.run("export", "rain.story", "--to", "json")
    (page,) = json.loads((built.root / "build/rain.json").read_bytes())["pages"]
    assert [(built.root / panel["art"]["path"]).is_file() for panel in page["panels"]] == [True, True]


def test_what_is_missing_is_an_empty_frame(desk: Desk) -> None:
    desk.write(STORY)
    code, out, err = desk.run("export", "rain.story", "--to", "cbz")
    assert (code, out) == (0, "build/rain.cbz\n")
    assert err == "2 pictures are not drawn yet; `storyc build` draws them\n"
    with ZipFile(desk.root / "build/rain.cbz") as zipped:
        assert zipped.namelist() == ["page-0001.jpg", "ComicInfo.xml"]
    assert not (desk.root / ".storyc").exists()


def test_strict_writes_nothing_that_is_not_whole(desk: Desk) -> None:
    desk.write(STORY)
    code, out, err = desk.run("export", "rain.story", "--to", "pdf", "--strict")
    assert (code, out) == (1, "")
    assert "not drawn yet" in err
    assert not (desk.root / "build").exists()
    assert desk.run("export", "rain.story", "--to", "lettering", "--strict").code == 0


def test_a_changed_panel_is_no_longer_drawn(built: Desk) -> None:
    built.write(STORY.replace("The lamp is dark.", "The lamp burns."))
    _, _, err = built.run("export", "rain.story", "--to", "json")
    assert "not drawn yet" in err


def test_art_of_the_other_kind(built: Desk) -> None:
    assert "2 pictures are" in built.run("export", "rain.story", "--to", "json", "--backend", "api").err
    assert built.run("export", "rain.story", "--to", "json", "--backend", "draft").err == ""


def test_a_shorter_strip_leaves_nothing_of_a_longer_one(built: Desk) -> None:
    code, out, _ = built.run("export", "rain.story", "--to", "strip", "--max-height", "300", "--width", "300")
    assert (code, out.splitlines()) == (0, ["build/rain-strip/strip-0001.jpg", "build/rain-strip/strip-0002.jpg"])
    assert built.run("export", "rain.story", "--to", "strip").out == "build/rain-strip/strip-0001.jpg\n"
    assert [path.name for path in (built.root / "build/rain-strip").iterdir()] == ["strip-0001.jpg"]


@pytest.mark.parametrize(
    ("arguments", "help_"),
    [
        (["--to", "pfd"], "'pfd' is not one of 'html', 'md', 'pdf'"),
        ([], "it is not said what to export to"),
        (["-o", "story.xyz"], "it is not said what to export to"),
        (["--to", "pdf", "--grid", "2by3"], "'2by3' is not written like `2x3`"),
        (["--to", "pdf", "--grid", "9x9"], "'9x9' is not between 1x1 and 6x6"),
        (["--to", "cbz", "--grid", "2x3"], "--grid says nothing about cbz"),
        (["--to", "pdf", "--max-height", "900"], "--max-height says nothing about pdf"),
        (["--to", "pdf", "--pages", "panels"], "pdf has no panels"),
        (["--to", "strip", "-o", "-"], "a strip is several files"),
        (["--to", "strip", "--width", "0"], "0 is not in the range"),
    ],
    ids=" ".join,
)
def test_slips(built: Desk, arguments: list[str], help_: str) -> None:
    code, out, err = built.run("export", "rain.story", *arguments)
    assert (code, out) == (2, "")
    assert help_ in err


def test_the_script_needs_no_picture(desk: Desk) -> None:
    desk.write(STORY)
    code, out, err = desk.run("export", "rain.story", "--to", "pdf", "--pages", "script", "--strict")
    assert (code, out, err) == (0, "build/rain-script.pdf\n", "")
    assert (desk.root / out.strip()).read_bytes().startswith(b"%PDF-")


def test_a_script_with_mistakes_is_not_exported(desk: Desk) -> None:
    desk.write("PAGE 1\n\nPANEL 1 [inset 7]\nRain.\n")
    code, out, _ = desk.run("export", "rain.story", "--to", "pdf")
    assert (code, out) == (1, "")


def test_the_date_is_the_one_of_the_environment(built: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert built.run("export", "rain.story", "--to", "epub").code == 0
    with ZipFile(built.root / "build/rain.epub") as zipped:
        assert {entry.date_time[0] for entry in zipped.infolist()} == {2001}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    code, _, err = built.run("export", "rain.story", "--to", "epub")
    assert (code, "SOURCE_DATE_EPOCH is no number" in err) == (2, True)


def test_a_folder_that_leads_elsewhere_is_not_followed(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    desk.write(STORY)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (desk.root / "build").symlink_to(elsewhere)
    code, _, err = desk.run("export", "rain.story", "--to", "json")
    assert (code, "leads out of the project" in err) == (2, True)
    assert list(elsewhere.iterdir()) == []
    assert desk.run("export", "rain.story", "-o", str(elsewhere / "rain.json")).code == 0


def test_a_place_that_cannot_be_written_is_named(built: Desk) -> None:
    (built.root / "taken").write_text("")
    code, _, err = built.run("export", "rain.story", "-o", "taken/rain.json")
    assert (code, "error: cannot write taken/rain.json" in err) == (2, True)


def test_art_that_was_changed_is_named_and_nothing_is_written(built: Desk) -> None:
    for path in Path(built.root, ".storyc/draft/store").glob("*/*"):
        path.write_bytes(b"nothing")
    for form in ("pdf", "cbz", "epub", "strip"):
        code, out, err = built.run("export", "rain.story", "--to", form)
        assert (code, out) == (2, "")
        assert "was changed on the disk" in err
    assert not list((built.root / "build").glob("rain.*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("form", ["cbz", "strip", "html"])
def test_what_does_not_fit_leaves_everything_as_it_was(built: Desk, form: str) -> None:
    path = built.root / FORMATS[form]
    assert built.run("export", "rain.story", "--to", form).code == 0
    before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    with short_files(4096):
        code, out, err = built.run("export", "rain.story", "--to", form)
    assert (code, out) == (2, "")
    assert f"error: cannot write {path}" in err
    assert "= help: nothing was exported, and what was there before is as it was; make room and export again" in err
    assert {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_folder_of_temporary_files_is_named(built: Desk) -> None:
    with short_files(4096):
        code, _, err = built.run("export", "rain.story", "--to", "pdf")
    assert code == 2
    assert f"error: cannot write temporary files in {gettempdir()}: " in err
    assert not (built.root / FORMATS["pdf"]).exists()


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="Windows has no such file")
def test_a_device_is_written_to_and_not_replaced(built: Desk) -> None:
    assert built.run("export", "rain.story", "--to", "md", "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_stories_of_one_project_do_not_write_over_each_other(desk: Desk) -> None:
    desk.write("", "storyc.toml")
    for name in ("one", "two"):
        desk.write(STORY.replace("Title: Rain", f"Title: {name}"), f"{name}/main.story")
        code, out, _ = desk.run("build", "--backend", "draft", "-q", name)
        assert (code, out.split()) == (0, [f"build/{name}/storyboard.html", f"build/{name}/storyboard.md"])
        assert desk.run("export", name, "--to", "md")[:2] == (0, f"build/{name}/main.md\n")
    for name in ("one", "two"):
        folder = desk.root / "build" / name
        text = (folder / "main.md").read_text("utf-8")
        assert text.startswith(f"# {name}\n")
        assert f"(../../build/{name}/art/page-001-panel-01.webp)" in text
        links = set(findall(r'href="([^"#]*\.story)#L', (folder / "storyboard.html").read_text("utf-8")))
        assert {(folder / link).resolve() for link in links} == {desk.root.resolve() / name / "main.story"}


@pytest.mark.parametrize("pattern", ["vscode://file/x/{path}:{line}", "/x/{path}", "https://x.example/{path}#L{line}"])
def test_links_that_lead_to_the_same_place_from_everywhere_stay_as_they_are(pattern: str, desk: Desk) -> None:
    desk.write(f'source-link = "{pattern}"\n', "storyc.toml")
    desk.write(STORY, "one/main.story")
    assert desk.run("build", "--backend", "draft", "-q", "one").code == 0
    page = (desk.root / "build" / "one" / "storyboard.html").read_text("utf-8")
    assert f'href="{pattern.format(path="one/main.story", line=10)}"' in page
