"""What every body on the wire has in common.

A request is strict and cannot be changed: it is the thing that money is spent on. An answer is read with tolerance: keys that nobody
asked for are ignored. The schema of a model is built when it is first used, because no command needs all of them.
"""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

PositiveCount = Annotated[int, Field(strict=True, ge=1, le=20)]
"""Pages or panels. The official clients refuse 4.0, "4" and true, so these are no integers here either."""

Index = Annotated[int, Field(strict=True, ge=0)]
"""A page or a panel in a generation, from 0."""

Words = Annotated[str, Field(pattern=r"\S")]
"""A text that is not blank."""

Link = Annotated[str, Field(pattern=r"^(?i:https?://.|upload:sha256:[0-9a-f]{64}$|art:[0-9a-f]{32}$)")]
"""A URL, or the placeholder of one that exists only when the request is sent."""


class Part(BaseModel):
    """A piece of a request; Python names inside, wire names outside."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


class Request(Part):
    """A body that storyc sends."""

    operation: ClassVar[str]
    """What the request buys; part of its digest."""
    method: ClassVar[str]
    path: ClassVar[str]
    """Below the service's origin; `{id}` stands for the generation."""

    def body(self) -> dict[str, Any]:
        """Return the JSON object exactly as it is sent: wire names, declared order, nothing that is null."""
        return self.model_dump(mode="json", exclude_none=True)


class Answer(BaseModel):
    """A piece of an answer of the service; tolerant of all that is not asked for."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        defer_build=True,
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )
