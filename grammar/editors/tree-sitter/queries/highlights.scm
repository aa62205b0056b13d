; The captures are Neovim's; `helix/highlights.scm` is made of this file, with Helix's. What stands later wins.

(text) @spell

; headings

(page_heading (keyword) @keyword)
(panel_heading (keyword) @keyword)
(clip_heading (keyword) @keyword)
(clip_heading (clip_name) @label)
(number) @number
(count) @number
(tag) @attribute
(section_heading) @markup.heading

; declarations

(block_heading (keyword) @keyword.directive)
(include (keyword) @keyword.directive)
(include path: (text) @string.special.path)
(define (keyword) @keyword.directive)
(definition) @constant
(key) @property
(name) @type
(alias) @string.special.symbol
(attachment (text) @string.special.path)

; who speaks, and how

(speaker) @function
(label) @function.builtin
(modifier) @variable.parameter

; other lines

(slugline) @module
(forced_slugline) @module
(synopsis) @comment.documentation
(transition) @keyword.conditional

; inside a line

(italic) @markup.italic
(bold) @markup.strong
(bold_italic) @markup.strong
(bold_italic) @markup.italic
(underline) @markup.underline
(interpolation) @variable.builtin
(escape) @string.escape

["[" "]" "(" ")"] @punctuation.bracket
["," ":" "="] @punctuation.delimiter
"^" @operator
(tag ":" @attribute)
(modifiers "," @variable.parameter)

(comment) @comment
(note) @comment.note
