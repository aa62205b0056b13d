// Tells the kind of a line, one function a kind, each named like the expression of `story.lark` that it stands for.

#ifndef STORY_KINDS_H_
#define STORY_KINDS_H_

#include "line.h"
#include "numbers.h"
#include "tokens.h"

enum { LONGEST_KEY = 40, LONGEST_FIELD = 31, LONGEST_NAME = 120, LONGEST_LABEL = 64, LONGEST_CUE = 48 };

static bool is_any_line(const Line *line) { return line->length > 0; }

static bool is_margin_line(const Line *line) { return !line->is_indented; }

static bool is_indented_line(const Line *line) { return line->is_indented; }

static bool is_comment_line(const Line *line) {
  return (at(line, 0) == '/' && at(line, 1) == '/') ||
         (at(line, 0) == IN_COMMENT && past_comments(line, 0) == line->length);
}

// ---- title page

static bool is_web_address(const Line *line, uint32_t colon) {
  return at(line, colon + 1) == '/' && at(line, colon + 2) == '/';
}

static bool is_title_line(const Line *line) {
  for (uint32_t index = 0; index < LENGTH(TITLE_KEYS); index++) {
    uint32_t end = past_text(line, 0, TITLE_KEYS[index], true);
    if (end && is_colon(at(line, past_spaces(line, end)))) return true;
  }
  return false;
}

static bool is_title_key_line(const Line *line) {
  uint32_t colon = find_colon(line, 0);
  return !line->is_indented && at(line, 0) != '[' && colon > 0 && colon <= LONGEST_KEY && colon < line->length &&
         !is_web_address(line, colon);
}

// ---- headings

static bool ends_heading(const Line *line, uint32_t place) {
  place = past_comments(line, past_spaces(line, place));
  int32_t c = at(line, place);
  return place >= line->length || is_square_open(c) || is_round_open(c) || is_stop(c);
}

// Returns whether a heading with or without a number ends behind its keyword; a page may have a range of them.
static bool is_numbered(const Line *line, uint32_t keyword_end, bool is_page) {
  if (ends_heading(line, keyword_end)) return true;
  uint32_t start = past_spaces(line, keyword_end);
  struct Number number = start > keyword_end ? read_number(line, start) : NO_NUMBER;
  if (number.end == 0) return false;
  if (ends_heading(line, number.end) || ends_heading(line, number.first_end)) return true;
  uint32_t last = is_page ? past_range_mark(line, past_spaces(line, number.end)) : 0;
  struct Number other = last ? read_number(line, past_spaces(line, last)) : NO_NUMBER;
  return other.end > 0 && (ends_heading(line, other.end) || ends_heading(line, other.first_end));
}

static bool is_page_line(const Line *line) {
  uint32_t end = past_text(line, 0, "page", true);
  if (!end) return false;
  uint32_t plural = past_text(line, end, "s", true);
  return is_numbered(line, plural ? plural : end, true);
}

static bool is_panel_line(const Line *line) {
  uint32_t end = past_text(line, 0, "panel", true);
  return end && is_numbered(line, end, false);
}

static uint32_t past_word(const Line *line, uint32_t place) {
  while (is_word(at(line, place))) place++;
  return place;
}

static bool is_clip_line(const Line *line) {
  uint32_t end = past_text(line, 0, "CLIP", false);
  if (!end) return false;
  if (ends_heading(line, end)) return true;
  uint32_t start = past_spaces(line, end), place = past_word(line, start);
  if (start == end || place == start) return false;
  while ((at(line, place) == '.' || at(line, place) == '-') && is_word(at(line, place + 1))) {
    place = past_word(line, place + 1);
  }
  return ends_heading(line, place);
}

// ---- lines that a mark begins

static bool is_note_line(const Line *line) {
  if (at(line, 0) != '[' || at(line, 1) != '[') return false;
  for (uint32_t place = 2; place + 1 < line->length; place++) {
    if (at(line, place) == ']' && at(line, place + 1) == ']') return place + 2 == line->length;
  }
  return false;
}

static bool is_section_line(const Line *line) { return at(line, 0) == '#'; }
static bool is_synopsis_line(const Line *line) { return at(line, 0) == '='; }
static bool is_literal_line(const Line *line) { return at(line, 0) == '\\'; }
static bool is_forced_line(const Line *line) { return at(line, 0) == '!'; }
static bool is_more_speech_line(const Line *line) { return is_colon(at(line, 0)); }
static bool is_lyric_line(const Line *line) { return at(line, 0) == '~'; }

