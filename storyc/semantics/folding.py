"""Folds the lines of a panel, now that names are known, into paragraphs, balloons, captions and the rest.

A block of lines ends at an empty line. If its first line is a cue, all of it is speech; otherwise `label: text` begins a
balloon where the label is somebody's name, and plain lines go on with what stands above them.
"""

from collections.abc import Callable, Sequence
from functools import partial

from storyc.diagnostics import Code, Diagnostic, codes
from storyc.syntax import (
    CUE,
    Blank,
    BodyLine,
    Comment,
    Forced,
    Heading,
    Literal,
    MoreSpeech,
    NoteLine,
    Prose,
    RunningClip,
    SectionLine,
    Slug,
    Speech,
    Synopsis,
    Transition,
    without_comments,
)
from storyc.text import Source, Span

from .items import Balloon, CaptionBox, Cut, Effect, Item, Letters, Paragraph, Remark, Words
from .lookalikes import (
    MAX_LOOKALIKE_WORDS,
    QUOTE_ENDS,
    cue_without_words,
    dashed,
    is_dashed,
    is_heading,
    is_lookalike,
    lookalike,
    looks_spoken,
    quoted_speech,
    unknown_cue,
)
from .modifiers import PLAINLY, SQUARE_ENDS, How, in_square, read_caption_how, read_effect_how, read_how
from .saying import place
from .speakers import Speakers
from .vocabulary import AUDIENCES, RESERVED
from .written import escaped, in_brackets, words_of

_CLOSING = tuple(".!?,;…。！？、：:")
_LONGEST_NAME = 48
_LONGEST_CUE = 120


