"""What VS Code wants to know beside colours, to help with typing: brackets, words, new lines, snippets."""

# ruff: noqa: INP001 - it stands beside the grammar, in no package

from typing import Any

from storyc.semantics import vocabulary

_QUOTES = ('""', "“”", "「」", "『』")
_FIRST_KIND = "narrator"


def make_language_configuration() -> dict[str, Any]:
    """Return how brackets pair, what a comment is, and what a double click chooses; the language server says where to fold."""
    pairs = [["[", "]"], ["(", ")"], ["[[", "]]"], ["{{", "}}"], ["（", "）"], ["［", "］"]]
    return {
        "comments": {"lineComment": "//", "blockComment": ["/*", "*/"]},
        "brackets": pairs,
        "autoClosingPairs": [{"open": first, "close": last} for first, last in [*pairs, ["/*", " */"]]],
        "surroundingPairs": [*pairs, ["*", "*"], ["_", "_"], *map(list, _QUOTES)],
        "onEnterRules": [
            # what stood behind the cursor would become a line of the story
            *(
                {
                    "beforeText": rf"^\s*{mark}.*$",
                    "afterText": after,
                    "action": {"indent": "none", "appendText": mark + gap},
                }
                for mark in ("//", "=", "~")
                for after, gap in ((r"^\S", " "), (r"^\s+\S", ""))
            ),
            # a blank line ends the fields of an entry
            {"beforeText": r"^\s+$", "action": {"indent": "outdent"}},
        ],
        # a name of several words is chosen by a double click one word at a time, a modifier such as off-panel whole
        "wordPattern": {"pattern": r"[\p{L}\p{M}\p{N}_]+(?:[-'’][\p{L}\p{M}\p{N}_]+)*", "flags": "u"},
    }


def make_snippets() -> dict[str, Any]:
    """Return what a few letters and a tab grow into."""
    kinds = ",".join((_FIRST_KIND, *sorted(vocabulary.CAPTION_KINDS - {_FIRST_KIND})))
    return {
        name: {"prefix": prefix, "body": body, "description": description}
        for name, prefix, body, description in (
            ("Title page", "title", ["Title: ${1:Title}", "Author: ${2:Author}", "Language: ${3:en}", "", "$0"], "a title page"),
            ("Style", "style", ["STYLE", "", "art: ${1:loose ink with grey wash}", "palette: ${2:sea greys, one warm yellow}", "$0"], "how all of it is drawn"),
            ("Cast", "cast", ["CAST", "", "${1:NAME}: ${2:who this is, and what is seen at a glance}", "    age: ${3:30}", "    dress: ${4:what is worn}", "$0"], "the cast"),
            ("Locations", "locations", ["LOCATIONS", "", "${1:THE PLACE}: ${2:what is seen there}", "$0"], "the places"),
            ("Props", "props", ["PROPS", "", "${1:THE THING}: ${2:what it looks like}", "$0"], "things that come back"),
            ("Page", "page", ["PAGE ${1:ONE} (${2:FOUR} PANELS)", "", "PANEL 1 [${3:wide}]", "$0"], "a page with its first panel"),
            ("Splash", "splash", ["PAGE ${1:ONE} [splash]", "", "PANEL 1", "$0"], "a page that is one panel"),
            ("Scene", "scene", ["${1|INT.,EXT.|} ${2:THE PLACE} - ${3|DAY,NIGHT,DAWN,DUSK|}", "$0"], "where and when"),
            ("Panel", "panel", ["PANEL ${1:1}", "$0"], "a panel"),
            ("Speech", "say", ["${1:NAME}: $0"], "a balloon"),
            ("Caption", "caption", [f"CAPTION (${{1|{kinds}|}}): $0"], "a caption"),
            ("Sound", "sfx", ["SFX: $0"], "a sound effect"),
            ("Sign", "text", ["TEXT (${1:sign}): $0"], "lettering in the picture"),
            ("Clip", "clip", ["CLIP ${1:name} [${2:5s}, 720p, 16:9, from panel ${3:1}]", "", "$0"], "a video shot"),
        )
    }  # fmt: skip
