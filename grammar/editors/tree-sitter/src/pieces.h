// Finds the pieces of a line, one after the other. What may come next, the grammar knows: `valid`. The first character of a
// piece, `c`, has been passed already, and marked as the end of the piece if nothing else is found.

#ifndef STORY_PIECES_H_
#define STORY_PIECES_H_

#include "numbers.h"
#include "tokens.h"

static bool found(TSLexer *lexer, enum Token token) {
  lexer->result_symbol = (TSSymbol)token;
  return true;
}

// Passes the line end ahead and returns whether a note goes on behind it; an empty line ends a note that nobody closed.
static bool note_goes_on(TSLexer *lexer) {
  pass_newline(lexer, false);
  pass_spaces(lexer);
  return !at_line_end(lexer);
}

static bool find_note(TSLexer *lexer) {
  advance(lexer);
  lexer->mark_end(lexer);
  while (!lexer->eof(lexer)) {
    int32_t c = lexer->lookahead;
    if (is_newline(c)) {
      if (!note_goes_on(lexer)) break;
      continue;
    }
    advance(lexer);
    if (!is_space(c)) lexer->mark_end(lexer);
    if (c == ']' && lexer->lookahead == ']') {
      advance(lexer);
      lexer->mark_end(lexer);
      break;
    }
  }
  return found(lexer, NOTE);
}

static bool find_comment(TSLexer *lexer) {
  advance(lexer);
  pass_comment(lexer);
  lexer->mark_end(lexer);
  return found(lexer, COMMENT);
}

// ---- labels, keys, names, tags: runs of characters up to one that ends them

typedef bool (*IsEnd)(int32_t c);

// Goes on with a run, to what ends it or to the end of the line. White space and comments are part of it if more follows them;
// so are notes, whose line ends do not end the line.
static bool find_run(TSLexer *lexer, enum Token token, IsEnd is_end, int32_t c) {
  int32_t before = ' ';
  bool is_in_note = false;
  while (!lexer->eof(lexer) && !is_end(lexer->lookahead)) {
    if (c == '[' && lexer->lookahead == '[' && before != '\\') is_in_note = true;
    if (c == ']' && lexer->lookahead == ']') is_in_note = false;
    bool may_open = !is_in_note && (is_space(c) || (before == '*' && c == '/'));
    before = c;
    c = lexer->lookahead;
    if (is_newline(c)) {
      if (!is_in_note || !note_goes_on(lexer)) break;
      continue;
    }
    advance(lexer);
    if (c == '/' && lexer->lookahead == '*' && may_open) {
      advance(lexer);
      pass_comment(lexer);
      c = ' ';
      if (!is_space(before)) lexer->mark_end(lexer);  // nothing would tell the next token that a comment opens there
    }
    if (!is_space(c)) lexer->mark_end(lexer);
  }
  return found(lexer, token);
}

static bool ends_label(int32_t c) { return is_round_open(c) || is_colon(c); }
static bool ends_cue(int32_t c) { return ends_label(c) || c == '^'; }
static bool ends_how(int32_t c) { return is_comma(c) || is_round_close(c); }
static bool ends_alias(int32_t c) { return ends_how(c) || is_colon(c); }
static bool ends_square_name(int32_t c) { return is_comma(c) || is_colon(c) || is_square_close(c); }
static bool ends_square_value(int32_t c) { return is_comma(c) || is_square_close(c); }
static bool ends_round_name(int32_t c) { return is_comma(c) || is_colon(c) || is_round_close(c); }
static bool ends_definition(int32_t c) { return c == '='; }

// Passes what may be the names in brackets of an entry, and returns whether its colon or its line's end follows.
static bool hold_aliases(TSLexer *lexer) {
  while (!at_line_end(lexer) && !is_colon(lexer->lookahead) && !is_round_close(lexer->lookahead)) {
    if (is_round_open(lexer->lookahead) || is_among(lexer->lookahead, "[/")) return false;
    advance(lexer);
  }
  if (is_round_close(lexer->lookahead)) advance(lexer);
  pass_spaces(lexer);
  return at_line_end(lexer) || is_colon(lexer->lookahead);
}

// Finds the brackets right in front of an entry's colon, or of its line's end; any others are part of its name.
static bool find_aliases(TSLexer *lexer, const bool *valid) {
  if (valid[ALIASES_OPEN] && hold_aliases(lexer)) return found(lexer, ALIASES_OPEN);
  return valid[NAME] && found(lexer, NAME);
}

