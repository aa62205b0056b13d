"""What a command has to say, put together before it is said, so that it can be kept for the next time."""

from storyc.recall import Answer, Memory, Witness
from storyc.syntax import TABLE_SOURCES

from .screen import Screen
from .streams import give


class Reply:
    """The lines of a command on stderr, and its result on stdout."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._remarks: list[str] = []
        self._result = ""

    def tell(self, text: str) -> None:
        """Add a line for people, unless they asked for silence."""
        if not self._screen.is_quiet:
            self._remarks.append(f"{text}\n")

    def detail(self, text: str) -> None:
        """Add a line for people who asked for more."""
        if self._screen.is_verbose:
            self._remarks.append(f"{text}\n")

    def print(self, text: str) -> None:
        """Add to the result."""
        self._result += text

    def give(self, exit_code: int) -> Answer:
        """Write it all, and return it with the exit code."""
        answer = Answer(exit_code, self._result, "".join(self._remarks))
        give(answer)
        return answer


def keep(memory: Memory, answer: Answer, witness: Witness) -> None:
    """Keep what was said, on the word of a witness."""
    for path in TABLE_SOURCES:  # code like any other, though no module
        witness.stamp(str(path))
    memory.keep(answer, witness)
