if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal commentstring=//\ %s comments=:// spell linebreak
let &l:makeprg = 'storyc check --output-format concise ' . shellescape(expand('%'))
setlocal errorformat=%f:%l:%c:\ %m
let b:undo_ftplugin = 'setlocal commentstring< comments< spell< linebreak< makeprg< errorformat<'
