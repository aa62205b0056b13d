"""Rules about a whole story: one function a rule, and one reason."""

from .counts import pages_have_panels, panel_counts_match, stories_have_something_to_draw
from .order import numbers_rise, page_numbers_rise, panels_that_are_named_exist, spreads_start_on_a_left_page

PAGE_RULES = (panel_counts_match, pages_have_panels, numbers_rise, panels_that_are_named_exist)

__all__ = [
    "PAGE_RULES", "numbers_rise", "page_numbers_rise", "pages_have_panels", "panel_counts_match", "panels_that_are_named_exist",
    "spreads_start_on_a_left_page", "stories_have_something_to_draw",
]  # fmt: skip