// Finds the rest of a line in which nothing opens.
static bool find_rest(TSLexer *lexer) {
  while (!at_line_end(lexer)) {
    bool is_letter_ahead = !is_space(lexer->lookahead);
    advance(lexer);
    if (is_letter_ahead) lexer->mark_end(lexer);
  }
  return found(lexer, REST);
}

// ---- text

// Returns whether emphasis of so many marks is closed on this line, and passes and marks it if it is. `mark` never stands in it.
static bool pass_emphasis(TSLexer *lexer, int32_t mark, uint32_t count) {
  int32_t before = ' ';
  while (!at_line_end(lexer) && lexer->lookahead != mark) {
    int32_t c = lexer->lookahead;
    advance(lexer);
    // a note or a comment is no part of emphasis
    if ((c == '[' && lexer->lookahead == '[') || (c == '/' && lexer->lookahead == '*')) return false;
    if (c == '\\' && !at_line_end(lexer)) advance(lexer);
    before = c;
  }
  if (at_line_end(lexer) || is_space(before)) return false;
  for (; count > 0 && lexer->lookahead == mark; count--) advance(lexer);
  if (count > 0 || lexer->lookahead == mark || (mark == '_' && is_word(lexer->lookahead))) return false;
  lexer->mark_end(lexer);
  return true;
}

// Finds letters that end with an asterisk, and with the slash behind it: right after `*/`, whatever it stands in, a comment opens.
static bool find_asterisk(TSLexer *lexer, enum Token token, bool *may_open) {
  if (lexer->lookahead != '/') return found(lexer, token);
  advance(lexer);
  lexer->mark_end(lexer);
  *may_open = true;
  return found(lexer, LETTERS);
}

static bool find_emphasis(TSLexer *lexer, int32_t mark, bool *may_open) {
  static const enum Token TOKENS[] = {LETTERS, ITALIC, BOLD, BOLD_ITALIC};
  uint32_t count = 1;
  for (; lexer->lookahead == mark; count++) advance(lexer);
  lexer->mark_end(lexer);
  if (mark == '*' && lexer->lookahead == '/') return find_asterisk(lexer, LETTERS, may_open);
  bool is_opening = count <= (mark == '*' ? 3u : 1u) && !is_space(lexer->lookahead) && !at_line_end(lexer);
  if (!is_opening || !pass_emphasis(lexer, mark, count)) return found(lexer, LETTERS);
  return found(lexer, mark == '*' ? TOKENS[count] : UNDERLINE);
}

static bool find_interpolation(TSLexer *lexer) {
  if (lexer->lookahead != '{') return found(lexer, LETTERS);
  advance(lexer);
  while (!at_line_end(lexer) && !is_among(lexer->lookahead, "{}[")) advance(lexer);
  if (lexer->lookahead != '}') return found(lexer, LETTERS);
  advance(lexer);
  if (lexer->lookahead != '}') return found(lexer, LETTERS);
  advance(lexer);
  lexer->mark_end(lexer);
  return found(lexer, INTERPOLATION);
}

static bool find_escape(TSLexer *lexer, bool *may_open) {
  int32_t escaped = lexer->lookahead;
  if (!is_ascii_punctuation(escaped)) return found(lexer, LETTERS);
  advance(lexer);
  if (escaped == '\\' && lexer->lookahead == '[') advance(lexer);  // no note begins right after a backslash
  lexer->mark_end(lexer);
  return escaped == '*' ? find_asterisk(lexer, ESCAPE, may_open) : found(lexer, ESCAPE);
}

static bool ends_letters(int32_t c) { return is_among(c, "*{\\"); }

// Goes on with letters, which an underline ends that does not stand inside a word.
static bool find_letters(TSLexer *lexer, int32_t before) {
  while (!at_line_end(lexer) && !ends_letters(lexer->lookahead)) {
    int32_t c = lexer->lookahead;
    if ((c == '[' && before != '\\') || (c == '_' && !is_word(before))) break;
    advance(lexer);
    if (c == '/' && is_space(before) && lexer->lookahead == '*') break;
    if (!is_space(c)) lexer->mark_end(lexer);
    before = c;
  }
  return found(lexer, LETTERS);
}

static bool find_text(TSLexer *lexer, int32_t c, bool *may_open) {
  if (c == '*' || c == '_') return find_emphasis(lexer, c, may_open);
  if (c == '{') return find_interpolation(lexer);
  if (c == '\\') return find_escape(lexer, may_open);
  return find_letters(lexer, c);
}

// ---- headings

