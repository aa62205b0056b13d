/**
 * The .story language for editors.
 *
 * As in `story.lark`, which this follows rule by rule, one line is one token: the scanner tells what kind of line begins and
 * says so with a token of no length, `_page_line` or `_prose_line`; only kinds that may stand there are tried. The tokens of
 * what stands in the line follow, up to `_line_end`. Every place takes some kind that fits any line, so every text is a
 * script, and no text gives an ERROR node.
 *
 * Blank lines are white space. Right under a line of text one of them matters, and is `_blank`: it ends the paragraph.
 *
 * What a line may go on with always does (`prec.right`). So where something ends depends on the line behind it, which is why the
 * scanner looks at that line before it says `_line_end`. Pieces are optional, because remarks may stand in for any of them.
 */

/// <reference types="tree-sitter-cli/dsl" />

/** Parts between commas, any of which may be missing. */
const listed = ($, part) => seq(optional(part), repeat(seq(alias($._comma, ','), optional(part))));

module.exports = grammar({
  name: 'story',

  extras: $ => [
    // all that the scanner takes for white space, for the end of the file
    /[\s\x1c-\x1f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/,
    $.comment,
    $.note,
  ],

  // in the order of `enum Token` in src/tokens.h
  externals: $ => [
    $._comment_line,
    $._title_line,
    $._page_line,
    $._panel_line,
    $._title_key_line,
    $._title_more_line,
    $._running_section_line,
    $._note_line,
    $._section_line,
    $._synopsis_line,
    $._transition_line,
    $._literal_line,
    $._forced_line,
    $._more_speech_line,
    $._forced_slug_line,
    $._slug_line,
    $._include_line,
    $._define_line,
    $._running_clip_line,
    $._block_line,
    $._attachments_line,
    $._clip_line,
    $._attachment_line,
    $._entry_line,
    $._field_line,
    $._more_line,
    $._bare_line,
    $._speech_line,
    $._caption_line,
    $._sound_line,
    $._lettering_line,
    $._remark_line,
    $._direction_line,
    $._lyric_line,
    $._cue_line,
    $._prose_line,
    $._blank,
    $._line_end,
    $.comment,
    $.note,
    $._line_comment,
    $._keyword,
    $._number,
    $._range,
    $._clip_name,
    $._square_open,
    $._square_close,
    $._round_open,
    $._round_close,
    $._tag_name,
    $._tag_value,
    $._comma,
    $._count_open,
    $._count_dash,
    $._count_words,
    $._count_close,
    $._separator,
    $._stop,
    $._mark,
    $._label,
    $._colon,
    $._how_open,
    $._how,
    $._how_close,
    $._aliases_open,
    $._aliases_close,
    $._alias,
    $._dual,
    $._key,
    $._name,
    $._defined,
    $._equals,
    $._letters,
    $._rest,
    $.escape,
    $.italic,
    $.bold,
    $.bold_italic,
    $.underline,
    $.interpolation,
    $._error_sentinel,
  ],

  rules: {
    document: $ => seq(
      repeat($._comment),
      optional(seq(choice($.title_page, $._note, $.transition, $.synopsis, $._loose_text), optional($._loose))),
      repeat($._matter),
      optional($._strip),
      repeat(choice($.page, $.section)),
    ),

    // ---- structure

    title_page: $ => prec.right(seq(
      alias($._first_title_field, $.title_field),
      repeat(choice($.title_field, $._comment)),
      optional($._blank),
    )),
    _first_title_field: $ => prec.right(seq($._title_line, $._titled)),
    title_field: $ => prec.right(seq($._title_key_line, $._titled)),
    _titled: $ => prec.right(seq($._valued, repeat(alias($._title_more, $.continuation)))),
    _title_more: $ => seq($._title_more_line, $._words),

    _matter: $ => choice(
      $.block,
      $.attachments,
      seq(choice($.include, $.define, $.slugline, $.forced_slugline), optional($._loose)),
    ),
    include: $ => seq($._include_line, $.keyword, optional(field('path', $.text)), $._line_end),
    define: $ => seq(
      $._define_line,
      $.keyword,
      optional(field('name', $.definition)),
      optional(seq(alias($._equals, '='), optional(field('value', $.text)))),
      $._line_end,
    ),
    definition: $ => $._defined,
    block: $ => prec.right(seq(alias($._block_heading, $.block_heading), optional($._margin), repeat($.entry))),
    _block_heading: $ => seq($._block_line, $.keyword, $._line_end),
    entry: $ => prec.right(seq(
      choice($._entry_line, $._bare_line),
      optional(field('name', $.name)),
      optional($.aliases),
      $._said,
      optional($._margin),
    )),
    field: $ => seq($._field_line, $._valued),
    continuation: $ => seq($._more_line, $._words),
    attachments: $ => prec.right(seq(
      alias($._attachments_heading, $.block_heading),
      repeat(choice($.attachment, $._note, $._comment)),
    )),
    _attachments_heading: $ => seq($._attachments_line, $.keyword, $._line_end),
    attachment: $ => seq($._attachment_line, $._words),

    section: $ => prec.right(seq($.section_heading, optional($._loose), repeat($._matter), optional($._strip))),
    section_heading: $ => seq($._section_line, $._mark, $._words),
    page: $ => prec.right(seq($.page_heading, optional($._body), optional($._strip))),
    page_heading: $ => seq(
      $._page_line, $.keyword, optional(seq($.number, optional(seq($._range, $.number)))), $._tail,
    ),
    panel: $ => prec.right(seq($.panel_heading, optional($._body))),
    panel_heading: $ => seq($._panel_line, $.keyword, optional($.number), $._tail),
    clip: $ => prec.right(seq($.clip_heading, optional($._body))),
    clip_heading: $ => seq($._clip_line, $.keyword, optional(field('name', alias($._clip_name, $.clip_name))), $._tail),

    // ---- lines

    // the lines under a block's heading or an entry
    _margin: $ => repeat1(choice($.field, $.continuation, $.synopsis, $._note, $._comment)),
    // text that belongs to no page
    _loose: $ => repeat1(choice($._aside, $.synopsis, $._loose_text)),
    _strip: $ => repeat1(choice($.panel, $.clip)),
    // the lines under a heading: settled ones, in which a slugline may stand, and running text
    _body: $ => prec.right(choice(seq($._settled, optional($._running)), $._running)),
    _settled: $ => repeat1(choice(
      $._aside, $.synopsis, $.slugline, $.forced_slugline, seq($._running, $._blank),
    )),
    // lines that do not end the text between whose lines they stand
    _aside: $ => choice($._comment, $._note, $.transition),

    _loose_text: $ => prec.right(seq(repeat1($._text_item), optional($._blank))),
    _running: $ => prec.right(choice(
      $.cue_speech,
      seq(
        $._text_item,
        repeat(choice(
          $._text_item, $._aside, $.synopsis, $.forced_slugline, alias($._running_section, $.section_heading),
        )),
      ),
    )),
    _text_item: $ => choice(
      $.paragraph,
      $.balloon,
      $.caption,
      $.sound_effect,
      $.lettering,
      $.remark,
    ),

    paragraph: $ => prec.right(seq(
      choice($._plain_line, $._forced),
      repeat(choice($._aside, $._plain_line, $._forced)),
    )),
    balloon: $ => prec.right(seq(
      choice(seq($._speech_line, optional(field('speaker', $.speaker)), optional($.modifiers)), $._more_speech_line),
      $._said,
      repeat(choice($._aside, $._plain_line)),
      // a line in brackets makes the rest of it a cue's speech
      optional(seq($.direction, repeat(choice($._comment, $._note, $._cued_line)))),
    )),
    cue_speech: $ => prec.right(seq(
      $._cue_line,
      optional(field('speaker', $.speaker)),
      optional($.modifiers),
      optional(alias($._colon, ':')),
      optional(alias($._dual, '^')),
      $._line_end,
      repeat(choice($._comment, $._note, $._cued_line)),
    )),
    _cued_line: $ => choice(
      $.direction,
      $.lyric,
      $._plain_line,
      seq($._more_speech_line, $._said),
    ),
    direction: $ => seq($._direction_line, optional($.modifiers), $._line_end),
    lyric: $ => seq($._lyric_line, $._mark, $._words),
    caption: $ => prec.right(seq($._caption_line, $._labelled)),
    sound_effect: $ => prec.right(seq($._sound_line, $._labelled)),
    lettering: $ => prec.right(seq($._lettering_line, $._labelled)),
    remark: $ => prec.right(seq($._remark_line, $._labelled)),

    _labelled: $ => prec.right(seq(
      optional(field('label', $.label)),
      optional($.modifiers),
      $._said,
      repeat(choice($._aside, $._plain_line)),
    )),

    _plain_line: $ => choice(
      seq($._prose_line, $._words),
      seq($._running_clip_line, $._words),
      $.literal,
    ),
    _forced: $ => seq($._forced_line, $._mark, $._words),
    literal: $ => seq($._literal_line, $._mark, optional(alias($._rest, $.text)), $._line_end),

    // ---- other lines

    synopsis: $ => seq($._synopsis_line, $._mark, $._words),
    transition: $ => seq($._transition_line, optional($._mark), $._words),
    slugline: $ => seq($._slug_line, $._words),
    forced_slugline: $ => seq($._forced_slug_line, $._mark, $._words),
    _running_section: $ => seq($._running_section_line, $._mark, $._words),
    _comment: $ => choice(
      seq($._comment_line, $._line_end),
      seq(alias($._line_comment, $.comment), $._line_end),
    ),
    _note: $ => seq($._note_line, $._line_end),

    // ---- pieces of a line

    _words: $ => seq(optional($.text), $._line_end),
    _said: $ => seq(optional(seq(alias($._colon, ':'), optional($.text))), $._line_end),
    _valued: $ => seq(
      optional(field('key', $.key)),
      optional(seq(alias($._colon, ':'), optional(field('value', $.text)))),
      $._line_end,
    ),
    // what may follow the number of a heading
    _tail: $ => seq(
      repeat(choice(alias($._square_tags, $.tags), alias($._round_tags, $.tags), $._count, $._separator)),
      optional(choice(seq($._stop, optional(field('description', $.text))), field('description', $.text))),
      $._line_end,
    ),
    keyword: $ => $._keyword,
    number: $ => $._number,
    _count: $ => choice(
      seq(alias($._count_open, '('), alias($._count_words, $.count), optional(alias($._count_close, ')'))),
      seq($._count_dash, alias($._count_words, $.count)),
    ),
    _square_tags: $ => seq(alias($._square_open, '['), listed($, $.tag), optional(alias($._square_close, ']'))),
    _round_tags: $ => seq(alias($._round_open, '('), listed($, $.tag), optional(alias($._round_close, ')'))),
    tag: $ => choice(
      seq($._tag_name, optional(seq(alias($._colon, ':'), optional($._tag_value)))),
      seq(alias($._colon, ':'), optional($._tag_value)),
    ),
    key: $ => $._key,
    name: $ => repeat1($._name),
    aliases: $ => seq(alias($._aliases_open, '('), listed($, alias($._alias, $.alias)), optional(alias($._aliases_close, ')'))),
    speaker: $ => $._label,
    label: $ => $._label,
    modifiers: $ => seq(alias($._how_open, '('), listed($, $.modifier), optional(alias($._how_close, ')'))),
    modifier: $ => $._how,
    text: $ => repeat1(choice(
      $._letters, $.escape, $.italic, $.bold, $.bold_italic, $.underline, $.interpolation,
    )),
  },
});
