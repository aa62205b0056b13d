import assert from "node:assert/strict";
import { execPath } from "node:process";
import { test } from "node:test";

import { Watch } from "../src/watching";
import { watchInvocation } from "../src/program";

const script = (code: string) => ({ command: execPath, args: ["-e", code] });

test("a preview tells its address and ends when it is stopped", async () => {
  const preview = new Watch(
    script("console.log('watching'); console.log('http://127.0.0.1:1/x/'); setInterval(() => {}, 1000)"),
    ".",
  );
  assert.equal(await preview.address, "http://127.0.0.1:1/x/");
  preview.stop();
  await preview.ended;
});

test("what it complains about is the reason why there is no address", async () => {
  const preview = new Watch(script("console.error('error: no such script'); process.exit(2)"), ".");
  await assert.rejects(preview.address, /no such script/);
});

test("a program that is not there is named", async () => {
  await assert.rejects(new Watch({ command: "no-such-storyc", args: [] }, ".").address, /storyc\.path/);
});

const storyc = process.env["STORYC"];
test("storyc itself shows a script", { skip: storyc === undefined && "STORYC names no program" }, async () => {
  const preview = new Watch(watchInvocation(storyc ?? "", "kite.story"), "../../../examples/kite");
  const answer = await fetch(await preview.address);
  assert.equal(answer.status, 200);
  preview.stop();
  await preview.ended;
});