// Finds what a round bracket opens behind a heading: a count, or tags.
static bool find_round(TSLexer *lexer) {
  pass_spaces(lexer);
  if (pass_number(lexer, 0, false) != A_COUNT) return found(lexer, ROUND_OPEN);
  pass_spaces(lexer);
  return found(lexer, is_round_close(lexer->lookahead) ? COUNT_OPEN : ROUND_OPEN);
}

static bool find_count(TSLexer *lexer, int32_t c) {
  pass_number(lexer, c, false);
  lexer->mark_end(lexer);
  return found(lexer, COUNT_WORDS);
}

// Finds what a mark means behind a heading: a range, a count, nothing before a bracket, or that text follows.
static bool find_stop(TSLexer *lexer, const bool *valid, int32_t c) {
  pass_spaces(lexer);
  if (is_stop(c) && (is_square_open(lexer->lookahead) || is_round_open(lexer->lookahead))) return found(lexer, SEPARATOR);
  if (is_range_sign(c)) {
    enum Passed passed = pass_number(lexer, 0, false);
    if (passed == A_NUMBER && valid[RANGE]) return found(lexer, RANGE);
    if (passed == A_COUNT && is_dash(c)) return found(lexer, COUNT_DASH);
  }
  return found(lexer, is_stop(c) ? STOP : LETTERS);
}

// Finds `and` or `to` between two numbers, or the text that begins with it.
static bool find_range_word(TSLexer *lexer, int32_t c) {
  bool is_mark = is_and_or_to(pass_word(lexer, c));
  lexer->mark_end(lexer);
  if (!is_mark) return find_letters(lexer, c);
  pass_spaces(lexer);
  return found(lexer, pass_number(lexer, 0, false) == A_NUMBER ? RANGE : LETTERS);
}

static bool find_clip_name(TSLexer *lexer) {
  bool is_joint = false;
  while (is_word(lexer->lookahead) || (!is_joint && is_among(lexer->lookahead, ".-"))) {
    is_joint = !is_word(lexer->lookahead);
    advance(lexer);
    if (!is_joint) lexer->mark_end(lexer);
  }
  return found(lexer, CLIP_NAME);
}

static bool find_keyword(TSLexer *lexer) {
  while (is_ascii_letter(lexer->lookahead)) advance(lexer);
  lexer->mark_end(lexer);
  return found(lexer, KEYWORD);
}

static bool find_in_heading(TSLexer *lexer, const bool *valid, int32_t c, bool *may_open) {
  if (valid[NUMBER] && (is_digit(c) || is_ascii_letter(c))) {
    return pass_number(lexer, c, true) != NOTHING ? found(lexer, NUMBER) : find_letters(lexer, c);
  }
  if (is_square_open(c)) return found(lexer, SQUARE_OPEN);
  if (is_round_open(c)) return find_round(lexer);
  if (is_stop(c) || (valid[RANGE] && is_range_sign(c))) return find_stop(lexer, valid, c);
  if (valid[RANGE] && is_ascii_letter(c)) return find_range_word(lexer, c);
  if (valid[CLIP_NAME] && is_word(c)) return find_clip_name(lexer);
  return find_text(lexer, c, may_open);
}

// ---- what stands between brackets

static bool find_tag(TSLexer *lexer, const bool *valid, int32_t c) {
  bool is_square = valid[SQUARE_CLOSE];
  if (is_comma(c)) return found(lexer, COMMA);
  if (is_square ? is_square_close(c) : is_round_close(c)) return found(lexer, is_square ? SQUARE_CLOSE : ROUND_CLOSE);
  if (valid[COLON] && is_colon(c)) return found(lexer, COLON);
  if (valid[TAG_NAME]) return find_run(lexer, TAG_NAME, is_square ? ends_square_name : ends_round_name, c);
  return valid[TAG_VALUE] && find_run(lexer, TAG_VALUE, is_square ? ends_square_value : ends_how, c);
}

static bool find_how(TSLexer *lexer, const bool *valid, int32_t c) {
  if (is_comma(c)) return found(lexer, COMMA);
  if (is_round_close(c)) return found(lexer, HOW_CLOSE);
  return valid[HOW] && find_run(lexer, HOW, ends_how, c);
}

static bool find_alias(TSLexer *lexer, const bool *valid, int32_t c) {
  if (is_comma(c)) return found(lexer, COMMA);
  if (is_round_close(c)) return found(lexer, ALIASES_CLOSE);
  if (is_colon(c)) return found(lexer, COLON);  // nobody closed the bracket
  return valid[ALIAS] && find_run(lexer, ALIAS, ends_alias, c);
}

#endif
