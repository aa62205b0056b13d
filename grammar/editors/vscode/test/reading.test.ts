import assert from "node:assert/strict";
import { test } from "node:test";

import { pageAbout, priceOf } from "../src/answers";
import { eventsIn } from "../src/storyboard/events";
import { partAt, readLines } from "../src/storyboard/lines";

const LINES = readLines(
  JSON.stringify({
    "page-1": ["a.story:3", "story:/a%20b/a.story:3"],
    "panel-1-1": ["a.story:5", "story:/a%20b/a.story:5"],
    "panel-1-2": ["b.story:2", "story:/a%20b/b.story:2"],
    "page-2": ["a.story:9", "story:/a%20b/a.story:9"],
    "panel-2-1": ["a.story:9", "story:/a%20b/a.story:9"],
    stray: ["a.story:1", "javascript:alert(1)"],
  }),
);
const inA = (path: string) => path === "/a b/a.story";

test("a line belongs to the last part that begins before it, in its own file", () => {
  assert.equal(LINES.size, 5);
  assert.equal(partAt(LINES, 2, inA), undefined);
  assert.equal(partAt(LINES, 4, inA), "page-1");
  assert.equal(partAt(LINES, 8, inA), "panel-1-1");
  assert.equal(partAt(LINES, 9, inA), "panel-2-1");
  assert.equal(partAt(LINES, 900, inA), "panel-2-1");
});

test("events are read however they arrive", async () => {
  const sent = new TextEncoder().encode('retry: 500\n\nid: 1\ndata: {"ö": 1}\n\n: a comment\n\ndata: two\ndata: lines\n\ndata: unfinished');
  for (const size of [1, 2, 3, 7, sent.length]) {
    const pieces = Array.from({ length: Math.ceil(sent.length / size) }, (_, at) => sent.slice(at * size, (at + 1) * size));
    const found: string[] = [];
    for await (const event of eventsIn(stream(pieces))) {
      found.push(event);
    }
    assert.deepEqual(found, ['{"ö": 1}', "two\nlines"], `in pieces of ${size}`);
  }
});

async function* stream(pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

test("a price is said in a few words", () => {
  const plan = (requests: number, price_credits: number) => JSON.stringify({ totals: { requests, price_credits } });
  assert.equal(priceOf(plan(3, 1200)).text, "1,200 credits");
  assert.match(priceOf(plan(3, 1200)).tooltip, /3 requests/);
  assert.match(priceOf(plan(1, 150)).tooltip, /1 request,/);
  assert.equal(priceOf(plan(0, 0)).text, "nothing to draw");
});

test("an example cannot end its own frame", () => {
  const page = pageAbout({ code: "SC1", name: "a-name", severity: "error", explanation: "Why.", example: "```\nX\n" });
  assert.match(page, /^# SC1 a-name\n/);
  assert.match(page, /\n````story\n```\nX\n````\n$/);
});
