import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

import { MAIN_SCRIPT, SERVER_NAME, serverInvocation } from "../src/program";

const storyc = process.env["STORYC"];
const options = { skip: storyc === undefined && "STORYC names no program" };

/** Does something with a server that has said hello, and says good-bye to it. */
async function withServer(use: (connection: ProtocolConnection) => Promise<void>): Promise<void> {
  const { command, args } = serverInvocation(storyc ?? "");
  const server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((end) => server.once("close", end));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const hello = await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
  assert.equal(hello.serverInfo?.name, SERVER_NAME);
  await connection.sendNotification(InitializedNotification.type, {});
  await use(connection);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  assert.equal(await ended, 0);
}

function open(connection: ProtocolConnection, uri: string, text: string): Promise<void> {
  return connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "story", version: 1, text },
  });
}

test("the server says what is wrong with a script", options, () =>
  withServer(async (connection) => {
    const found = new Promise<PublishDiagnosticsParams>((tell) => {
      connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
        if (params.diagnostics.length > 0) {
          tell(params);
        }
      });
    });
    await open(connection, "file:///nowhere/wrong.story", "CAST\n\nTOBY: A boy.\n\nPAGE 1 (1 PANEL)\n\nPANEL 1\nRain.\n\nTOBBY: Here.\n");
    const [first] = (await found).diagnostics;
    assert.equal(first?.range.start.line, 9);
    assert.match(first?.message ?? "", /TOBBY/);
  }),
);

test("the server says which story a script belongs to", options, () =>
  withServer(async (connection) => {
    const folder = resolve("../../../examples/long-night");
    const part = resolve(folder, "act-two.story");
    const uri = pathToFileURL(part).href;
    assert.equal(await connection.sendRequest(MAIN_SCRIPT, { textDocument: { uri } }), null);
    await open(connection, uri, readFileSync(part, "utf8"));
    const main = pathToFileURL(resolve(folder, "long-night.story")).href;
    assert.equal(await connection.sendRequest(MAIN_SCRIPT, { textDocument: { uri } }), main);
  }),
);
