"""What every part of a tree is: a frozen value, compared without its place."""

from msgspec import Struct

from storyc.text import Span


class Node(Struct, frozen=True, gc=False, eq=False):
    """Something in a tree, compared without its place."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(
            getattr(self, field) == getattr(other, field) for field in self.__struct_fields__ if not _is_place(field)
        )

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, field) for field in self.__struct_fields__ if not _is_place(field)))


def _is_place(field: str) -> bool:
    return field in {"span", "source"} or field.endswith("_at")


class TextNode(Node, frozen=True):
    """What is nothing but a text in its place."""

    text: str
    text_at: int

    @property
    def span(self) -> Span:
        """Return where the text stands."""
        return Span(self.text_at, self.text_at + len(self.text))


class Piece(TextNode, frozen=True):
    """A piece of a line, or a line that needs no other name."""
