import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { storyOf } from "../src/stories";

const folder = mkdtempSync(join(tmpdir(), "storyc-"));
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
mkdirSync(join(folder, "acts"));
write("storyc.toml", '# settings\nentry = "main.story"\n');
write("main.story", "Title: A\n\nINCLUDE acts/one.story\n\nINCLUDE gone.story\n");
write("acts/one.story", "INCLUDE two\n\nINCLUDE ../main.story\n");
write("acts/two.story", "PAGE 1\n");
write("other.story", "PAGE 1\n");

test("a script belongs to the story that includes it, by however many others", () => {
  for (const name of ["main.story", "acts/one.story", "acts/two.story"]) {
    assert.equal(storyOf(join(folder, name)), join(folder, "main.story"), name);
  }
});

test("a script that nobody includes is a story of its own", () => {
  assert.equal(storyOf(join(folder, "other.story")), join(folder, "other.story"));
  assert.equal(storyOf("/nowhere/at/all.story"), "/nowhere/at/all.story");
});
