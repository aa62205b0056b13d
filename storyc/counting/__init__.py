"""Counts what there is to read, to draw and to pay in a story, by page, by scene, by character and by place."""

from .counting import count_story
from .model import Amount, PageCount, PersonCount, PlaceCount, SceneCount, Statistics

__all__ = ["Amount", "PageCount", "PersonCount", "PlaceCount", "SceneCount", "Statistics", "count_story"]