static bool is_forced_slug_line(const Line *line) {
  return at(line, 0) == '.' && line->length > 1 && at(line, 1) != '.' && !is_space(at(line, 1));
}

static bool is_direction_line(const Line *line) {
  if (line->length < 2 || !is_round_open(at(line, 0)) || !is_round_close(at(line, line->length - 1))) return false;
  for (uint32_t place = 1; place + 1 < line->length; place++) {
    if (is_round_open(at(line, place)) || is_round_close(at(line, place))) return false;
  }
  return true;
}

// `SMASH CUT TO:`
static bool is_cut(const Line *line) {
  uint32_t end = line->length;
  if (!is_within(at(line, 0), 'A', 'Z') || end < 5 || !past_text(line, end - 4, " TO:", false)) return false;
  for (uint32_t place = 0; place < end - 1; place++) {
    int32_t c = at(line, place);
    if (!is_within(c, 'A', 'Z') && c != '\'' && c != ' ') return false;
  }
  return true;
}

// `FADE OUT.`, `FADE TO BLACK.`
static bool is_fade(const Line *line) {
  uint32_t end = line->length - (at(line, line->length - 1) == '.' || at(line, line->length - 1) == ':');
  if (past_text(line, 0, "FADE IN", false) == end || past_text(line, 0, "FADE OUT", false) == end) return end > 0;
  uint32_t place = past_text(line, 0, "FADE TO ", false);
  if (!place) place = past_text(line, 0, "CUT TO ", false);
  if (!place || place == end) return false;
  while (place < end && (is_within(at(line, place), 'A', 'Z') || at(line, place) == ' ')) place++;
  return place == end;
}

static bool is_transition_line(const Line *line) { return at(line, 0) == '>' || is_cut(line) || is_fade(line); }

// In capitals a slugline's first word may end with a space, in any case with a full stop.
static bool is_slug_line(const Line *line) {
  static const char *const BEGINNINGS[] = {"int/ext", "int./ext", "ext/int", "ext./int", "i/e", "int", "ext", "est"};
  for (uint32_t index = 0; index < LENGTH(BEGINNINGS); index++) {
    uint32_t end = past_text(line, 0, BEGINNINGS[index], true);
    if (!end) continue;
    if (at(line, end) == '.') return true;
    bool is_in_capitals = true;
    for (uint32_t place = 0; place < end; place++) is_in_capitals &= !is_small(at(line, place));
    if (is_in_capitals && (is_space(at(line, end)) || (end == line->length && line->is_spaced))) return true;
  }
  return false;
}

// ---- declarations

static bool has_more(const Line *line, uint32_t word_end) {
  return word_end && is_space(at(line, word_end)) && past_spaces(line, word_end) < line->length;
}

static bool is_include_line(const Line *line) { return has_more(line, past_text(line, 0, "INCLUDE", false)); }

static bool is_define_line(const Line *line) {
  uint32_t place = past_text(line, 0, "DEFINE", false);
  if (!has_more(line, place)) return false;
  while (place < line->length && at(line, place) != '=') place++;
  return place < line->length;
}

static bool is_alone(const Line *line, const char *word) {
  uint32_t end = past_text(line, 0, word, false);
  return end && past_comments(line, end) >= line->length;
}

static bool is_block_line(const Line *line) {
  for (uint32_t index = 0; index < LENGTH(BLOCKS); index++) {
    if (is_alone(line, BLOCKS[index])) return true;
  }
  return false;
}

static bool is_attachments_line(const Line *line) { return is_alone(line, ATTACHMENTS); }

// Returns where the name of an entry ends: before the brackets right in front of its colon, if there are any.
static uint32_t name_end(const Line *line, uint32_t colon) {
  uint32_t end = colon, open = 0;
  for (uint32_t place = 0, closed = 0; place < colon; place++) {
    int32_t c = at(line, place);
    if (is_round_open(c)) open = place, closed = 0;
    else if (is_round_close(c)) closed++;
    else if (closed && !is_space(c)) open = 0;
    if (closed > 1) open = 0;
  }
  if (open) end = open;
  return without_spaces(line, end);
}

static bool is_entry_line(const Line *line) {
  uint32_t colon = find_colon(line, 0);
  if (line->is_indented || colon == 0 || colon == line->length || is_web_address(line, colon)) return false;
  return name_end(line, colon) <= LONGEST_NAME;
}

static bool is_field_line(const Line *line) {
  uint32_t place = 0;
  if (!line->is_indented || !is_word(at(line, 0)) || is_digit(at(line, 0)) || at(line, 0) == '_') return false;
  while (is_word(at(line, place)) || is_space(at(line, place)) || at(line, place) == '-') place++;
  return place <= LONGEST_FIELD && is_colon(at(line, place)) && !is_web_address(line, place);
}

