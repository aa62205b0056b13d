"""The one thing that reading the wire can raise."""


class WireError(ValueError):
    """A body that is not what its endpoint promises; `field` is the wire name of the culprit, empty if there is none."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
