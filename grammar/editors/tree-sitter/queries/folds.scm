[
  (title_page)
  (block)
  (attachments)
  (section)
  (page)
  (panel)
  (clip)
  (comment)
] @fold
