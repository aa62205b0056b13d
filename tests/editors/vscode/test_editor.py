"""A writer's day, in the editor itself."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.editors.vscode.conftest import ROOT
from tests.editors.vscode.workbench import Workbench

Window = Callable[..., Workbench]
HARBOUR = ROOT / "examples/harbour-light"
NIGHT = ROOT / "examples/long-night"
EVERYTHING = Path(__file__).parent / "everything"
THEMES = ("Default Light Modern", "Default Dark Modern", "Monokai", "Solarized Light", "Default High Contrast")


def test_a_word_has_one_colour_wherever_it_comes_from(window: Window) -> None:
    editor = window(EVERYTHING)
    editor.open("everything.story")
    editor.wait_for_server()
    for theme in THEMES:
        editor.press("Control+k", "Control+t")
        editor.ask(theme.removeprefix("Default "))
        editor.page.locator(
            ".quick-input-widget .monaco-list-row", has_text=theme.removeprefix("Default ")
        ).first.click()
        editor.go_to(1)
        editor.picture(f"colours {theme} top")
        editor.go_to(62)
        for word, other in (("whisper", "sign"), ("SFX", "CAPTION"), ("wide", "closeup"), ("MARA VOSS", "TOBY")):
            editor.wait_for_colour(word, other)
        editor.picture(f"colours {theme} page")
        assert len({editor.colour(word) for word in ("wide", "SFX", "MARA VOSS")}) == 3
    assert editor.page.locator(".unicode-highlight").count() == 0, "full-width marks are marked as suspicious"


def test_it_opens_and_counts(window: Window) -> None:
    editor = window(HARBOUR)
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.wait_for_status("1,200 credits")
    editor.page.locator(".codelens-decoration", has_text="4 panels · 32 words · about 600 credits").wait_for()
    editor.go_to(44)
    editor.page.locator(".breadcrumbs-control", has_text="Panel 1").wait_for()
    outline = editor.outline()
    assert outline[0].startswith("The Harbour Light")
    editor.picture("harbour light")


def test_it_says_what_is_wrong_and_mends_it(window: Window) -> None:
    editor = window(EVERYTHING)
    editor.open("everything.story")
    editor.wait_for_status("no price")
    editor.wait_for_problem("nobody called `TOBBY` is in the cast")
    editor.wait_for_problem("did you mean `TOBY`?")
    editor.picture("problems")
    editor.go_to(70, 3)
    code = editor.page.locator(".monaco-hover a", has_text="SC0201").first

    def is_hovering() -> bool:
        editor.press("Control+k", "Control+i")  # what the editor draws anew closes a card that was open
        editor.page.wait_for_timeout(1_000)
        return code.is_visible()

    editor.wait_until(is_hovering, "nothing is said of the name")
    code.click()
    page = editor.web_view("h1:has-text('SC0201 unknown-character')")
    assert "A balloon's tail needs somebody to point at" in page.inner_text("body")
    editor.picture("explanation")
    editor.go_to(70, 3)
    editor.press("Control+.")
    editor.page.locator(".action-widget .monaco-list-row", has_text="write `TOBY`").first.wait_for()
    editor.picture("fixes")
    editor.press("Enter")
    editor.wait_until(lambda: "\nTOBY: Who am I?" in editor.shown(), "nothing was mended")
    editor.save("everything.story", "\nTOBY: Who am I?")
    editor.wait_for_status("7,650 credits")


def test_completion_knows_who_speaks_next(window: Window) -> None:
    editor = window(HARBOUR)
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.go_to(84, 1)
    editor.press("End", "Enter", "Enter", "Control+Space")
    wanted = ["MARA VOSS", "TOBY", "DR. CHO"]
    editor.wait_until(lambda: list(editor.suggestions()[:3]) == wanted, "it does not know who speaks next")
    editor.picture("completion after a blank line")
    editor.type("TO")
    editor.page.locator(".suggest-widget .monaco-list-row.focused", has_text="TOBY").wait_for()
    editor.press("Tab")
    editor.type("Here.")
    editor.go_to(80, 16)
    editor.type(", ")
    editor.press("Control+Space")
    editor.wait_until(lambda: "wide" in editor.suggestions(), "no tags are suggested")
    editor.picture("tags")
    editor.press("Escape")
    editor.save("harbour-light.story", "\n\nTOBY: Here.\n")


def test_snippets_pairs_and_comments(window: Window) -> None:
    editor = window(HARBOUR)
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.go_to(90)
    editor.press("Control+End")
    editor.type("\n\npage")
    snippet = editor.page.locator('.suggest-widget.visible .monaco-list-row[aria-label^="page,"]')
    snippet.wait_for()
    editor.picture("snippet")
    snippet.click()
    editor.press("Tab", "Tab", "Tab")
    editor.type("Rain {{the sea")
    editor.press("Control+/")
    editor.save("harbour-light.story", "PAGE ONE (FOUR PANELS)\n\nPANEL 1 [wide]\n// Rain {{the sea}}")
    editor.press("Home", "Control+ArrowRight", "Control+ArrowRight", "Enter")
    editor.save("harbour-light.story", "\n// Rain\n// {{the sea}}")


def test_a_blank_line_ends_the_fields_of_an_entry(window: Window) -> None:
    editor = window(HARBOUR)
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.go_to(20)
    editor.press("End", "Enter")
    editor.type("age: 3")
    editor.press("Enter", "Enter")
    editor.type("ANN: A woman.")
    editor.save("harbour-light.story", "\n    age: 3\n\nANN: A woman.")


def test_words_of_a_script_without_spaces(window: Window) -> None:
    editor = window(EVERYTHING)
    editor.open("everything.story")
    editor.wait_for_server()
    editor.go_to(57, 4)
    editor.press("Control+Shift+ArrowRight")
    editor.wait_for_status("(4 selected)")
    editor.go_to(48, 15)
    editor.press("Control+d")
    editor.wait_for_status("(7 selected)")


def test_a_name_changes_in_all_files(window: Window) -> None:
    editor = window(EVERYTHING)
    editor.open("everything.story")
    editor.wait_for_server()
    editor.go_to(48, 3)
    editor.rename("MARA REED")
    editor.wait_until(lambda: "MARA REED (Mara, the Captain)" in editor.text("cast.story"), "the cast was not changed")
    editor.save("everything.story", "MARA REED (whisper, off):")
    assert "MARA VOSS" not in editor.text("everything.story") + editor.text("cast.story")
    editor.go_to(48, 3)
    editor.press("F12")
    editor.page.locator('.tab.active[data-resource-name="cast.story"]').wait_for()


def test_what_was_bought_is_shown_and_drawn_again_only_when_the_writer_agrees(
    window: Window, buy: Callable[[Path, str], None]
) -> None:
    editor = window(HARBOUR)
    buy(editor.folder, "harbour-light.story")
    editor.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="story.lock"]').wait_for()
    editor.open("harbour-light.story")
    editor.page.locator(".codelens-decoration", has_text="4 kept").wait_for()
    editor.wait_for_status("nothing to draw")
    editor.go_to(41, 3)
    editor.press("Control+k", "Control+i")
    art = editor.page.locator(".monaco-hover img").first
    editor.wait_until(lambda: art.evaluate("image => image.naturalWidth") > 0, "the art of the panel is not shown")
    editor.picture("art of a panel")
    editor.press("Escape")
    editor.go_to(17, 3)
    editor.rename("MARA REED")
    question = editor.page.locator(".monaco-dialog-box", has_text="a build re-draws 4 panels, 600 credits")
    question.wait_for()
    editor.picture("price of a name")
    assert "MARA REED" not in editor.text("harbour-light.story")
    question.locator(".monaco-button", has_text="Rename").click()
    editor.page.locator(".codelens-decoration", has_text="2 kept, 2 drawn again: 300 credits").wait_for()
    editor.picture("name with a price")


def test_folding_and_formatting(window: Window) -> None:
    editor = window(HARBOUR, **{"[story]": {"editor.formatOnSave": True}})
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.go_to(80)
    editor.press("Shift+End")
    editor.type("panel   2[silent]")
    editor.save("harbour-light.story", "\nPANEL 2 [silent]\n")
    editor.command("Fold All")
    editor.wait_until(lambda: "Toby slams" not in editor.shown(), "the pages were not folded")
    assert "PAGE TWO" in editor.shown()
    editor.picture("folded")


def test_the_storyboard_follows_the_cursor_and_what_is_saved(window: Window) -> None:
    editor = window(HARBOUR)
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.go_to(44)
    editor.command("storyc: Build a Draft Storyboard")
    page = editor.web_view("#panel-3-1 img")
    page.wait_for_selector("html[data-live=yes]")
    page.wait_for_selector("#panel-1-1 img[src^='blob:']")
    editor.go_to(90)
    editor.wait_until(
        lambda: page.evaluate("document.getElementById('panel-3-1').getBoundingClientRect().top < innerHeight / 2"),
        "the storyboard did not follow the cursor",
    )
    page.wait_for_selector("#panel-3-1 img[src^='blob:']")
    editor.picture("storyboard")
    editor.go_to(78)
    editor.press("End")
    editor.type("!!")
    editor.save("harbour-light.story", "WHUMP!!")
    page.wait_for_selector("#panel-2-1 :text('WHUMP!!')")
    page.locator("#panel-2-1").scroll_into_view_if_needed()
    page.locator("#panel-1-2 a.file").evaluate("link => link.click()")
    editor.wait_for_status("Ln 47, Col 1")
    editor.picture("storyboard patched")


def test_the_storyboard_of_an_included_script_is_that_of_the_story(window: Window) -> None:
    editor = window(NIGHT, workbench__colorTheme="Default Dark Modern")
    editor.open("act-two.story")
    editor.wait_for_server()
    editor.command("storyc: Show the Storyboard")
    editor.page.locator('.tab[aria-label^="Storyboard: long-night"]').wait_for()
    page = editor.web_view("[id^='panel-']")
    editor.wait_until(
        lambda: page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark only",
        "the storyboard is not as dark as the editor",
    )
    editor.picture("storyboard dark")


def test_the_plan_says_what_a_build_would_cost(window: Window) -> None:
    editor = window(HARBOUR)
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.page.locator(".statusbar-item", has_text="1,200 credits").click()
    page = editor.web_view("table")
    assert "1,200" in page.inner_text("table")
    editor.picture("plan")


def test_a_script_that_is_not_saved_yet(window: Window) -> None:
    editor = window(HARBOUR)
    editor.command("storyc: New Comic Script")
    editor.page.locator(".tab.active", has_text="Untitled-1").wait_for()
    editor.wait_for_status("Comic Script")
    editor.type("CAST\n\nTOBY: A boy.\n\nPAGE 1 (1 PANEL)\n\nPANEL 1\nRain.\n\nTOBBY: Here.\n")
    editor.wait_for_problem("nobody called `TOBBY`")
    assert "who this is" not in editor.shown(), "the end of a line took a suggestion"
    editor.picture("unsaved")
    editor.press("Control+1")
    editor.command("storyc: Show the Storyboard")
    editor.notice("Save the script first.")


def test_a_script_is_among_new_files(window: Window) -> None:
    editor = window(HARBOUR)
    editor.open("harbour-light.story")
    editor.wait_for_server()
    editor.command("Create: New File...")
    editor.row("Comic Script").click()
    editor.page.locator(".tab.active", has_text="Untitled-1").wait_for()
    editor.wait_for_status("Comic Script")


def test_a_comic_begins_in_a_folder(window: Window, tmp_path: Path) -> None:
    folder = tmp_path / "first comic"
    folder.mkdir()
    editor = window(HARBOUR)
    editor.command("storyc: Begin a Comic...")
    editor.choose(folder, "Begin Here")
    editor.page.wait_for_selector('.tab.active[data-resource-name="story.story"]')
    editor.wait_for_server()
    editor.notice(f"The comic is in {folder}.")
    editor.picture("begun")
    editor.page.locator(".notification-toast .monaco-button", has_text="Open the Folder").click()
    editor.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="story.story"]').wait_for()


def test_a_script_that_is_not_open_is_shown_from_the_list_of_files(window: Window) -> None:
    editor = window(NIGHT)
    row = editor.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="act-two.story"]')
    item = editor.page.locator(".monaco-menu .action-label", has_text="Show the Storyboard")

    def is_offered() -> bool:
        row.click(button="right")
        editor.page.locator(".monaco-menu .action-label", has_text="Rename").wait_for()
        if not item.is_visible():  # the extension is not known yet
            editor.press("Escape")
        return item.is_visible()

    editor.wait_until(is_offered, "the list of files does not offer the storyboard")
    editor.picture("list of files")
    item.click()
    editor.page.locator('.tab[aria-label^="Storyboard: long-night"]').wait_for()
    editor.web_view("[id^='panel-']")


def test_settings_have_their_schema(window: Window) -> None:
    editor = window(HARBOUR)
    editor.open("storyc.toml")
    found = editor.folder / "schemas.json"
    editor.wait_until(found.is_file, "nobody looked for schemas")
    (offered,) = json.loads(found.read_text("utf-8"))
    assert offered["fileMatch"] == "storyc.toml"
    assert offered["url"].startswith("file:///")
    schema = Path(unquote(urlsplit(offered["url"]).path))
    assert schema.read_bytes() == (ROOT / "grammar/editors/storyc.schema.json").read_bytes()


def test_what_is_told_of_it(window: Window) -> None:
    editor = window(HARBOUR)
    editor.command("Preferences: Open Settings (UI)")
    editor.page.locator(".settings-editor .suggest-input-container").click()
    editor.type("@ext:storyc.storyc")
    editor.page.locator(".setting-item-title", has_text="Show Price").first.wait_for()
    editor.picture("settings")
    editor.command("Welcome: Open Walkthrough...")
    editor.page.locator(".quick-input-widget .monaco-list-row", has_text="Write your first comic").first.click()
    editor.page.locator(".gettingStarted", has_text="See the storyboard").wait_for()
    editor.web_view("code:has-text('storyc.path')")
    editor.picture("walkthrough")


def test_a_long_story_answers_at_once(window: Window, tmp_path: Path) -> None:
    folder = tmp_path / "written" / "long"
    folder.mkdir(parents=True)
    pages = (
        f"PAGE {page} (2 PANELS)\n\nPANEL 1 [wide]\nA street in the rain.\n\nANN: Number {page}.\n\nPANEL 2\nBob.\n"
        for page in range(1, 1001)
    )
    (folder / "long.story").write_text("CAST\n\nANN: A woman.\n\nBOB: A man.\n\n" + "\n".join(pages), "utf-8")
    editor = window(folder)
    editor.open("long.story")
    editor.wait_for_server()
    editor.go_to(5000)
    editor.press("End", "Enter", "Enter")
    editor.type("ZOE: Who?")
    editor.page.locator(".squiggly-error").first.wait_for()
    editor.picture("long")