// ---- speech

// Returns whether letters look like somebody's name: forced by `@`, a definition, or letters of which none is small.
static bool is_name(const Line *line, uint32_t end, bool (*needed)(int32_t)) {
  if (at(line, 0) == '@') return true;
  if (at(line, 0) == '{' && at(line, 1) == '{') return at(line, end - 1) == '}' && at(line, end - 2) == '}';
  bool is_found = false;
  for (uint32_t place = 0; place < end; place++) {
    if (is_small(at(line, place))) return false;
    is_found |= needed(at(line, place));
  }
  return is_found;
}

// Passes `(how)`, if there is one, and returns where it ends, 0 if it does not.
static uint32_t past_how(const Line *line, uint32_t place) {
  if (!is_round_open(at(line, place))) return place;
  do place++;
  while (place < line->length && !is_round_open(at(line, place)) && !is_round_close(at(line, place)));
  return is_round_close(at(line, place)) ? past_spaces(line, place + 1) : 0;
}

static uint32_t past_label_run(const Line *line, uint32_t place) {
  uint32_t start = place;
  while (place < line->length && place - start <= LONGEST_LABEL && !is_among(at(line, place), "[]") &&
         !is_colon(at(line, place)) && !is_round_open(at(line, place)) && !is_round_close(at(line, place))) {
    place++;
  }
  return place - start > LONGEST_LABEL ? start : place;
}

// A label may end with `[…]`.
static uint32_t past_label(const Line *line) {
  uint32_t end = past_label_run(line, 0);
  if (end == 0 || at(line, end) != '[') return end;
  uint32_t close = past_label_run(line, end + 1);
  return at(line, close) == ']' ? past_spaces(line, close + 1) : end;
}

// Returns where the colon of `label: text` or `label (how): text` is, 0 if the line is none.
static uint32_t label_colon(const Line *line) {
  uint32_t end = past_label(line);
  uint32_t colon = end ? past_how(line, end) : 0;
  // neither a web address nor a time of day
  if (colon == 0 || !is_colon(at(line, colon)) || is_web_address(line, colon)) return 0;
  return is_digit(at(line, colon - 1)) && is_digit(at(line, colon + 1)) ? 0 : colon;
}

static bool is_one_of(const Line *line, uint32_t end, const char *const *words, uint32_t count) {
  for (uint32_t index = 0; index < count; index++) {
    if (past_text(line, 0, words[index], true) == end) return true;
  }
  return false;
}

// Returns what sort of speech a line is, `PROSE_LINE` if its label is no name.
static enum Token speech_kind(const Line *line) {
  if (label_colon(line) == 0) return PROSE_LINE;
  uint32_t end = without_spaces(line, past_label(line));
  // reserved labels are written `CAPTION:` or `Caption:`; `caption:` is prose
  if (is_within(at(line, 0), 'A', 'Z')) {
    if (is_one_of(line, end, CAPTION_LABELS, LENGTH(CAPTION_LABELS))) return CAPTION_LINE;
    if (is_one_of(line, end, SOUND_LABELS, LENGTH(SOUND_LABELS))) return SOUND_LINE;
    if (is_one_of(line, end, LETTERING_LABELS, LENGTH(LETTERING_LABELS))) return LETTERING_LINE;
    if (is_one_of(line, end, REMARK_LABELS, LENGTH(REMARK_LABELS))) return REMARK_LINE;
  }
  return is_name(line, end, is_letter) ? SPEECH_LINE : PROSE_LINE;
}

static bool ends_cue_name(int32_t c) { return is_round_open(c) || is_colon(c) || is_among(c, "^["); }

// Returns whether a line is a name alone: `NAME`, `NAME (how)`, `NAME ^`, `NAME:`. With no colon behind it, a line in letters
// that are neither small nor large is prose.
static bool looks_like_cue(const Line *line) {
  uint32_t end = 0, colon = label_colon(line);
  if (colon && past_comments(line, colon + 1) < line->length) return false;
  while (end < line->length && !ends_cue_name(at(line, end))) end++;
  uint32_t place = past_how(line, end);
  if (place == 0) return false;
  if (!colon && at(line, place) == '^') place++;
  end = without_spaces(line, end);
  if (past_comments(line, place) < (colon ? colon : line->length) || end == 0 || end > LONGEST_CUE) return false;
  int32_t last = at(line, end - 1);
  return !is_among(last, ".!?,;") && last != 0x2026 && !is_colon(last) && is_name(line, end, is_capital);
}

#endif
