"""Reads clips: their options, the panels they join, and their references."""

import re
from typing import Any

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.storyboard import Reference
from storyc.syntax import Clip, Document, Speech, Tag

from .entries import clean
from .folding import Folder
from .names import fold
from .pages import PageReader
from .program import ClipSpec
from .references import References
from .saying import place, unknown_word
from .service import ASPECT_RATIOS, MAX_CLIP_S, MIN_CLIP_S, RESOLUTIONS
from .speakers import Speakers
from .tags import read_seed
from .vocabulary import CLIP_FIELDS

_SECONDS = r"(\d{1,4}(?:\.\d+)?)\s*(?:s|sec|seconds?)\Z"
_FRAME = r"(from|to)\s+(?:page\s+([\w.]+)\s+)?panel\s+([\w.]+)\Z"
_SHAPE = r"\d+:\d+\Z"
_OPTIONS = ("5s", *RESOLUTIONS, *ASPECT_RATIOS, "adaptive", "audio", "seed 1", "from panel 1", "to panel 1")


class ClipReader:
    """Reads the clips of a story."""

    def __init__(self, references: References, speakers: Speakers, said: list[Diagnostic]) -> None:
        self._references = references
        self._speakers = speakers
        self._said = said

    def read(self, document: Document, clip: Clip, pages: PageReader) -> ClipSpec:
        """Return a clip with its options; options that cannot be used are reported and left at their default."""
        page = pages.last
        options: dict[str, Any] = {}
        for tag in clip.heading.tags:
            self._option(options, tag, document, pages)
        links: dict[str, list[Reference]] = {"image": [], "video": [], "audio": []}
        lines = [line for line in clip.lines if not self._link(links, line, document)]
        items = Folder(document.source, self._speakers, self._said).fold_headed(clip.heading, lines)
        label = place(document.source, clip.heading.span.start, clip.heading.span.end)
        if not items:
            helps = ("write under the heading what moves, and how the camera sees it",)
            self._said.append(Diagnostic(codes.EMPTY_CLIP, "nothing is said about this clip", label, helps=helps))
        after = None if page is None else (page.ordinal, len(page.panels))
        name = clip.heading.name.text if clip.heading.name else ""
        return ClipSpec(
            document.source, clip.span.start, name, options.get("duration_s", 5), options.get("resolution", "720p"),
            options.get("aspect_ratio"), options.get("has_audio", False), options.get("seed"),
            options.get("from"), options.get("to"), after,
            tuple(links["image"]), tuple(links["video"]), tuple(links["audio"]), items,
        )  # fmt: skip

    def _link(self, links: dict[str, list[Reference]], line: Any, document: Document) -> bool:
        """Take `image: path` and its kin out of the body."""
        if not isinstance(line, Speech) or line.how is not None or (kind := CLIP_FIELDS.get(fold(line.label))) is None:
            return False
        target = clean(line.text)
        if reference := self._references.read(target, document.source, line.text_at, (kind,)):
            links[kind].append(reference)
        return True

    def _option(self, options: dict[str, Any], tag: Tag, document: Document, pages: PageReader) -> None:
        written = tag.name if tag.value is None else f"{tag.name}:{tag.value}"
        word = " ".join(written.split()).casefold()
        label = place(document.source, tag.span.start, tag.span.end)
        if seconds := re.match(_SECONDS, word, flags=re.IGNORECASE):
            length_s = float(seconds[1])
            if length_s.is_integer() and MIN_CLIP_S <= length_s <= MAX_CLIP_S:
                options["duration_s"] = int(length_s)
            else:
                self._wrong(
                    f"a clip cannot be {written} long", label, f"it is {MIN_CLIP_S} to {MAX_CLIP_S} whole seconds"
                )
        elif word in RESOLUTIONS:
            options["resolution"] = word
        elif re.fullmatch(r"\d+p|\d+k", word):
            self._wrong(f"clips are not made at {written}", label, f"resolutions are: {', '.join(RESOLUTIONS)}")
        elif word in ASPECT_RATIOS or word == "adaptive":
            options["aspect_ratio"] = word
        elif re.match(_SHAPE, word):
            self._wrong(f"clips are not made in {written}", label, f"shapes are: {', '.join(ASPECT_RATIOS)}")
        elif word in {"audio", "sound"}:
            options["has_audio"] = True
        elif word.startswith("seed"):
            options["seed"] = read_seed(word.removeprefix("seed").strip(" :"), label, self._said)
        elif frame := re.match(_FRAME, word, flags=re.IGNORECASE):
            options[frame[1]] = self._frame(frame, label, pages)
        else:
            message = f"`{written}` is no option of a clip"
            self._said.append(unknown_word(codes.CLIP_OPTION, message, label, word, _OPTIONS, "options are"))

    def _wrong(self, message: str, label: Label, help_: str) -> None:
        self._said.append(Diagnostic(codes.CLIP_OPTION, message, label, helps=(help_,)))

    def _frame(self, frame: re.Match[str], label: Label, pages: PageReader) -> tuple[int, int] | None:
        """Return the page and panel whose art is a frame: on the page named, or else on the last page."""
        wanted_page, wanted = frame[2], frame[3]
        page = pages.last if wanted_page is None else pages.find(wanted_page)
        if page is not None and (ordinal := page.find(wanted)) is not None:
            return page.ordinal, ordinal
        where = f"page {wanted_page}" if wanted_page else "the page before this clip"
        helps = ("a clip comes after the panels that it starts from or ends with",)
        self._said.append(Diagnostic(codes.UNKNOWN_PANEL, f"there is no panel {wanted} on {where}", label, helps=helps))
        return None
