; ]t goes to the next page, ]f to the next panel or clip, ]e to the next balloon or entry, ]a to the next tag or modifier

(page) @class.around
(panel) @function.around
(clip) @function.around
(balloon) @entry.around
(balloon (text) @entry.inside)
(cue_speech) @entry.around
(caption) @entry.around
(caption (text) @entry.inside)
(sound_effect) @entry.around
(sound_effect (text) @entry.inside)
(entry) @entry.around
(entry (text) @entry.inside)
(tag) @parameter.inside
(modifier) @parameter.inside
(comment) @comment.around
(note) @comment.around
