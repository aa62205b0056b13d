// The scanner of .story: tells what kind of line begins (kinds.h), then finds its pieces (pieces.h).
//
// Where the grammar says that a line may begin, the line is read to its end and a token of no length says what it is. Elsewhere
// in the line the next piece is found. Each character is looked at a few times at most, however long the text.

#include "kinds.h"
#include "pieces.h"

typedef struct {
  Line line;  // only while a line is told
  // Whether a comment opens right here without white space before it: at the start of a line, or behind the end of another.
  // That is all that is kept from one token to the next; the rest is known from what the grammar says may follow.
  bool may_open;
} Scanner;

static const struct {
  enum Token kind;
  bool (*fits)(const Line *line);
} KINDS[] = {
    {COMMENT_LINE, is_comment_line},
    {TITLE_LINE, is_title_line},
    {PAGE_LINE, is_page_line},
    {PANEL_LINE, is_panel_line},
    {TITLE_KEY_LINE, is_title_key_line},
    {TITLE_MORE_LINE, is_indented_line},
    {RUNNING_SECTION_LINE, is_section_line},
    {NOTE_LINE, is_note_line},
    {SECTION_LINE, is_section_line},
    {SYNOPSIS_LINE, is_synopsis_line},
    {TRANSITION_LINE, is_transition_line},
    {LITERAL_LINE, is_literal_line},
    {FORCED_LINE, is_forced_line},
    {MORE_SPEECH_LINE, is_more_speech_line},
    {FORCED_SLUG_LINE, is_forced_slug_line},
    {SLUG_LINE, is_slug_line},
    {INCLUDE_LINE, is_include_line},
    {DEFINE_LINE, is_define_line},
    {RUNNING_CLIP_LINE, is_clip_line},
    {BLOCK_LINE, is_block_line},
    {ATTACHMENTS_LINE, is_attachments_line},
    {CLIP_LINE, is_clip_line},
    {ATTACHMENT_LINE, is_any_line},
    {ENTRY_LINE, is_entry_line},
    {FIELD_LINE, is_field_line},
    {MORE_LINE, is_indented_line},
    {BARE_LINE, is_margin_line},
    {DIRECTION_LINE, is_direction_line},
    {LYRIC_LINE, is_lyric_line},
};

// Returns whether there is something to say under a line that was read: a line that is neither empty nor a heading.
static bool has_words_below(TSLexer *lexer, Line *line) {
  if (line->ends_in_note || lexer->eof(lexer)) return false;
  pass_newline(lexer, false);
  pass_spaces(lexer);
  if (at_line_end(lexer)) return false;
  read_line(lexer, line);
  return !is_page_line(line) && !is_panel_line(line);
}

// Returns whether a kind of line that could begin here by the grammar does not, because of what it would interrupt.
static bool is_interrupting(enum Token kind, const bool *valid) {
  // under a cue all is speech, but for pages, panels, remarks and what a colon or a backslash begins
  if (valid[LYRIC_LINE]) {
    return kind != COMMENT_LINE && kind != PAGE_LINE && kind != PANEL_LINE && kind != NOTE_LINE && kind != LITERAL_LINE &&
           kind != MORE_SPEECH_LINE && kind != DIRECTION_LINE && kind != LYRIC_LINE;
  }
  // the heading of a clip is text right under other text, but not in text that belongs to no page, where anything may be declared
  return kind == RUNNING_CLIP_LINE && (valid[CUE_LINE] || valid[INCLUDE_LINE]);
}

static enum Token kind_of(TSLexer *lexer, Line *line, const bool *valid) {
  for (uint32_t index = 0; index < LENGTH(KINDS); index++) {
    enum Token kind = KINDS[index].kind;
    if (valid[kind] && !is_interrupting(kind, valid) && KINDS[index].fits(line)) return kind;
  }
  enum Token kind = valid[SPEECH_LINE] && !valid[LYRIC_LINE] ? speech_kind(line) : PROSE_LINE;
  return valid[CUE_LINE] && looks_like_cue(line) && has_words_below(lexer, line) ? CUE_LINE : kind;
}

// Finds what kind of line comes next, behind any empty lines; right under text an empty line is found itself.
static bool find_kind(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  lexer->mark_end(lexer);
  bool is_first = true;
  scanner->line.is_indented = is_space(lexer->lookahead);
  skip_spaces(lexer);
  while (is_newline(lexer->lookahead)) {
    pass_newline(lexer, true);
    scanner->line.is_indented = is_space(lexer->lookahead);
    skip_spaces(lexer);
    if (valid[BLANK] && is_first && is_newline(lexer->lookahead)) {
      read_next_line(lexer, &scanner->line);
      return found(lexer, BLANK);
    }
    is_first = false;
  }
  if (lexer->eof(lexer)) return false;
  lexer->mark_end(lexer);
  read_line(lexer, &scanner->line);
  scanner->may_open = true;
  enum Token kind = kind_of(lexer, &scanner->line, valid);
  // behind `//`, all of the line is the comment; `/* … */` was painted over, and is found next
  bool is_whole = kind == COMMENT_LINE && at(&scanner->line, 0) == '/';
  if (is_whole) lexer->mark_end(lexer);
  return found(lexer, is_whole ? LINE_COMMENT : kind);
}

