import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";

import { findProgram, type Surroundings } from "../src/finding";

const top = mkdtempSync(join(tmpdir(), "storyc-"));
const put = (...path: string[]) => {
  const place = join(top, ...path);
  mkdirSync(join(place, ".."), { recursive: true });
  writeFileSync(place, "");
  chmodSync(place, 0o755);
  return place;
};
const atHome = put("home", "bin", "storyc");
const onPath = put("first", "storyc");
const later = put("second", "storyc");
const onWindows = put("windows", "storyc.exe");
const inComic = put("comic", ".venv", "bin", "storyc");
const comic = join(top, "comic");
const trusted: Surroundings = {
  home: join(top, "home"),
  folders: [join(top, "empty"), comic],
  isTrusted: true,
  path: [join(top, "nowhere"), join(top, "first"), join(top, "second")].join(delimiter),
  isWindows: false,
};
const found = (setting: string, others: Partial<Surroundings> = {}) => findProgram(setting, { ...trusted, ...others });
const message = (setting: string, others: Partial<Surroundings> = {}) => {
  const trouble = found(setting, others);
  assert.ok(typeof trouble !== "string", `${setting} is ${String(trouble)}`);
  return trouble.message;
};

test("a program is where the setting says", () => {
  assert.equal(found("storyc"), onPath);
  assert.equal(found("  "), onPath);
  assert.equal(found("~/bin/storyc"), atHome);
  assert.equal(found(later), later);
  assert.equal(found("storyc", { path: join(top, "windows"), isWindows: true }), onWindows);
});

test("of several folders, the first that has the program", () => {
  assert.equal(found("${workspaceFolder}/.venv/bin/storyc"), inComic);
});

test("a folder that is not trusted has no program to start", () => {
  assert.match(message("${workspaceFolder}/.venv/bin/storyc", { isTrusted: false }), /trust/);
  assert.equal(found("storyc", { isTrusted: false }), onPath);
});

test("a program is never looked for where the editor or the script happens to be", () => {
  const before = process.cwd();
  process.chdir(join(comic, ".venv", "bin"));
  try {
    for (const path of ["", ".", delimiter, `.${delimiter}${join(top, "nowhere")}`]) {
      assert.match(message("storyc", { path }), /^There is no program `storyc`/);
    }
    assert.match(message("./storyc"), /^There is no program/);
    assert.match(message("../bin/storyc"), /^There is no program/);
  } finally {
    process.chdir(before);
  }
});

test("what is no program is said to be none", () => {
  assert.match(message("/nowhere/storyc"), /^There is no program `\/nowhere\/storyc`\. Install storyc/);
  assert.match(message(join(comic, ".venv")), /is a folder/);
  assert.match(message("${workspaceFolder}/storyc", { folders: [] }), /^There is no program/);
});
