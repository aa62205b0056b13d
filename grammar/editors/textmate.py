"""The TextMate grammar: VS Code, Sublime Text, Zed's fallback, code hosts and static sites read it."""

# ruff: noqa: INP001 - it stands beside the grammar, in no package

from typing import Any

from .words import Words

Rule = dict[str, Any]
FORCED, NO_SMALL_LETTER = "@", r"(?![!\\])(?![^:：(（\n]*\p{Ll})"
NAME_LIKE = rf"(?:{FORCED}|{NO_SMALL_LETTER}(?=[^:：(（\n]*\p{{L}}))"
"""Ahead of what looks like the name of somebody who speaks: forced, or letters without a small one among them."""
CUE_LIKE = rf"(?:{FORCED}|{NO_SMALL_LETTER}(?=[^:：(（\n]*\p{{Lu}}))"
"""The same for a name that stands alone: without a colon, letters that are neither small nor large are prose."""
SPACE = r"[^\S\n]*"


def make_grammar(words: Words) -> Rule:
    """Return the grammar.

    Where the file stands tells what a line may be, as in `story.lark`: a title page, blocks before the first page and after a
    section, then pages, in which text is settled after a blank line or a heading, and running right under other text.
    """
    kinds = words.kinds
    heading = _any(kinds["PAGE"], kinds["PANEL"])
    strip = _any(heading, kinds["CLIP"])
    matter = _any(*(kinds[kind] for kind in ("SECTION", "INCLUDE", "DEFINE", "BLOCK", "ATTACHMENTS", "SLUG")), strip)
    blank = rf"^(?={SPACE}$)"
    remarks = ["comment", "line-comment", "note"]
    marked = ["literal", "synopsis", "transition"]
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "storyc",
        "scopeName": "source.story",
        "fileTypes": ["story"],
        "patterns": _include("comment", "line-comment", "title-page", "pages", "matter"),
        "repository": {
            "comment": {
                "name": "comment.block.story",
                "begin": r"(?:^|(?<=\s)|(?<=\*/))/\*",
                "end": r"\*/",
                "patterns": _include("nested-comment"),
            },
            "nested-comment": {"begin": r"/\*", "end": r"\*/", "patterns": _include("nested-comment")},
            "line-comment": _line("comment.line.double-slash.story", rf"^{SPACE}//.*"),
            "note": {"name": "comment.block.note.story", "begin": r"(?<!\\)\[\[", "end": rf"\]\]|{blank}"},
            "title-page": {
                "begin": f"^(?={kinds['TITLE']})",
                "end": blank,
                "patterns": [
                    *_include("comment", "line-comment"),
                    _captured(rf"^{SPACE}((?i:{'|'.join(words.title_keys)}))(?={SPACE}[:：])", "keyword.other.key.story"),
                    _captured(rf"^{SPACE}([^\s\[:：][^:：\n]{{0,39}})(?=[:：](?!//))", "keyword.other.key.story"),
                ],
            },
            "matter": {"patterns": _include("comment", "line-comment", "block", "attachments", "keyword", "slug", "section", "note", *marked)},
            "keyword": _captured(r"^[^\S\n]*(INCLUDE|DEFINE)(?=\s+\S)", "keyword.control.block.story"),
            "block": {
                "begin": rf"^{SPACE}({'|'.join(word for word in words.blocks if word != 'ATTACHMENTS')}){SPACE}(?=$|/\*)",
                "beginCaptures": _named("keyword.control.block.story"),
                "end": f"^(?={matter})",
                "patterns": [
                    *_include(*remarks, "synopsis"),
                    _captured(r"^[^\S\n]+([^\W\d_][\w -]{0,30})(?=[:：](?!//))", "keyword.other.key.story"),
                    _captured(r"^((?=\S)[^:：(（\n]{0,119}?[^\s:：(（])(?=\s*(?:[(（][^:：()（）\n]*[)）]?\s*)?(?:[:：](?!//)|$))", "entity.name.type.story"),
                ],
            },
            "attachments": {
                "begin": rf"^{SPACE}(ATTACHMENTS){SPACE}(?=$|/\*)",
                "beginCaptures": _named("keyword.control.block.story"),
                "end": f"^(?={matter})",
                "patterns": _include(*remarks),
            },
            "section": _line("markup.heading.section.story", rf"^{SPACE}#+.*"),
            "pages": {
                "begin": f"^(?={strip})",
                "end": r"(?!)",
                "patterns": _include(*remarks, "heading", "later-matter", "slug", *marked, "cue", "running"),
            },
            "later-matter": {
                "begin": rf"^{SPACE}#+.*",
                "beginCaptures": {"0": {"name": "markup.heading.section.story"}},
                "end": f"^(?={strip})",
                "patterns": _include("matter"),
            },
            "heading": {
                "name": "meta.heading.story",
                "begin": f"^(?={strip})",
                "end": "$",
                "patterns": [
                    _captured(
                        rf"\G{SPACE}(?:(CLIP)(?:\s+\w+(?:[.-]\w+)*)?|([Pp](?i:ages?|anel)))(?:\s+({words.number})(?:\s*(?:[-&+/–—]|(?i:and|to))\s*({words.number}))?(?![^\W_]))?",
                        "keyword.control.heading.story",
                        "keyword.control.heading.story",
                        "constant.numeric.story",
                        "constant.numeric.story",
                    ),
                    *_include("comment", "note", "tags"),
                    _captured(rf"[(（–—-]\s*({words.number})\s*(?i:panels?)\s*[)）]?", "constant.numeric.story"),
                    {"match": rf"[:：.–—-]\s*(?![\[(（［\s]|{words.number}\s*(?i:panels?)).*"},
                ],
            },
            "tags": {
                "begin": rf"[\[［](?!\[)|[(（](?!\s*{words.number}\s*(?i:panels?)\s*[)）])",
                "end": r"[\]］)）]|$",
                "patterns": [
                    {
                        "name": "support.function.tag.story",
                        "match": r"[^\s,，、\]］)）](?:[^,，、\]］)）\n]*[^\s,，、\]］)）])?",
                    }
                ],
            },
            "slug": _line("keyword.control.slug.story", f"^(?={_any(kinds['SLUG'], kinds['FORCED_SLUG'])}).*"),
            "synopsis": _line("comment.line.synopsis.story", rf"^{SPACE}=.*"),
            "transition": _line("keyword.other.transition.story", f"^(?={kinds['TRANSITION']}).*"),
            "literal": {"match": rf"^{SPACE}\\.*"},
            "cue": {
                "begin": rf"^{SPACE}({CUE_LIKE}[^\n(（^:：]{{1,48}}?)(?<![.!?,;…:\s]){SPACE}(?:[(（]([^()（）\n]*)[)）])?{SPACE}\^?{SPACE}$",
                "beginCaptures": _named("entity.name.type.speaker.story", "variable.parameter.modifier.story"),
                "end": f"{blank}|^(?={heading})",
                "patterns": [
                    *_include(*remarks, *marked),
                    _captured(rf"^{SPACE}[(（]([^\n]*)[)）]{SPACE}$", "variable.parameter.modifier.story"),
                    *_include("inline"),
                ],
            },
            "running": {
                "begin": rf"^(?={SPACE}\S)",
                "end": f"{blank}|^(?={heading})",
                "patterns": _include(*remarks, *marked, "speech", "inline"),
            },
            "speech": _captured(
                rf"^{SPACE}({NAME_LIKE}[^:：()（）\[\]\n]{{1,64}}?){SPACE}(?:[(（]([^()（）\n]*)[)）]{SPACE})?[:：](?!//)(?!(?<=\d.)\d)",
                "entity.name.type.speaker.story",
                "variable.parameter.modifier.story",
            ),
            "inline": {
                "patterns": [
                    {"match": r"\\[!-/:-@\[-`{-~]", "name": "constant.character.escape.story"},
                    {"match": r"\{\{[^}\n]*\}\}", "name": "variable.other.story"},
                    {"match": r"\*\*\*\S(?:[^*\n]*\S)?\*\*\*", "name": "markup.bold.markup.italic.story"},
                    {"match": r"\*\*\S(?:[^*\n]*\S)?\*\*", "name": "markup.bold.story"},
                    {"match": r"\*\S(?:[^*\n]*\S)?\*", "name": "markup.italic.story"},
                    {"match": r"\b_\S(?:[^_\n]*\S)?_\b", "name": "markup.underline.story"},
                ]
            },
        },
    }  # fmt: skip


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


def _include(*names: str) -> list[Rule]:
    return [{"include": f"#{name}"} for name in names]


def _line(name: str, pattern: str) -> Rule:
    return {"name": name, "match": pattern}


def _named(*names: str) -> Rule:
    return {str(group): {"name": name} for group, name in enumerate(names, 1)}


def _captured(pattern: str, *names: str) -> Rule:
    return {"match": pattern, "captures": _named(*names)}
