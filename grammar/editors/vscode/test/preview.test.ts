import assert from "node:assert/strict";
import { execPath } from "node:process";
import { test } from "node:test";

import { Preview } from "../src/preview";
import { loopbackAddress, serverInvocation, watchInvocation } from "../src/program";

const script = (code: string) => ({ command: execPath, args: ["-e", code] });

test("the server is started with no words of the script's", () => {
  assert.deepEqual(serverInvocation("/opt/storyc"), { command: "/opt/storyc", args: ["lsp"] });
  assert.deepEqual(watchInvocation("storyc", "/a b/c.story").args, ["watch", "/a b/c.story", "--editor", "vscode"]);
});

test("only addresses of this machine are opened", () => {
  assert.equal(loopbackAddress("http://127.0.0.1:8000/secret/\n"), "http://127.0.0.1:8000/secret/");
  assert.equal(loopbackAddress("http://[::1]:8000/"), "http://[::1]:8000/");
  for (const line of ["", "hello", "https://example.com/", "http://127.0.0.1.example.com/", "file:///etc/passwd"]) {
    assert.equal(loopbackAddress(line), undefined, line);
  }
});

test("a preview tells its address and ends when it is stopped", async () => {
  const preview = new Preview(
    script("console.log('watching'); console.log('http://127.0.0.1:1/x/'); setInterval(() => {}, 1000)"),
    ".",
  );
  assert.equal(await preview.address, "http://127.0.0.1:1/x/");
  preview.stop();
  await preview.ended;
});

test("what it complains about is the reason why there is no address", async () => {
  const preview = new Preview(script("console.error('error: no such script'); process.exit(2)"), ".");
  await assert.rejects(preview.address, /no such script/);
});

test("a program that is not there is named", async () => {
  await assert.rejects(new Preview({ command: "no-such-storyc", args: [] }, ".").address, /storyc\.path/);
});

const storyc = process.env["STORYC"];
test("storyc itself shows a script", { skip: storyc === undefined && "STORYC names no program" }, async () => {
  const preview = new Preview(watchInvocation(storyc ?? "", "kite.story"), "../../../examples/kite");
  const answer = await fetch(await preview.address);
  assert.equal(answer.status, 200);
  preview.stop();
  await preview.ended;
});
