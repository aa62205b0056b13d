import assert from "node:assert/strict";
import { test } from "node:test";

import { attachments, changesFrame, wholeDocument } from "../src/storyboard/document";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<link rel="stylesheet" id="style" href="style.css?1">
<link rel="stylesheet" href="preview.css">
<script src="preview.js" defer></script>
</head>
<body>
<script src="storyboard.js"></script>
<main></main>
</body>
</html>
`;
const CONTENTS = new Map([
  ["style.css?1", "a{}"],
  ["preview.css", "b{}"],
  ["preview.js", "late('$& </script>')"],
  ["storyboard.js", "early()"],
]);
const whole = wholeDocument(PAGE, CONTENTS, { script: "bridge()", nonce: "n0" });

test("a page names what it takes from beside it", () => {
  assert.deepEqual(attachments(PAGE), ["style.css?1", "preview.css", "preview.js", "storyboard.js"]);
});

test("a whole page takes nothing from anywhere", () => {
  assert.doesNotMatch(whole, /(?:src|href)=/);
  assert.match(whole, /<style nonce="n0" id="style">a\{\}<\/style>/);
  assert.match(whole, /default-src 'none'/);
});

test("scripts run in the order that they had, what stands between page and editor first", () => {
  const order = ["bridge()", "early()", "<main>", "late("].map((code) => whole.indexOf(code));
  assert.deepEqual(order, [...order].sort((one, other) => one - other));
  assert.ok(!order.includes(-1));
});

test("what a script says does not end it", () => {
  assert.match(whole, /late\('\$& <\\\/script>'\)/);
});

test("a page is made again when its style or its root changes", () => {
  assert.ok(changesFrame('{"changed": {"style": "x"}}'));
  assert.ok(changesFrame('{"changed": {"root": "<html>"}}'));
  assert.ok(!changesFrame('{"changed": {"page-1": "<article>"}}'));
});
