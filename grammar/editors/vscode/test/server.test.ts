import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";

import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

import { serverInvocation } from "../src/program";

const storyc = process.env["STORYC"];

test("the server says what is wrong with a script", { skip: storyc === undefined && "STORYC names no program" }, async () => {
  const { command, args } = serverInvocation(storyc ?? "");
  const server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.once("close", resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const found = new Promise<PublishDiagnosticsParams>((resolve) => {
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      if (params.diagnostics.length > 0) {
        resolve(params);
      }
    });
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification(InitializedNotification.type, {});
  const uri = "file:///nowhere/wrong.story";
  const text = "CAST\n\nTOBY: A boy.\n\nPAGE 1 (1 PANEL)\n\nPANEL 1\nRain.\n\nTOBBY: Here.\n";
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "story", version: 1, text },
  });
  const [first] = (await found).diagnostics;
  assert.equal(first?.range.start.line, 9);
  assert.match(first?.message ?? "", /TOBBY/);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  assert.equal(await ended, 0);
});
