; Made by grammar.editors.make; not to be edited.

; headings

(page_heading (keyword) @keyword)
(panel_heading (keyword) @keyword)
(clip_heading (keyword) @keyword)
(clip_heading (clip_name) @label)
(number) @constant.numeric
(count) @constant.numeric
(tag) @attribute
(section_heading) @markup.heading

; declarations

(block_heading (keyword) @keyword.directive)
(include (keyword) @keyword.directive)
(include path: (text) @string.special.path)
(define (keyword) @keyword.directive)
(definition) @constant
(key) @variable.other.member
(name) @type
(alias) @string.special.symbol
(attachment (text) @string.special.path)

; who speaks, and how

(speaker) @function
(label) @function.builtin
(modifier) @variable.parameter

; other lines

(slugline) @namespace
(forced_slugline) @namespace
(synopsis) @comment.block.documentation
(transition) @keyword.control

; inside a line

(italic) @markup.italic
(bold) @markup.bold
(bold_italic) @markup.bold
(bold_italic) @markup.italic
(underline) @markup.italic
(interpolation) @variable.builtin
(escape) @constant.character.escape

["[" "]" "(" ")"] @punctuation.bracket
["," ":" "="] @punctuation.delimiter
"^" @operator
(tag ":" @attribute)
(modifiers "," @variable.parameter)

(comment) @comment
(note) @comment.note
