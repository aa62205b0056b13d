"""What VS Code wants to know beside colours, to help with typing: brackets, words, snippets."""

# ruff: noqa: INP001 - it stands beside the grammar, in no package

from typing import Any


def make_language_configuration() -> dict[str, Any]:
    """Return how brackets pair, what a comment is, and what a double click chooses; the language server says where to fold."""
    pairs = [["[", "]"], ["(", ")"], ["[[", "]]"], ["{{", "}}"], ["（", "）"], ["［", "］"]]
    return {
        "comments": {"lineComment": "//", "blockComment": ["/*", "*/"]},
        "brackets": pairs,
        "autoClosingPairs": [{"open": first, "close": last} for first, last in [*pairs, ["/*", " */"]]],
        "surroundingPairs": [*pairs, ["*", "*"], ["_", "_"]],
        # a name of several words is chosen by a double click one word at a time, a modifier such as off-panel whole
        "wordPattern": {"pattern": r"[\p{L}\p{M}\p{N}_]+(?:[-'’][\p{L}\p{M}\p{N}_]+)*", "flags": "u"},
    }


def make_snippets() -> dict[str, Any]:
    """Return what a few letters and a tab grow into."""
    return {
        name: {"prefix": prefix, "body": body, "description": description}
        for name, prefix, body, description in (
            ("Page", "page", ["PAGE ${1:ONE} (${2:FOUR} PANELS)", "", "PANEL 1 [${3:wide}]", "$0"], "a page with its first panel"),
            ("Panel", "panel", ["PANEL ${1:1}", "$0"], "a panel"),
            ("Speech", "say", ["${1:NAME}: $0"], "a balloon"),
            ("Caption", "caption", ["CAPTION (${1|narrator,locale,monologue,spoken,editorial,floating|}): $0"], "a caption"),
            ("Sound", "sfx", ["SFX: $0"], "a sound effect"),
            ("Cast", "cast", ["CAST", "", "${1:NAME}: ${2:who this is, and what is seen at a glance}", "    age: ${3:30}", "    dress: ${4:what is worn}", "$0"], "the cast"),
            ("Clip", "clip", ["CLIP ${1:name} [${2:5s}, 720p, 16:9, from panel ${3:1}]", "", "$0"], "a video shot"),
            ("Title page", "title", ["Title: ${1:Title}", "Author: ${2:Author}", "Language: ${3:en}", "", "$0"], "a title page"),
        )
    }  # fmt: skip
