// Numbers as they stand in headings: digits, digits with a letter, words from one to ninety-nine.

#ifndef STORY_NUMBERS_H_
#define STORY_NUMBERS_H_

#include <string.h>

#include "line.h"

enum { LONGEST_WORD = 15 };

// An ASCII word in small letters; empty if there is none, or it is longer than any that is looked for.
typedef struct {
  char letters[LONGEST_WORD + 1];
} Word;

static bool is_word_in(Word word, const char *const *words, uint32_t count) {
  for (uint32_t index = 0; index < count; index++) {
    if (strcmp(word.letters, words[index]) == 0) return true;
  }
  return false;
}

static bool is_ten(Word word) { return is_word_in(word, TENS, LENGTH(TENS)); }
static bool is_unit(Word word) { return is_word_in(word, UNITS, LENGTH(UNITS)); }
static bool is_digit_word(Word word) { return is_word_in(word, UNITS, DIGIT_WORDS); }
static bool is_panels(Word word) { return strcmp(word.letters, "panel") == 0 || strcmp(word.letters, "panels") == 0; }
static bool is_and_or_to(Word word) { return strcmp(word.letters, "and") == 0 || strcmp(word.letters, "to") == 0; }
static bool is_range_sign(int32_t c) { return is_dash(c) || c == '&' || c == '+' || c == '/'; }

// ---- in a line that was read

struct Number {
  uint32_t end;        // 0 if there is none
  uint32_t first_end;  // of `twenty` in `twenty-one`
};
static const struct Number NO_NUMBER = {0, 0};

static Word word_at(const Line *line, uint32_t place, uint32_t *end) {
  Word word = {{0}};
  uint32_t start = place;
  for (; is_ascii_letter(at(line, place)); place++) {
    if (place - start < LONGEST_WORD) word.letters[place - start] = (char)to_lower_ascii(at(line, place));
  }
  if (place - start > LONGEST_WORD) word.letters[0] = '\0';
  *end = place;
  return word;
}

static struct Number read_number(const Line *line, uint32_t place) {
  struct Number number = NO_NUMBER;
  if (is_digit(at(line, place))) {
    while (is_digit(at(line, place))) place++;
    place += is_ascii_letter(at(line, place));
    number.end = number.first_end = place;
    return number;
  }
  Word word = word_at(line, place, &place);
  if (!is_ten(word) && !is_unit(word)) return number;
  number.end = number.first_end = place;
  if (is_ten(word) && (at(line, place) == '-' || at(line, place) == ' ')) {
    uint32_t end;
    if (is_digit_word(word_at(line, place + 1, &end))) number.end = end;
  }
  return number;
}

// Returns where the mark between the numbers of a range ends, 0 if there is none.
static uint32_t past_range_mark(const Line *line, uint32_t place) {
  uint32_t end;
  if (is_range_sign(at(line, place))) return place + 1;
  return is_and_or_to(word_at(line, place, &end)) ? end : 0;
}

// ---- right ahead, one character after the other

// Passes a word, whose first letter may have been passed already.
static Word pass_word(TSLexer *lexer, int32_t passed) {
  Word word = {{0}};
  uint32_t length = 0;
  if (passed) word.letters[length++] = (char)to_lower_ascii(passed);
  for (; is_ascii_letter(lexer->lookahead); length++, advance(lexer)) {
    if (length < LONGEST_WORD) word.letters[length] = (char)to_lower_ascii(lexer->lookahead);
  }
  if (length > LONGEST_WORD || is_word(lexer->lookahead)) word.letters[0] = '\0';
  return word;
}

enum Passed { NOTHING, A_NUMBER, A_COUNT };

static enum Passed pass_panels(TSLexer *lexer) {
  pass_spaces(lexer);
  return is_panels(pass_word(lexer, 0)) ? A_COUNT : A_NUMBER;
}

// Passes digits and perhaps a letter, as in `3a`, or digits behind a full stop, as in `1.5`.
static enum Passed pass_digits(TSLexer *lexer, bool is_marked) {
  while (is_digit(lexer->lookahead)) advance(lexer);
  if (is_marked) lexer->mark_end(lexer);
  bool is_whole = lexer->lookahead != '.';
  if (!is_whole) {
    advance(lexer);
    if (!is_digit(lexer->lookahead)) return A_NUMBER;
    while (is_digit(lexer->lookahead)) advance(lexer);
  }
  if (is_ascii_letter(lexer->lookahead)) advance(lexer);
  if (is_word(lexer->lookahead)) return is_whole ? NOTHING : A_NUMBER;
  if (is_marked) lexer->mark_end(lexer);
  return pass_panels(lexer);
}

// Passes a number, whose first character may have been passed already, and `PANELS` if that is next. The end of the number is
// marked if it is wanted.
static enum Passed pass_number(TSLexer *lexer, int32_t passed, bool is_marked) {
  if (is_digit(passed ? passed : lexer->lookahead)) return pass_digits(lexer, is_marked);
  Word word = pass_word(lexer, passed);
  if (!is_ten(word) && !is_unit(word)) return NOTHING;
  if (is_marked) lexer->mark_end(lexer);
  if (!is_ten(word) || (lexer->lookahead != '-' && lexer->lookahead != ' ')) return pass_panels(lexer);
  advance(lexer);
  word = pass_word(lexer, 0);
  if (is_panels(word)) return A_COUNT;
  if (!is_digit_word(word)) return A_NUMBER;
  if (is_marked) lexer->mark_end(lexer);
  return pass_panels(lexer);
}

#endif
