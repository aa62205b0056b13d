autocmd BufNewFile,BufRead *.story setfiletype story
