"""The one canonical form of a script. Words, comments and notes stay as they are, and so does all that is drawn.

Title page
    `Key: value`; what goes on is indented by four spaces.
Headings
    `PAGE SEVEN (5 PANELS) [splash]`, `PAGES 2-3`, `PAGES TWO & THREE`, `PANEL 2a [wide, inset 2]: A door.`, `CLIP drift [5s]`:
    keyword, number, count, tags, text, in this order; keyword, words for numbers and `PANELS` in capitals; tags in one list, in
    the writer's letters. A heading that says more than that, a note or a second count, stays as it is.
Entries
    `NAME (other, names): text` at the margin, fields by four spaces, what goes on with a field by eight.
Lines
    At the margin, with nothing behind them. `NAME (off, burst): text`, `: text`, `!text`, `= text`, `> text`, `# text`,
    `[[text]]`. Not a space inside prose is touched; nor inside what may be prose to somebody who does not know the cast, such as
    `mara:text`, nor in what may be said under a cue. Lines are never joined, split or aligned.
Empty lines
    One before each heading, each entry of CAST, LOCATIONS and PROPS, and each slugline that is not right under its panel's
    heading; one after each heading but a panel's, which has none. None inside an entry, at the beginning and at the end. Elsewhere
    one stands where the writer set one or more: they end paragraphs and group lines.
Comments
    One right above a heading or an entry stays right above it, and the empty line is before it. A comment of several lines keeps
    its indentation.
Marks of other scripts
    What is set with full-width colons, brackets and commas stays as it is: there the space around them is typography.
Bytes
    Each line keeps its line end; the last one gets one. The file keeps its byte order mark.

A script with a syntax error is not touched at all.
"""

from .drawn import draw_the_same
from .formatting import LineRange, format_document, format_source
from .numbering import renumber
from .sameness import are_same

__all__ = ["LineRange", "are_same", "draw_the_same", "format_document", "format_source", "renumber"]
