"""The shapes in which the service tells of a generation, as they come.

One model covers them all: the whole job (`comics`), one panel flat (`page`, `panel`, `data`), one asset (`output`), a video
(`videoUrl`), the old `comicData` and the keys that one client's types name (`panels`, an object in `panel`, `artwork`).
"""

from typing import Any

from pydantic import Field

from .lenient import Count, Many, Maybe, Prose, Url, Word
from .model import Answer


class PanelAnswer(Answer):
    """One panel. Its `image` was a text, a list and a URL in its time, and is not read."""

    asset_url: Url = ""
    """Empty while the panel is being drawn."""
    panel: Count = None
    caption: Prose = ""


class PageAnswer(Answer):
    """One page, or one video."""

    page: Count = None
    prompt: Prose = ""
    layout: Word = ""
    panels: Many[PanelAnswer] = ()
    video_url: Url = ""


class UsageAnswer(Answer):
    """What a generation has used, with the underscores of a captured answer."""

    total_comics: Count = Field(default=None, alias="total_comics")
    redraw_panels: Count = Field(default=None, alias="redraw_panels")
    amount: Count = None
    unit: Word = ""


class GenerationAnswer(Answer):
    """All keys that any source shows for a generation."""

    id: Word = ""
    status: Word = ""
    prompt: Prose = ""
    created_at: Word = ""
    comics: Many[PageAnswer] = ()
    page: Count = None
    panel: Any = None
    """The panel's index in the flat shape, the panel itself in another."""
    page_prompt: Prose = ""
    layout: Word = ""
    data: Maybe[PanelAnswer] = None
    panels: Many[PanelAnswer] = ()
    comic_data: Any = None
    """A JSON text, an object with `panels`, or a list of pages."""
    video_url: Url = ""
    output: Any = None
    """A URL, or a list of them."""
    usage: Maybe[UsageAnswer] = None
