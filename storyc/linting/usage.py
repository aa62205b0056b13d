"""Where the names of a story are used."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from storyc.storyboard import Caption

from .story import Shot, Story, base


class Uses(Struct, frozen=True):
    """Where each character, look, place and prop is used."""

    shots: Mapping[str, list[Shot]]
    """By canonical name; a look also counts for its character. Whoever is only heard is used, too."""
    chosen: frozenset[str]
    """Looks that a tag puts in force, and their characters, be they seen or not."""
    elsewhere: str
    """What stands outside the panels: page descriptions and clips, in small letters."""

    def is_used(self, name: str, aliases: Iterable[str]) -> bool:
        """Return whether a name is used anywhere."""
        return name in self.shots or name in self.chosen or self.is_mentioned(name, aliases)

    def is_mentioned(self, name: str, aliases: Iterable[str]) -> bool:
        """Return whether a name or alias stands outside the panels."""
        return any(spelling.casefold() in self.elsewhere for spelling in (name, *aliases))


def find_uses(story: Story) -> Uses:
    """Return where the names of a story are used."""
    shots: dict[str, list[Shot]] = {}
    chosen: set[str] = set()
    for shot in story.shots:
        chosen.update(shot.script.looks, shot.script.looks.values())
        names = {*shot.panel.cast, *shot.panel.props}
        for item in shot.letters:
            names.update((item.character,) if isinstance(item, Caption) else item.speakers)
        if shot.panel.setting is not None:
            names.add(shot.panel.setting.location)
        for name in names | {base(name) for name in names}:
            shots.setdefault(name, []).append(shot)
    texts = [text for leaf in story.leaves for text in leaf.page.description]
    texts += (clip.prompt for clip in story.board.clips)
    return Uses(shots, frozenset(chosen), "\n".join(texts).casefold())
