"""Program to storyboard: texts are finished, and each panel is told who is in it."""

from collections.abc import Mapping
from typing import assert_never

from storyc.semantics import (
    Balloon,
    CaptionBox,
    ClipSpec,
    Cut,
    Effect,
    Item,
    Letters,
    Paragraph,
    Program,
    Remark,
    ScriptPage,
    ScriptPanel,
)
from storyc.storyboard import (
    Action,
    Caption,
    Clip,
    Credits,
    InArt,
    Note,
    Origin,
    Page,
    Panel,
    PanelItem,
    PanelKey,
    Sfx,
    Speech,
    Storyboard,
    Text,
    Title,
    Transition,
)
from storyc.text import Source

from .presence import Finder, is_seen, people_finder, prop_finder
from .texts import join, lettered, notes_in, plain_text


def lower(program: Program) -> Storyboard:
    """Return the storyboard of a program."""
    return _Lowering(program).board()


class _Lowering:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._definitions = program.definitions
        self._people: Finder = people_finder(program.cast)
        self._props: Finder = prop_finder(program.props)
        self._bases = {character.name: character.name.partition(" / ")[0] for character in program.cast}

    def board(self) -> Storyboard:
        program, title = self._program, self._program.title
        said = {key: plain_text(value, self._definitions) for key, value in title.credits.items()}
        return Storyboard(
            Credits(
                said.get("title", ""),
                said.get("series", ""),
                said.get("issue", ""),
                said.get("credit", ""),
                tuple(plain_text(author, self._definitions) for author in title.authors),
                said.get("source", ""),
                said.get("draft date", ""),
                said.get("date", ""),
                said.get("contact", ""),
                said.get("copyright", ""),
                said.get("notes", ""),
                said.get("revision", ""),
            ),
            title.language,
            title.reading,
            title.preset,
            title.size,
            title.model,
            title.upscale,
            title.layout,
            title.lettering,
            title.brief,
            title.callback,
            program.style,
            program.story,
            program.constraints,
            program.attachments,
            program.cast,
            program.locations,
            program.props,
            tuple(self._page(page) for page in program.pages),
            tuple(self._clip(ordinal, clip) for ordinal, clip in enumerate(program.clips, 1)),
            Origin(program.source.name, 1),
        )

    def _page(self, page: ScriptPage) -> Page:
        items = self._items(self._program.items(page), {})
        return Page(
            page.ordinal,
            page.kind,
            page.label,
            page.preset,
            page.size,
            page.layout,
            page.unknown_tags,
            page.section,
            tuple(plain_text(synopsis, self._definitions) for synopsis in page.synopses),
            tuple(_read_out(item) for item in items if not isinstance(item, Note | Transition)),
            tuple(item for item in items if isinstance(item, Note)),
            tuple(self._panel(ordinal, panel) for ordinal, panel in enumerate(page.panels, 1)),
            _origin(page.source, page.at),
        )

    def _panel(self, ordinal: int, panel: ScriptPanel) -> Panel:
        items = self._items(self._program.items(panel), panel.looks)
        heading, tags = panel.node.heading, panel.tags
        number = heading.words.number
        cast, props = self._present(items, panel.looks)
        return Panel(
            ordinal,
            "" if number is None else number.written,
            tags.framing,
            tuple(tags.unknown),
            tags.inset,
            tags.same_as,
            tags.seed,
            tags.pin,
            panel.setting,
            cast,
            props,
            items,
            _origin(panel.source, heading.heading_at),
        )

    def _clip(self, ordinal: int, clip: ClipSpec) -> Clip:
        items = self._items(clip.items, {})
        prompt = " ".join(_read_out(item) for item in items if not isinstance(item, Note | Transition))
        return Clip(
            ordinal,
            clip.name,
            prompt,
            clip.duration_s,
            clip.resolution,
            clip.aspect_ratio,
            clip.has_audio,
            clip.seed,
            _key(clip.first_frame),
            _key(clip.last_frame),
            clip.images,
            clip.videos,
            clip.audios,
            _key(clip.after),
            _origin(clip.source, clip.at),
        )

    # ---- what stands in a panel

    def _items(self, items: tuple[Item, ...], looks: Mapping[str, str]) -> tuple[PanelItem, ...]:
        finished: list[PanelItem] = []
        for item in items:
            text = join(item.words)
            if (done := self._item(item, text, looks)) is not None:
                finished.append(done)
            if "[[" in text and not isinstance(item, Remark):
                finished += [Note("note", note) for note in notes_in(text)]
        return tuple(finished)

    def _item(self, item: Item, text: str, looks: Mapping[str, str]) -> PanelItem | None:
        """Return the finished item, None if notes and comments were all it held."""
        match item:
            case Paragraph():
                prose = plain_text(text, self._definitions)
                return Action(prose) if prose else None
            case Remark():
                return Note(item.audience, " ".join(text.replace("\x01", " ").replace("\0", "").split()))
            case Cut():
                return Transition(plain_text(text, self._definitions))
            case _:
                letters = lettered(text, self._definitions)
                return self._lettering(item, letters, looks) if letters else None

    def _lettering(
        self, item: Balloon | CaptionBox | Effect | Letters, letters: Text, looks: Mapping[str, str]
    ) -> PanelItem:
        match item:
            case Balloon():
                speakers = tuple([looks.get(name, name) for name in item.speakers]) if looks else item.speakers
                return Speech(speakers, letters, item.modifiers, item.directions, item.is_dual)
            case CaptionBox():
                character = looks.get(item.character, item.character)
                return Caption(letters, item.kind, character, item.modifiers, item.directions)
            case Effect():
                return Sfx(letters, plain_text(item.source, self._definitions), item.modifiers)
            case Letters():
                return Title(letters) if item.is_title else InArt(letters, item.kind)
            case _:
                assert_never(item)

    def _present(
        self, items: tuple[PanelItem, ...], looks: Mapping[str, str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the characters and props in the picture, in the order in which they are met."""
        cast: dict[str, None] = {}
        props: dict[str, None] = {}
        for item in items:
            if isinstance(item, Action) or (isinstance(item, Note) and item.audience in {"artist", "prompt"}):
                for name in self._people.find(item.text):
                    cast[looks.get(name, name)] = None
                for written, name in self._props.written(item.text):
                    # of a person and a thing with one name, the person has the capital letter
                    if self._people.meant(written) is None:
                        props[name] = None
            elif isinstance(item, Speech) and is_seen(item):
                for name in item.speakers:
                    if name in self._bases:
                        cast[name] = None
        return tuple(cast), tuple(props)


def _read_out(item: PanelItem) -> str:
    """Return an item as prose, for places that hold nothing but prose: pages and clips."""
    match item:
        case Action(text=text) | Note(text=text) | Transition(text=text):
            return text
        case Speech(speakers=speakers, text=runs):
            return f'{" & ".join(speakers)}: "{_one_line(runs)}"'
        case Caption(text=runs):
            return f'Caption: "{_one_line(runs)}"'
        case Sfx(text=runs):
            return f'Sound effect: "{_one_line(runs)}"'
        case Title(text=runs):
            return f'Title: "{_one_line(runs)}"'
        case InArt(text=runs):
            return f'Lettering: "{_one_line(runs)}"'
        case _:
            assert_never(item)


def _one_line(text: Text) -> str:
    return " ".join("".join(run.text for run in text).split())


def _key(address: tuple[int, int] | None) -> PanelKey | None:
    return None if address is None else PanelKey(*address)


def _origin(source: Source, at: int) -> Origin:
    return Origin(source.name, source.position(at).line)
