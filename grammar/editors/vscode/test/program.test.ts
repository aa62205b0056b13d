import assert from "node:assert/strict";
import { test } from "node:test";

import { ask, TroubleError } from "../src/running";
import {
  beginInvocation,
  complaintTrouble,
  draftInvocation,
  loopbackAddress,
  planInvocation,
  readPlace,
  serverInvocation,
  startTrouble,
  watchInvocation,
} from "../src/program";

test("nothing that is started here can buy anything", () => {
  assert.deepEqual(serverInvocation("/opt/storyc"), { command: "/opt/storyc", args: ["lsp"] });
  assert.deepEqual(draftInvocation("storyc", "/a b/c.story").args, ["build", "/a b/c.story", "--backend", "draft"]);
  const all = [watchInvocation("s", "c"), draftInvocation("s", "c"), planInvocation("s", "c", "json"), serverInvocation("s"), beginInvocation("s", "f")];
  assert.ok(all.every(({ args }) => !args.includes("--yes") && !args.includes("-y")));
  assert.ok(all.every(({ args }) => args[0] !== "build" || args.join(" ").endsWith("--backend draft")));
});

test("only addresses of this machine are opened", () => {
  assert.equal(loopbackAddress("http://127.0.0.1:8000/secret/\n"), "http://127.0.0.1:8000/secret/");
  assert.equal(loopbackAddress("http://[::1]:8000/"), "http://[::1]:8000/");
  for (const line of ["", "hello", "https://example.com/", "http://127.0.0.1.example.com/", "file:///etc/passwd"]) {
    assert.equal(loopbackAddress(line), undefined, line);
  }
});

test("links of the storyboard are places", () => {
  assert.deepEqual(readPlace("story:/a%20b/c.story:12"), { path: "/a b/c.story", line: 12 });
  assert.deepEqual(readPlace("story:/C:/a/c.story:1"), { path: "/C:/a/c.story", line: 1 });
  for (const link of ["story:c.story:1", "story:/c.story", "story:/c%E0.story:1", "file:///c.story:1", "javascript:alert(1)"]) {
    assert.equal(readPlace(link), undefined, link);
  }
});

test("a program that is not there is named, and how to get it", async () => {
  await assert.rejects(ask({ command: "no-such-storyc", args: [] }, "."), (problem) => {
    assert.ok(problem instanceof TroubleError);
    assert.match(problem.trouble.message, /no program `no-such-storyc`.*storyc\.path/);
    assert.match(problem.trouble.remedy ?? "", /^pip install/);
    return true;
  });
  const refused = Object.assign(new Error("permission denied"), { code: "EACCES" });
  assert.deepEqual(startTrouble("storyc", refused), { message: "`storyc` cannot be started: permission denied" });
});

test("what a program complains about is said with what mends it", () => {
  const missing = 'error: the language server needs pygls\n  = help: install it with:  pip install "storyc[lsp]"\n';
  assert.deepEqual(complaintTrouble("storyc", missing), { message: "the language server needs pygls", remedy: 'pip install "storyc[lsp]"' });
  const help = "error: cannot read a.story\n  = help: name a file\n";
  assert.deepEqual(complaintTrouble("storyc", help), { message: "cannot read a.story; name a file" });
  const traceback = "Traceback:\n  File x\nNameError: name 'x'\n";
  assert.deepEqual(complaintTrouble("storyc", traceback), { message: "NameError: name 'x'" });
  assert.match(complaintTrouble("storyc", "Error: There is no command `lsp`.").message, /too old/);
  assert.match(complaintTrouble("storyc", "Error: No such option: --editor").message, /too old/);
  assert.match(complaintTrouble("storyc", "").message, /without a word/);
});