class Folder:
    """Folds bodies of one source. What is to be said goes to `said`; without it, nothing is looked for that is only said."""

    def __init__(self, source: Source, speakers: Speakers, said: list[Diagnostic] | None = None) -> None:
        self._source = source
        self._speakers = speakers
        self._asked = said
        self._said = [] if said is None else said
        self._items: list[Item] = []
        self._make: Callable[[Words], Item] | None = None
        """Makes the item that is not finished yet; None if there is none."""
        self._lines: list[str] = []
        self._at = 0
        self._keeps_lines = False
        self._is_speech = False
        """Whether the item that is not finished is a balloon."""
        self._asides: list[Item] = []
        self._cue: tuple[tuple[str, ...], How, bool] | None = None
        """Who speaks under a cue, how, and whether at the same time as the balloon before."""
        self._last: tuple[tuple[str, ...], How] | None = None
        """Who spoke last, and how: whom a line that begins with a colon belongs to."""
        self._is_sung = False
        """Whether the words under a cue that are not finished are a lyric."""
        self._unsaid: Span | None = None
        """A cue, or a line in brackets under one, that waits for its words."""
        self._has_dashes = False
        """Whether the block has somebody's words with a dash where the colon belongs."""

    def fold(self, lines: Sequence[BodyLine]) -> tuple[Item, ...]:
        """Return the items of a body, in reading order; sluglines, synopses and sections are no items."""
        self._items, self._last = [], None
        starts = True
        for index, line in enumerate(lines):
            if type(line) is Blank:
                self._end_block()
                starts = True
                continue
            if type(line) is Comment:
                continue
            if self._cue is not None:
                self._spoken(line)
            elif starts and (type(line) is Prose or type(line) is Speech) and self._opens_cue(line, lines, index):
                pass
            elif type(line) is Prose:
                self._plain(line, starts=starts)
            else:
                self._marked(line, starts=starts)
            starts = False
        self._end_block()
        return tuple(self._items)

    def fold_headed(self, heading: Heading | None, lines: Sequence[BodyLine]) -> tuple[Item, ...]:
        """Return the items of a body behind those that its heading opens, as `PANEL 1: rain` does."""
        opened = None if heading is None or heading.words.text is None else heading.text
        if opened is None:
            return self.fold(lines)
        return (*self.fold((Prose(opened.text, opened.text_at),)), *self.fold(lines))

    def _end_block(self) -> None:
        self._finish()
        self._cue, self._has_dashes = None, False
        if self._unsaid is not None:
            self._say(codes.EMPTY_SPEECH, "nothing is said after this", self._unsaid,
                      "put the words right under it, without an empty line between")  # fmt: skip
            self._unsaid = None

    # ---- one item after the other

    def _begin(self, make: Callable[[Words], Item], text: str, at: int, *, keeps_lines: bool = False) -> None:
        self._finish()
        self._make, self._lines, self._at, self._keeps_lines = make, [text] if text else [], at, keeps_lines
        self._is_speech = False

    def _finish(self) -> None:
        if self._make is not None:
            if self._lines:
                self._items.append(self._make(Words(tuple(self._lines), self._at, self._keeps_lines)))
            if self._asked is not None and self._make is not Paragraph and not any(map(words_of, self._lines)):
                label = place(self._source, self._at, self._at + len(self._lines[0] if self._lines else ""))
                self._said.append(Diagnostic(codes.EMPTY_SPEECH, "nothing is said here", label))
            self._make = None
            self._items += self._asides
            self._asides.clear()

    def _plain(self, line: Prose, *, starts: bool) -> None:
        if self._asked is not None:
            self._check_plain(line, starts=starts)
        if self._make is None:
            self._begin(Paragraph, line.text, line.text_at)
        elif self._is_speech and (told := in_brackets(line.text)) is not None:
            self._turn(line, told)
        else:
            self._lines.append(line.text)

    def _check_plain(self, line: Prose, *, starts: bool) -> None:
        if line.text[-1] in QUOTE_ENDS and (quoted := quoted_speech(line, self._source, self._speakers)) is not None:
            self._said.append(quoted)
        if is_dashed(line.text):
            self._check_dash(line.text, line.text_at, starts=starts)
        if self._make is None:
            is_alike = starts and is_lookalike(line.text)
        else:
            is_alike = is_heading(line.text) and (not self._is_speech or in_brackets(line.text) is None)
        if is_alike:
            self._said.append(lookalike(line, self._source))

    def _check_dash(self, text: str, at: int, *, starts: bool) -> bool:
        """Report a label with a dash for its colon; right under description a name is likelier a name, and its dash a dash."""
        speakers = self._speakers if starts or self._is_speech or self._has_dashes else None
        read_as = "description" if self._make in {None, Paragraph} else "part of what stands above"
        said = dashed(text, at, self._source, speakers, read_as, "or put `!` before the line")
        self._said += said
        self._has_dashes = self._has_dashes or bool(said)
        return bool(said)

    def _turn(self, line: Prose, told: str) -> None:
        """Take a line in brackets under a speech as it is under a cue: it says how the next balloon is spoken."""
        assert self._last is not None
        speakers, how = self._last
        self._finish()
        self._cue = (speakers, self._told(how, told, line.span.start), False)
        self._unsaid = line.span

    def _told(self, how: How, told_text: str, at: int) -> How:
        """Return how a speech goes on after a line in brackets: as before, and as told."""
        told = read_how(told_text, self._source, at + 1, self._asked, is_direction=True)
        kept = tuple(modifier for modifier in how.modifiers if modifier not in {"joined", *told.modifiers})
        return How((*kept, *told.modifiers), told.directions)

    def _speech(
        self,
        speakers: tuple[str, ...],
        how: How,
        text: str,
        at: int,
        *,
        is_dual: bool = False,
        keeps_lines: bool = False,
    ) -> None:
        self._begin(
            partial(Balloon, speakers, how.modifiers, how.directions, is_dual), text, at, keeps_lines=keeps_lines
        )
        self._last, self._is_speech = (speakers, How(how.modifiers)), True

    # ---- lines that are more than prose

    def _marked(self, line: BodyLine, *, starts: bool) -> None:
        match line:
            case Speech():
                self._labelled(line, starts=starts)
            case MoreSpeech():
                self._more(line)
            case Forced(text=text, text_at=at) | Literal(text=text, text_at=at):
                # `!` says that it is description; a literal line goes on with what it stands under
                if self._make is None or (isinstance(line, Forced) and self._make is not Paragraph):
                    self._begin(Paragraph, escaped(line, text), at)
                else:
                    self._lines.append(escaped(line, text))
            case NoteLine(text=text, text_at=at):
                self._items_after(Remark("note", Words((text,), at)))
            case Transition(text=text, span=span):
                self._items_after(Cut(Words((text,), span.start)))
            case RunningClip(span=span):
                self._lines.append(line.text)
                self._say(codes.CLIP_IN_TEXT, "this is read as text, not as the heading of a clip", span,
                          "put an empty line before it if it begins a clip")  # fmt: skip
            case Slug() | Synopsis() | SectionLine():
                self._finish()
            case _:
                raise AssertionError(line)

    def _items_after(self, item: Item) -> None:
        """Add a remark behind the item that is not finished, which goes on under it."""
        (self._items if self._make is None else self._asides).append(item)

    def _labelled(self, line: Speech, *, starts: bool) -> None:
        label = line.label
        if (speakers := self._speakers.find(label)) is not None:
            self._speech(speakers, self._how(line.how, line.how_at), line.text, line.text_at)
        elif label[-1] in SQUARE_ENDS and (reread := in_square(line, self._speakers)) is not None:
            self._labelled(reread, starts=starts)
        elif label.upper() in RESERVED and not label[0].islower():
            self._reserved(label.upper(), line.how, line.how_at, line.text, line.text_at)
        elif label[0] == "@" and len(label) > 1:
            self._forced_speech(line)
        elif label.isupper() or (label[0] == "{" and label.endswith("}}")):
            self._speakers.report(label, self._source, line.label_at)
            self._speech((label,), self._how(line.how, line.how_at), line.text, line.text_at)
        else:
            whole = self._as_prose(line)
            is_short = line.text and label[-1] not in SQUARE_ENDS and len(label.split()) <= MAX_LOOKALIKE_WORDS
            if self._asked is not None and is_dashed(whole) and self._check_dash(whole, line.span.start, starts=starts):
                is_short = ""
            if self._make is not None:
                if self._is_speech and is_short and not label[0].islower():
                    self._said.append(looks_spoken(line, self._source, self._speakers, "part of what is said above"))
                self._lines.append(whole)
                return
            if starts and is_short:
                self._said.append(looks_spoken(line, self._source, self._speakers))
            self._begin(Paragraph, whole, line.span.start)

    def _as_prose(self, line: Speech) -> str:
        """Return a line that looks like a speech and is none, with its comments painted over."""
        head = self._source.slice(line.span)[: line.text_at - line.span.start]
        return without_comments(head) + line.text

    def _forced_speech(self, line: Speech) -> None:
        name = line.label[1:].strip()
        speakers = self._speakers.find(name)
        if speakers is None:
            self._speakers.report(
                name, self._source, line.label_at + line.label.index(name[0]) if name else line.label_at
            )
            speakers = (name,)
        self._speech(speakers, self._how(line.how, line.how_at), line.text, line.text_at)

    def _reserved(self, word: str, how: str | None, how_at: int, text: str, at: int, *, keeps: bool = False) -> None:
        make: Callable[[Words], Item]
        if word in AUDIENCES:
            make = partial(Remark, AUDIENCES[word])
        elif word in {"CAPTION", "CAP"}:
            said = read_caption_how(how, self._source, how_at, self._said, self._speakers)
            make = partial(CaptionBox, said.kind, said.character, said.modifiers, said.directions)
        elif word == "SFX":
            make = partial(Effect, *read_effect_how(how))
        else:
            make = partial(Letters, word == "TITLE", (how or "").strip())
        self._begin(make, text, at, keeps_lines=keeps)

    def _more(self, line: MoreSpeech) -> None:
        if self._last is None:
            self._say(codes.NO_SPEAKER, "nobody has spoken in this panel yet", line.span,
                      "a line that begins with a colon is the next balloon of the last speaker; write the name before it")  # fmt: skip
            self._begin(Paragraph, line.text, line.text_at)
            return
        speakers, how = self._last
        self._speech(speakers, how, line.text, line.text_at)

    def _how(self, how: str | None, at: int) -> How:
        return PLAINLY if how is None else read_how(how, self._source, at, self._asked)

    # ---- cues, and what is said under them

    def _opens_cue(self, line: Prose | Speech, lines: Sequence[BodyLine], index: int) -> bool:
        """Begin a cue if the first line of a block is one: a name, and something to say right under it."""
        text = line.text.rstrip("\0 \t")
        if type(line) is Speech and text:
            return False
        if index + 1 >= len(lines) or type(lines[index + 1]) is Blank:
            if self._asked is not None:
                self._check_alone(line)
            return False
        how: str | None
        if type(line) is Speech:
            name, how, how_at, is_forced, is_dual = line.label, line.how, line.how_at, False, False
        else:
            if len(text) > _LONGEST_CUE or (text.endswith(_CLOSING) and self._speakers.find(text) is None):
                return False
            found = CUE.match(text)
            if found is None:
                return False
            name, how, how_at = found[2].strip("\0 "), found[3], line.span.start + max(found.start(3), 0)
            is_forced, is_dual = bool(found[1]), bool(found[4])
        if not name:
            return False
        at = line.span.start + (1 if is_forced else 0)
        speakers = self._speakers.find(name)
        if speakers is None:
            if name in RESERVED and not is_forced:
                self._reserved(name, how, how_at, "", line.span.end, keeps=True)
                return True
            if not is_forced and type(line) is Prose:
                if name.isupper() and len(name) <= _LONGEST_NAME and not is_lookalike(name):
                    self._said.append(unknown_cue(name, self._source, at, self._speakers))
                return False
            if not is_forced and not name.isupper():
                return False
            self._speakers.report(name, self._source, at)
            speakers = (name,)
        self._cue = (speakers, self._how(how, how_at), is_dual)
        self._unsaid = line.span
        return True

    def _check_alone(self, line: Prose | Speech) -> None:
        found = CUE.match(line.text) if isinstance(line, Prose) and len(line.text) <= _LONGEST_CUE else None
        if found is not None and found[2].upper() == found[2] and self._speakers.find(found[2]) is not None:
            self._said.append(cue_without_words(found[2], self._source, line.span.start + found.start(2)))

    def _spoken(self, line: BodyLine) -> None:
        """Add a line under a cue: a direction, a lyric, the next balloon or words."""
        assert self._cue is not None
        speakers, how, is_dual = self._cue
        is_marked = not isinstance(line, Literal)
        match line:
            case NoteLine(text=text, text_at=text_at):
                self._items_after(Remark("note", Words((text,), text_at)))
                return
            case MoreSpeech():
                raw, at = line.text, line.text_at
                self._finish()
            case Literal():
                raw, at = escaped(line, line.text), line.text_at
            case Prose():
                raw, at = line.text, line.text_at
            case Speech(label=label):
                raw, at = self._as_prose(line), line.label_at
                if label.upper() in RESERVED or (label.isupper() and self._speakers.find(label)):
                    self._say(codes.LABEL_IN_SPEECH, f"`{label}` is read as part of what is said above", line.span,
                              "put an empty line before it if it begins something of its own")  # fmt: skip
            case _:
                raw, at = without_comments(self._source.slice(line.span)), line.span.start
        if self._asked is not None and isinstance(line, Prose | Speech):
            if type(line) is Prose and is_heading(raw):
                self._said.append(lookalike(line, self._source))
            self._said += dashed(
                raw, at, self._source, None, "part of what is said above", "and put an empty line before it"
            )
        if is_marked and (told := in_brackets(raw)) is not None:
            self._finish()
            self._cue = (speakers, self._told(how, told, at), is_dual)
            self._unsaid = line.span
            return
        self._unsaid = None
        is_lyric = is_marked and raw[:1] == "~"
        if is_lyric:
            raw, at = raw[1:].lstrip(), at + 1
        if self._make is not None and is_lyric != self._is_sung:
            self._finish()
        if self._make is not None:
            self._lines.append(raw)
            return
        self._is_sung = is_lyric
        modifiers = how.modifiers
        if is_lyric and "sing" not in modifiers:
            modifiers = (*modifiers, "sing")
        # a direction is for one balloon; how it is drawn goes on
        self._speech(speakers, How(modifiers, how.directions), raw, at, is_dual=is_dual, keeps_lines=True)
        self._last = (speakers, How(tuple(one for one in modifiers if one != "joined")))
        self._cue = (speakers, How(how.modifiers), False)

    def _say(self, code: Code, message: str, span: Span, help_: str) -> None:
        self._said.append(Diagnostic(code, message, place(self._source, span.start, span.end), helps=(help_,)))