static bool find_mark(TSLexer *lexer, int32_t c) {
  while (lexer->lookahead == c && is_among(c, "#=")) advance(lexer);
  lexer->mark_end(lexer);
  return found(lexer, MARK);
}

static bool find_piece(TSLexer *lexer, const bool *valid, int32_t c, bool *may_open) {
  if (valid[KEYWORD]) return find_keyword(lexer);
  if (valid[COUNT_WORDS]) return find_count(lexer, c);
  if (valid[COUNT_CLOSE]) return found(lexer, COUNT_CLOSE);
  if (valid[MARK] && (!valid[LETTERS] || c == '>')) return find_mark(lexer, c);
  if (valid[SQUARE_CLOSE] || valid[ROUND_CLOSE]) return find_tag(lexer, valid, c);
  if (valid[HOW_CLOSE]) return find_how(lexer, valid, c);
  if (valid[ALIASES_CLOSE]) return find_alias(lexer, valid, c);
  if (valid[SQUARE_OPEN] || valid[NUMBER]) return find_in_heading(lexer, valid, c, may_open);
  if (valid[DUAL] && c == '^') return found(lexer, DUAL);
  if (valid[EQUALS] && c == '=') return found(lexer, EQUALS);
  if (valid[COLON] && is_colon(c)) return found(lexer, COLON);
  if (valid[HOW_OPEN] && is_round_open(c)) return found(lexer, HOW_OPEN);
  if ((valid[ALIASES_OPEN] || valid[NAME]) && is_round_open(c)) return find_aliases(lexer, valid);
  if (valid[NAME]) return find_run(lexer, NAME, ends_label, c);
  if (valid[LETTERS]) return find_text(lexer, c, may_open);
  if (valid[LABEL]) return find_run(lexer, LABEL, valid[DUAL] ? ends_cue : ends_label, c);
  if (valid[KEY]) return find_run(lexer, KEY, is_colon, c);
  return valid[DEFINED] && find_run(lexer, DEFINED, ends_definition, c);
}

// Returns whether a note may begin: not in what has an end of its own.
static bool may_note(const bool *valid) {
  return !valid[SQUARE_CLOSE] && !valid[ROUND_CLOSE] && !valid[HOW_CLOSE] && !valid[ALIASES_CLOSE] && !valid[NAME] &&
         !valid[LABEL] && !valid[KEY] && !valid[DEFINED];
}

// Finds the end of a line, which stands right behind its last piece. What ends there depends on the next line, so that is looked
// at: when it changes, this token is found again.
static bool find_line_end(Scanner *scanner, TSLexer *lexer) {
  read_next_line(lexer, &scanner->line);
  return found(lexer, LINE_END);
}

// Finds the next piece of a line, or its end.
static bool find_next(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  lexer->mark_end(lexer);
  bool may_open = scanner->may_open || is_space(lexer->lookahead);
  scanner->may_open = false;
  skip_spaces(lexer);
  if (at_line_end(lexer)) return valid[LINE_END] && find_line_end(scanner, lexer);
  int32_t c = lexer->lookahead;
  advance(lexer);
  lexer->mark_end(lexer);
  if (valid[REST]) return find_rest(lexer);
  if (c == '[' && lexer->lookahead == '[' && may_note(valid)) return find_note(lexer);
  if (c != '/' || lexer->lookahead != '*' || !may_open) return find_piece(lexer, valid, c, &scanner->may_open);
  scanner->may_open = true;
  return find_comment(lexer);
}

void *tree_sitter_story_external_scanner_create(void) { return ts_calloc(1, sizeof(Scanner)); }

void tree_sitter_story_external_scanner_destroy(void *payload) {
  Scanner *scanner = payload;
  array_delete(&scanner->line.read);
  ts_free(scanner);
}

unsigned tree_sitter_story_external_scanner_serialize(void *payload, char *buffer) {
  buffer[0] = (char)((Scanner *)payload)->may_open;
  return 1;
}

void tree_sitter_story_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  ((Scanner *)payload)->may_open = length > 0 && buffer[0];
}

static bool may_begin_line(const bool *valid) {
  for (uint32_t kind = 0; kind < KINDS_OF_LINE; kind++) {
    if (valid[kind]) return true;
  }
  return false;
}

bool tree_sitter_story_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  if (valid[ERROR_SENTINEL]) return false;
  return may_begin_line(valid) ? find_kind(payload, lexer, valid) : find_next(payload, lexer, valid);
}
