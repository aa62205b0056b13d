// One line of a script, read to its end, so that its kind can be told. Comments `/* … */` are painted over and notes `[[ … ]]`
// may hold line ends, so that what is one line here may be several in the file.

#ifndef STORY_LINE_H_
#define STORY_LINE_H_

#include "letters.h"
#include "tree_sitter/array.h"
#include "tree_sitter/parser.h"

enum { IN_COMMENT = 0, IN_NOTE = 1, NO_CHARACTER = 0xfffd };

enum { MOST_PAINTED = 128 };  // longer than any name may be, which is all that the length of a comment matters for

typedef struct {
  Array(int32_t) read;
  const int32_t *chars;
  uint32_t length;    // without the white space at its end
  bool is_indented;
  bool is_spaced;     // whether white space ends it
  bool ends_in_note;  // a note was not closed, and an empty line follows
} Line;

static inline void advance(TSLexer *lexer) { lexer->advance(lexer, false); }

static inline bool at_line_end(TSLexer *lexer) { return is_newline(lexer->lookahead) || lexer->eof(lexer); }

static inline void skip_spaces(TSLexer *lexer) {
  while (is_space(lexer->lookahead)) lexer->advance(lexer, true);
}

static inline void pass_spaces(TSLexer *lexer) {
  while (is_space(lexer->lookahead)) advance(lexer);
}

// Passes one line end, of which CR LF is one.
static inline void pass_newline(TSLexer *lexer, bool skip) {
  bool is_return = lexer->lookahead == '\r';
  lexer->advance(lexer, skip);
  if (is_return && lexer->lookahead == '\n') lexer->advance(lexer, skip);
}

// Passes a comment whose `/*` has been passed, and returns its length. Comments nest; one that nobody closes goes on to the end
// of the file.
static uint32_t pass_comment(TSLexer *lexer) {
  uint32_t length = 2;
  for (uint32_t depth = 1; depth > 0 && !lexer->eof(lexer); length++) {
    int32_t c = lexer->lookahead;
    advance(lexer);
    bool is_opening = c == '/' && lexer->lookahead == '*', is_closing = c == '*' && lexer->lookahead == '/';
    if (!is_opening && !is_closing) continue;
    advance(lexer);
    length++;
    depth += is_opening ? 1 : -1;
  }
  return length;
}

static void put(Line *line, int32_t c) {
  array_push(&line->read, c == IN_COMMENT || c == IN_NOTE ? NO_CHARACTER : c);
}

// Reads a note whose `[[` has been read. One that nobody closes ends before the next empty line.
static void read_note(TSLexer *lexer, Line *line) {
  while (!lexer->eof(lexer)) {
    int32_t c = lexer->lookahead;
    if (is_newline(c)) {
      pass_newline(lexer, false);
      pass_spaces(lexer);
      if (at_line_end(lexer)) {
        line->ends_in_note = true;
        return;
      }
      array_push(&line->read, IN_NOTE);
      continue;
    }
    put(line, c);
    advance(lexer);
    if (c == ']' && lexer->lookahead == ']') {
      put(line, ']');
      advance(lexer);
      return;
    }
  }
}

static int32_t read_before(const Line *line, uint32_t distance) {
  return line->read.size < distance ? ' ' : line->read.contents[line->read.size - distance];
}

// In a line that begins with `\` or `//` nothing opens.
static bool is_plain(const Line *line) {
  const int32_t *first = line->read.contents;
  return line->read.size > 0 && (first[0] == '\\' || (line->read.size > 1 && first[0] == '/' && first[1] == '/'));
}

// Reads one character, or all of what it opens.
static void read_next(TSLexer *lexer, Line *line) {
  int32_t c = lexer->lookahead, before = read_before(line, 1);
  // a comment opens at the start of a line, after white space, and right after another
  bool may_open = is_space(before) || before == IN_COMMENT || (before == '/' && read_before(line, 2) == '*');
  advance(lexer);
  if (c == '/' && lexer->lookahead == '*' && may_open && !is_plain(line)) {
    advance(lexer);
    uint32_t length = pass_comment(lexer);
    for (uint32_t count = 0; count < length && count < MOST_PAINTED; count++) array_push(&line->read, IN_COMMENT);
  } else if (c == '[' && lexer->lookahead == '[' && before != '\\' && !is_plain(line)) {
    advance(lexer);
    put(line, '[');
    put(line, '[');
    read_note(lexer, line);
  } else {
    put(line, c);
  }
}

// Reads a line from its first character that is not white space.
static void read_line(TSLexer *lexer, Line *line) {
  array_clear(&line->read);
  line->ends_in_note = false;
  while (!line->ends_in_note && !at_line_end(lexer)) read_next(lexer, line);
  line->chars = line->read.contents;
  line->length = line->read.size;
  while (line->length > 0 && is_space(line->chars[line->length - 1])) line->length--;
  line->is_spaced = line->length < line->read.size;
}

// Reads the next line that is not empty, if there is one.
static void read_next_line(TSLexer *lexer, Line *line) {
  while (is_space(lexer->lookahead) || is_newline(lexer->lookahead)) advance(lexer);
  read_line(lexer, line);
}

// ---- looking at what was read: places count from 0, and past the end there is a line feed

static inline int32_t at(const Line *line, uint32_t place) { return place < line->length ? line->chars[place] : '\n'; }

static inline uint32_t past_spaces(const Line *line, uint32_t place) {
  while (is_space(at(line, place))) place++;
  return place;
}

static inline uint32_t past_comments(const Line *line, uint32_t place) {
  while (is_space(at(line, place)) || at(line, place) == IN_COMMENT) place++;
  return place;
}

static uint32_t without_spaces(const Line *line, uint32_t end) {
  while (end > 0 && is_space(at(line, end - 1))) end--;
  return end;
}

// Returns where an ASCII text ends that stands at a place, 0 if it does not; its letters are small if case means nothing.
static uint32_t past_text(const Line *line, uint32_t place, const char *text, bool any_case) {
  for (; *text; text++, place++) {
    int32_t c = at(line, place);
    if ((any_case ? to_lower_ascii(c) : c) != *text) return 0;
  }
  return place;
}

static inline uint32_t find_colon(const Line *line, uint32_t place) {
  while (place < line->length && !is_colon(line->chars[place])) place++;
  return place;
}

#endif
