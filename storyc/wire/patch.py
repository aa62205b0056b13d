"""`PATCH /v1/comics/generations/{id}`: more pages for a comic, or one of its panels again."""

from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from .comic import Attachment, Pagination
from .model import Index, Link, PositiveCount, Request, Words


class ContinueWrite(Request):
    """New pages after the last one; the service counts them on by itself."""

    operation: ClassVar[str] = "continue"
    method: ClassVar[str] = "PATCH"
    path: ClassVar[str] = "/v1/comics/generations/{id}"

    action: Literal["continueWrite"] = "continueWrite"
    prompt: Words
    fix_panel_num: PositiveCount | None = None
    pagination: Pagination | None = None
    attachments: tuple[Attachment, ...] | None = None

    @model_validator(mode="after")
    def _one_layout(self) -> Self:
        if self.fix_panel_num is not None and self.pagination is not None:
            raise ValueError("`fixPanelNum` and `pagination` cannot be used together.")
        return self


_SPELLINGS: Final = {
    "panelIndex": "panel",
    "panel_index": "panel",
    "pageIndex": "page",
    "page_index": "page",
    "prompt": "panelPrompt",
    "panel_prompt": "panelPrompt",
    "images_url": "images",
}


def _without_blanks(links: object) -> object:
    if isinstance(links, str):
        links = [links]
    if isinstance(links, list | tuple):
        return [link for link in links if not isinstance(link, str) or link.strip()] or None
    return links


class RegeneratePanel(Request):
    """One panel drawn again. Every spelling of a field that a client may use is read; the documented one is sent."""

    operation: ClassVar[str] = "redraw"
    method: ClassVar[str] = "PATCH"
    path: ClassVar[str] = "/v1/comics/generations/{id}"

    action: Literal["regeneratePanel"] = "regeneratePanel"
    page: Index = 0
    """From 0; always sent, because nobody documents what the service takes for granted."""
    panel: Index
    panel_prompt: Words | None = None
    images: Annotated[tuple[Link, ...] | None, BeforeValidator(_without_blanks)] = Field(default=None)
    caption: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_spelling(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        body = {key: value for key, value in given.items() if value is not None and key not in _SPELLINGS}
        for spelling, name in _SPELLINGS.items():
            if name not in body and given.get(spelling) is not None:
                body[name] = given[spelling]
        return body

    @model_validator(mode="after")
    def _something_to_change(self) -> Self:
        if self.panel_prompt is None and self.images is None and self.caption is None:
            raise ValueError("One of `panelPrompt`, `prompt`, `images`, or `caption` is required.")
        return self
