"""The syntax file of Vim and Neovim."""

# ruff: noqa: INP001 - it stands beside the grammar, in no package

from .words import Words

_TAIL = r"\s*%($|[\[(:.（：［–—-])"
_NAME = (
    r"[!\\]@![^[:lower:]:：()（）\[\]@^]*[[:upper:]\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][^[:lower:]:：()（）\[\]^]*"
)


def make_syntax(words: Words) -> str:
    """Return the syntax file."""
    blocks = "|".join(words.blocks)
    number = words.number.replace("(?i:", "%(").replace("(?:", "%(").replace("++", "+")
    # the keys are spelled alike in Vim's expressions but for the question mark, which means the same under \v
    keys = "|".join(words.title_keys)
    return f"""\
" Made by grammar.editors.make; not to be edited.
if exists('b:current_syntax')
  finish
endif

syntax case match
syntax spell toplevel
syntax sync minlines=200

" what stands later here is tried first
syntax match storySpeaker /\\v^\\s*\\zs{_NAME}\\ze\\s*%([(（][^()（）]*[)）]\\s*)?[:：]%(\\/\\/)@!/ nextgroup=storyModifier skipwhite
syntax match storySpeaker /\\v^\\s*\\zs\\@[^:：()（）\\[\\]]+\\ze\\s*%([(（][^()（）]*[)）]\\s*)?%([:：]%(\\/\\/)@!|$)/ nextgroup=storyModifier skipwhite
syntax match storyCue /\\v%(^\\s*\\n|^\\s*%(PANEL|PAGE|Panel|Page).*\\n)@<=\\s*\\zs{_NAME}[.!?,;:…]@1<!\\ze\\s*%([(（][^()（）]*[)）]\\s*)?\\^?\\s*\\n\\s*\\S/ nextgroup=storyModifier skipwhite
syntax match storyModifier /\\v[(（]\\zs[^()（）]*\\ze[)）]/ contained
syntax match storyDirection /\\v^\\s*[(（]\\zs[^()（）]*\\ze[)）]\\s*$/

syntax match storyKey /\\v\\c%^\\_s*\\zs%({keys})\\ze\\s*[:：]/
syntax region storyTitlePage start=/\\v\\c%^\\_s*%({keys})\\s*[:：]/ end=/^\\s*$/ keepend contains=storyTitleKey,storyComment,storyLineComment
syntax match storyTitleKey /\\v^\\s*\\zs[^[:space:]\\[:：][^:：]*\\ze[:：]/ contained

syntax match storyName /\\v^[^[:space:]:：(（][^:：(（]*\\ze\\s*%([(（][^:：()（）]*[)）]\\s*)?[:：]%(\\/\\/)@!/ contained
syntax match storyField /\\v^\\s+\\zs\\a[[:alnum:]_ -]*\\ze[:：]%(\\/\\/)@!/ contained
syntax region storyBlock matchgroup=storyBlockHeading start=/\\v^\\s*%({blocks})\\s*$/ end=/\\v\\c^\\ze\\s*%(pages?|panel)%(\\s+{number})?%(\\s*%([-&+\\/–—]|and|to)\\s*{number})?{_TAIL}/ end=/\\v^\\ze\\s*%(#|CLIP%(\\s+\\S+)?{_TAIL}|INCLUDE\\s|DEFINE\\s|%({blocks})\\s*$)/ contains=storyName,storyField,storyComment,storyLineComment,storyNote,storySynopsis
syntax match storyBlockHeading /\\v^\\s*\\zs%(INCLUDE|DEFINE)\\ze\\s/

syntax match storyHeading /\\v\\c^\\s*\\zs%(pages?|panel)\\ze%(\\s+{number}%(\\s*%([-&+\\/–—]|and|to)\\s*{number})?)?{_TAIL}/ nextgroup=storyHeadingRest
syntax match storyHeading /\\v^\\s*\\zsCLIP\\ze%(\\s+[[:alnum:]_.-]+)?{_TAIL}/ nextgroup=storyHeadingRest
syntax match storyHeadingRest /.*/ contained contains=storyTags,storyCount,storyNote,storyComment transparent
syntax match storyTags /\\v[\\[［(（]%(\\[)@![^\\])］）]*[\\])］）]?/ contained contains=storyTag
syntax match storyTag /\\v[^[:space:],，、\\[\\]()（）［］]%([^,，、\\[\\]()（）［］]*[^[:space:],，、\\[\\]()（）［］])?/ contained
syntax match storyCount /\\v\\c[(（]?\\s*{number}\\s*panels?\\s*[)）]?/ contained

syntax match storySlug /\\v^\\s*\\zs%(%(INT\\.?\\/EXT|EXT\\.?\\/INT|I\\/E|INT|EXT|EST)%(\\.|\\s).*|\\.[^.[:space:]].*)/
syntax match storySection /\\v^\\s*\\zs#.*/
syntax match storySynopsis /\\v^\\s*\\zs\\=.*/
syntax match storyTransition /\\v^\\s*\\zs%(\\>.*|[A-Z][A-Z' ]* TO:|FADE %(IN|OUT)[.:]?|%(FADE|CUT) TO [A-Z ]+[.:]?)\\s*$/
syntax match storyLiteral /\\v^\\s*\\\\.*/
syntax match storyDefined /{{{{[^}}]*}}}}/

syntax match storyLineComment /\\v^\\s*\\zs\\/\\/.*/
syntax region storyNote start=/\\\\\\@1<!\\[\\[/ end=/\\]\\]\\|^\\s*$/
syntax region storyComment matchgroup=storyComment start=/\\v%(^|\\s)@1<=\\/\\*/ end=/\\*\\// contains=storyNestedComment
syntax region storyNestedComment matchgroup=storyComment start=/\\/\\*/ end=/\\*\\// contained contains=storyNestedComment

highlight default link storySpeaker Function
highlight default link storyCue Function
highlight default link storyModifier Special
highlight default link storyDirection Special
highlight default link storyKey Label
highlight default link storyTitleKey Label
highlight default link storyField Label
highlight default link storyName Identifier
highlight default link storyBlockHeading Structure
highlight default link storyHeading Keyword
highlight default link storyTag Type
highlight default link storyCount Number
highlight default link storySlug PreProc
highlight default link storySection Title
highlight default link storySynopsis SpecialComment
highlight default link storyTransition PreProc
highlight default link storyDefined Identifier
highlight default link storyNote SpecialComment
highlight default link storyLineComment Comment
highlight default link storyComment Comment
highlight default link storyNestedComment Comment

let b:current_syntax = 'story'
"""
