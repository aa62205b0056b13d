// What sort of character a character is. The C library would answer by the user's locale, and an editor's may know ASCII alone.

#ifndef STORY_LETTERS_H_
#define STORY_LETTERS_H_

#include <stdbool.h>
#include <stdint.h>

#include "vocabulary.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static inline bool is_within(int32_t c, int32_t first, int32_t last) { return c >= first && c <= last; }

static inline bool is_newline(int32_t c) { return c == '\n' || c == '\r'; }

// White space inside a line.
static inline bool is_space(int32_t c) {
  if (c < 0x80) return c == ' ' || c == '\t' || c == '\v' || c == '\f' || is_within(c, 0x1c, 0x1f);
  return c == 0x85 || c == 0xa0 || c == 0x1680 || is_within(c, 0x2000, 0x200a) || c == 0x2028 || c == 0x2029 ||
         c == 0x202f || c == 0x205f || c == 0x3000;
}

static inline bool is_digit(int32_t c) {
  return is_within(c, '0', '9') || is_within(c, 0x660, 0x669) || is_within(c, 0x6f0, 0x6f9) ||
         is_within(c, 0x966, 0x96f) || is_within(c, 0xff10, 0xff19);
}

static inline int32_t to_lower_ascii(int32_t c) { return is_within(c, 'A', 'Z') ? c + ('a' - 'A') : c; }

static inline bool is_ascii_letter(int32_t c) { return is_within(to_lower_ascii(c), 'a', 'z'); }

// Letters of every script: all that is neither ASCII nor in the blocks of punctuation, accents, symbols and pictures.
static inline bool is_letter(int32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  if (c < 0xc0) return c == 0xaa || c == 0xb5 || c == 0xba;
  return c != 0xd7 && c != 0xf7 && !is_space(c) && !is_digit(c) && !is_within(c, 0x300, 0x36f) && !is_within(c, 0x2000, 0x2bff) &&
         !is_within(c, 0x3000, 0x3004) && !is_within(c, 0x3007, 0x3030) && !is_within(c, 0xfe00, 0xfe6f) && c != 0xfeff &&
         !is_within(c, 0xff00, 0xff20) && !is_within(c, 0xff3b, 0xff40) && !is_within(c, 0xff5b, 0xff65) &&
         !is_within(c, 0xfff0, 0xffff) && !is_within(c, 0x1f000, 0x1faff);
}

static inline bool is_small_digit(int32_t c) { return c == 0xb2 || c == 0xb3 || c == 0xb9 || is_within(c, 0xbc, 0xbe); }

static inline bool is_word(int32_t c) { return c == '_' || is_letter(c) || is_digit(c) || is_small_digit(c); }

static inline bool is_in(int32_t c, const struct Letters *letters, uint32_t length) {
  for (uint32_t index = 0; index < length && letters[index].first <= c; index++) {
    if (c <= letters[index].last && (c - letters[index].first) % letters[index].step == 0) return true;
  }
  return false;
}

static inline bool is_small(int32_t c) {
  return c < 0x80 ? is_within(c, 'a', 'z') : is_in(c, SMALL_LETTERS, LENGTH(SMALL_LETTERS));
}

static inline bool is_capital(int32_t c) {
  return c < 0x80 ? is_within(c, 'A', 'Z') : is_in(c, CAPITAL_LETTERS, LENGTH(CAPITAL_LETTERS));
}

static inline bool is_ascii_punctuation(int32_t c) {
  return is_within(c, '!', '/') || is_within(c, ':', '@') || is_within(c, '[', '`') || is_within(c, '{', '~');
}

static inline bool is_among(int32_t c, const char *characters) {
  while (*characters && *characters != c) characters++;
  return *characters != 0;
}

static inline bool is_colon(int32_t c) { return c == ':' || c == 0xff1a; }
static inline bool is_comma(int32_t c) { return c == ',' || c == 0xff0c || c == 0x3001; }
static inline bool is_square_open(int32_t c) { return c == '[' || c == 0xff3b; }
static inline bool is_square_close(int32_t c) { return c == ']' || c == 0xff3d; }
static inline bool is_round_open(int32_t c) { return c == '(' || c == 0xff08; }
static inline bool is_round_close(int32_t c) { return c == ')' || c == 0xff09; }
static inline bool is_dash(int32_t c) { return c == '-' || c == 0x2013 || c == 0x2014; }
static inline bool is_stop(int32_t c) { return c == '.' || is_colon(c) || is_dash(c); }

#endif
