"""What a project bought, as text for people and as JSON for programs."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from re import compile as pattern
from typing import Any, Final

from msgspec import json, to_builtins

from storyc.ledger import Entry, Event, Purchase
from storyc.planning import Abandoned, Failed, InDoubt, Planned, UnitState, committed_credits

KEY_LETTERS: Final = 12
"""Of a key, as much as people need to see of it."""
_PIN_LETTERS: Final = 8
"""Of a picture's digest, enough for a pin that means no other."""
_ABOUT_LETTERS: Final = 48
_ACTION: Final = pattern(r"\bAction: (.*)")
_WORDS: Final = {
    "planned": "not bought",
    "intended": "being sent",
    "submitted": "being drawn",
    "succeeded": "to be fetched",
    "downloaded": "at home",
    "failed": "failed",
    "in-doubt": "in doubt",
    "abandoned": "given up",
}


def entry_record(entry: Entry, *, is_whole: bool = False) -> Mapping[str, Any]:
    """Return one unit for programs; a whole one with its request and its past."""
    record = {"key": entry.key, "about": about(entry), "at": moment(entry.events[-1]), **to_builtins(entry.state)}
    if is_whole:
        record["request"] = json.decode(entry.request) if entry.request else None
        record["events"] = [{"at": moment(event), **to_builtins(event.state)} for event in entry.events]
        record["takes"] = [take_record(take) for take in entry.takes]
    return record


def take_record(take: Purchase) -> Mapping[str, Any]:
    """Return one paid result for programs."""
    record: Mapping[str, Any] = to_builtins(take)
    return record


def list_text(entries: Iterable[Entry]) -> str:
    """Return a line for each unit."""
    return "".join(
        f"{entry.key[:KEY_LETTERS]}  {word(entry.state):<13}  {committed_credits(entry.state):>7,}  {about(entry)}\n"
        for entry in entries
    )


def entry_text(entry: Entry) -> str:
    """Return all that is known of one unit: what became of it, what was asked for, and how to settle it."""
    state = entry.state
    lines = [
        f"unit {entry.key}",
        f"it is {word(state)}; it has cost or may have cost {committed_credits(state):,} credits",
        "",
    ]
    lines += [f"  {moment(event)}  {word(event.state)}{_detail(event.state)}" for event in entry.events]
    if entry.request:
        prompt = _prompt(entry) or entry.request.decode()
        lines += ["", "what was asked for:", *(f"  {line}" for line in prompt.splitlines())]
    if isinstance(state, InDoubt):
        if entry.evidence:
            lines += ["", entry.evidence]
        lines += ["", "look at the account's usage and history around that time, then say one of:"]
        lines += [f"  storyc state resolve {entry.key[:KEY_LETTERS]} {choice}" for choice in _CHOICES]
    return "\n".join(lines) + "\n"


_CHOICES: Final = (
    "--adopt ID    it was bought, and this is its generation",
    "--resubmit    it was not bought, or may be bought again",
    "--abandon     it is not wanted any more",
)


def take_text(take: Purchase, path: str) -> str:
    """Return one paid result with what `[pin …]` calls its pictures; `path` is where its store lies."""
    head = f"{take.key[:KEY_LETTERS]}  {take.generation_id}  {take.price_credits:,} credits\n"
    return head + "".join(
        f"  page {asset.page + 1} panel {asset.panel + 1}: pin {asset.sha256[:_PIN_LETTERS]}  "
        f"{path}/{asset.sha256[:2]}/{asset.sha256[2:]} ({asset.width_px}x{asset.height_px} {asset.media_type})\n"
        for asset in take.assets
    )


def word(state: UnitState) -> str:
    """Return what people call a state."""
    return _WORDS[to_builtins(state)["type"]]


def moment(event: Event) -> str:
    """Return when something happened, in UTC."""
    if not event.at_s:
        return "elsewhere"
    return datetime.fromtimestamp(event.at_s, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def about(entry: Entry) -> str:
    """Return a few words of what a unit shows; nothing if its request is not known.

    What is asked for a clip is prose, and of its own words.
    """
    prompt = _prompt(entry)
    found = _ACTION.search(prompt)
    words = found[1] if found else "" if prompt.startswith("[") else prompt.partition("\n")[0]
    return words if len(words) <= _ABOUT_LETTERS else f"{words[: _ABOUT_LETTERS - 3]}..."


def _prompt(entry: Entry) -> str:
    body = json.decode(entry.request) if entry.request else {}
    return str(body.get("prompt") or body.get("panelPrompt") or "")


def _detail(state: UnitState) -> str:
    match state:
        case Planned():
            return ""
        case InDoubt() | Failed() | Abandoned():
            return f": {state.reason}" if state.reason else ""
        case _:
            generation_id = getattr(state, "generation_id", "")
            return f" (generation {generation_id})" if generation_id else f" for {state.price_credits:,} credits"
