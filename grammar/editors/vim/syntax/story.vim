" Made by grammar.editors.make; not to be edited.
if exists('b:current_syntax')
  finish
endif

syntax case match
syntax spell toplevel
syntax sync minlines=200

" what stands later here is tried first
syntax match storySpeaker /\v^\s*\zs[!\\]@![^[:lower:]:：()（）\[\]@^]*[[:upper:]\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][^[:lower:]:：()（）\[\]^]*\ze\s*%([(（][^()（）]*[)）]\s*)?[:：]%(\/\/)@!/ nextgroup=storyModifier skipwhite
syntax match storySpeaker /\v^\s*\zs\@[^:：()（）\[\]]+\ze\s*%([(（][^()（）]*[)）]\s*)?%([:：]%(\/\/)@!|$)/ nextgroup=storyModifier skipwhite
syntax match storyCue /\v%(^\s*\n|^\s*%(PANEL|PAGE|Panel|Page).*\n)@<=\s*\zs[!\\]@![^[:lower:]:：()（）\[\]@^]*[[:upper:]\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][^[:lower:]:：()（）\[\]^]*[.!?,;:…]@1<!\ze\s*%([(（][^()（）]*[)）]\s*)?\^?\s*\n\s*\S/ nextgroup=storyModifier skipwhite
syntax match storyModifier /\v[(（]\zs[^()（）]*\ze[)）]/ contained
syntax match storyDirection /\v^\s*[(（]\zs[^()（）]*\ze[)）]\s*$/

syntax match storyKey /\v\c%^\_s*\zs%(title|series|issue|credit|authors?|source|draft date|date|contact|copyright|notes|revision|language|reading|preset|size|model|upscale|layout|brief|callback|lettering)\ze\s*[:：]/
syntax region storyTitlePage start=/\v\c%^\_s*%(title|series|issue|credit|authors?|source|draft date|date|contact|copyright|notes|revision|language|reading|preset|size|model|upscale|layout|brief|callback|lettering)\s*[:：]/ end=/^\s*$/ keepend contains=storyTitleKey,storyComment,storyLineComment
syntax match storyTitleKey /\v^\s*\zs[^[:space:]\[:：][^:：]*\ze[:：]/ contained

syntax match storyName /\v^[^[:space:]:：(（][^:：(（]*\ze\s*%([(（][^:：()（）]*[)）]\s*)?[:：]%(\/\/)@!/ contained
syntax match storyField /\v^\s+\zs\a[[:alnum:]_ -]*\ze[:：]%(\/\/)@!/ contained
syntax region storyBlock matchgroup=storyBlockHeading start=/\v^\s*%(CAST|CHARACTERS|LOCATIONS|PROPS|STYLE|STORY|CONSTRAINTS|ATTACHMENTS)\s*$/ end=/\v\c^\ze\s*%(pages?|panel)%(\s+%(\d+[A-Za-z]?|%(%(twen|thir|for|fif|six|seven|eigh|nine)ty%([- ]?%(one|two|three|four|five|six|seven|eight|nine))?|%(thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)))?%(\s*%([-&+\/–—]|and|to)\s*%(\d+[A-Za-z]?|%(%(twen|thir|for|fif|six|seven|eigh|nine)ty%([- ]?%(one|two|three|four|five|six|seven|eight|nine))?|%(thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)))?\s*%($|[\[(:.（：［–—-])/ end=/\v^\ze\s*%(#|CLIP%(\s+\S+)?\s*%($|[\[(:.（：［–—-])|INCLUDE\s|DEFINE\s|%(CAST|CHARACTERS|LOCATIONS|PROPS|STYLE|STORY|CONSTRAINTS|ATTACHMENTS)\s*$)/ contains=storyName,storyField,storyComment,storyLineComment,storyNote,storySynopsis
syntax match storyBlockHeading /\v^\s*\zs%(INCLUDE|DEFINE)\ze\s/

syntax match storyHeading /\v\c^\s*\zs%(pages?|panel)\ze%(\s+%(\d+[A-Za-z]?|%(%(twen|thir|for|fif|six|seven|eigh|nine)ty%([- ]?%(one|two|three|four|five|six|seven|eight|nine))?|%(thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine))%(\s*%([-&+\/–—]|and|to)\s*%(\d+[A-Za-z]?|%(%(twen|thir|for|fif|six|seven|eigh|nine)ty%([- ]?%(one|two|three|four|five|six|seven|eight|nine))?|%(thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)))?)?\s*%($|[\[(:.（：［–—-])/ nextgroup=storyHeadingRest
syntax match storyHeading /\v^\s*\zsCLIP\ze%(\s+[[:alnum:]_.-]+)?\s*%($|[\[(:.（：［–—-])/ nextgroup=storyHeadingRest
syntax match storyHeadingRest /.*/ contained contains=storyTags,storyCount,storyNote,storyComment transparent
syntax match storyTags /\v[\[［(（]%(\[)@![^\])］）]*[\])］）]?/ contained contains=storyTag
syntax match storyTag /\v[^[:space:],，、\[\]()（）［］]%([^,，、\[\]()（）［］]*[^[:space:],，、\[\]()（）［］])?/ contained
syntax match storyCount /\v\c[(（]?\s*%(\d+[A-Za-z]?|%(%(twen|thir|for|fif|six|seven|eigh|nine)ty%([- ]?%(one|two|three|four|five|six|seven|eight|nine))?|%(thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine))\s*panels?\s*[)）]?/ contained

syntax match storySlug /\v^\s*\zs%(%(INT\.?\/EXT|EXT\.?\/INT|I\/E|INT|EXT|EST)%(\.|\s).*|\.[^.[:space:]].*)/
syntax match storySection /\v^\s*\zs#.*/
syntax match storySynopsis /\v^\s*\zs\=.*/
syntax match storyTransition /\v^\s*\zs%(\>.*|[A-Z][A-Z' ]* TO:|FADE %(IN|OUT)[.:]?|%(FADE|CUT) TO [A-Z ]+[.:]?)\s*$/
syntax match storyLiteral /\v^\s*\\.*/
syntax match storyDefined /{{[^}]*}}/

syntax match storyLineComment /\v^\s*\zs\/\/.*/
syntax region storyNote start=/\\\@1<!\[\[/ end=/\]\]\|^\s*$/
syntax region storyComment matchgroup=storyComment start=/\v%(^|\s)@1<=\/\*/ end=/\*\// contains=storyNestedComment
syntax region storyNestedComment matchgroup=storyComment start=/\/\*/ end=/\*\// contained contains=storyNestedComment

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
