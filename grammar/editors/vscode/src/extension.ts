/** What the editor calls. */

import { dirname } from "node:path";
import * as vscode from "vscode";

import { Documents } from "./documents";
import { explain, linkingCodes } from "./explain";
import { Price } from "./price";
import { complaintTrouble, draftInvocation, type Invocation, planInvocation, serverInvocation } from "./program";
import { askingPrices } from "./renaming";
import { ask, TroubleError } from "./running";
import { Server } from "./server";
import { activeScript, program } from "./settings";
import { Storyboards } from "./storyboard/shelf";
import { storyOf } from "./stories";
import { tellTrouble, troubleOf } from "./telling";

let server: Server | undefined;

export async function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("storyc");
  const documents = new Documents();
  const storyboards = new Storyboards(extensionUri);
  server = new Server(log, { documentSelector: SCRIPTS, middleware: { ...linkingCodes, ...askingPrices } }, serverLost);

  const commands: Record<string, (...given: never[]) => unknown> = {
    "storyc.preview": withScript((script) => storyboards.show(script)),
    "storyc.build": withScript(async (script) => {
      await sketch(script);
      await storyboards.show(script);
    }),
    "storyc.plan": withScript((script) => showPlan(documents, script)),
    "storyc.explain": (code?: unknown) => telling(() => explain(documents, typeof code === "string" ? code : undefined)),
    "storyc.restart": startServer,
    "storyc.showLog": () => log.show(true),
  };
  subscriptions.push(
    log,
    documents.register(),
    storyboards,
    new Price(log),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("storyc.path")) {
        void startServer();
      }
    }),
  );
  await startServer();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

const SCRIPTS = [
  { language: "story", scheme: "file" },
  { language: "story", scheme: "untitled" },
];

let starting: Promise<void> = Promise.resolve();

/** Starts the server anew. Who asks while it starts waits for that: two servers would say everything twice. */
function startServer(): Promise<void> {
  starting = starting.then(() =>
    telling(async () => {
      await server?.stop();
      await server?.start(serverInvocation(program()));
    }),
  );
  return starting;
}

async function serverLost(): Promise<void> {
  const again = "Restart";
  if ((await vscode.window.showErrorMessage("storyc: The language server stopped, several times.", again)) === again) {
    await startServer();
  }
}

/** Returns a command that does something with the script in front of the writer. */
function withScript(run: (script: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const script = activeScript();
    if (script === undefined) {
      void vscode.window.showInformationMessage("storyc: Open a script that is on this machine first.");
      return;
    }
    await telling(() => run(script));
  };
}

async function telling(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (problem) {
    void tellTrouble(troubleOf(problem));
  }
}

/** Sketches a story. Sketches are made on this machine, and cost nothing. Throws: TroubleError. */
async function sketch(script: string): Promise<void> {
  const story = storyOf(script);
  const title = "storyc: Sketching the story";
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    answered(draftInvocation(program(), story), story),
  );
}

async function showPlan(documents: Documents, script: string): Promise<void> {
  const story = storyOf(script);
  const plan = await answered(planInvocation(program(), story, "markdown"), story);
  await documents.show("plan", plan || "A build would buy nothing: all art is at home.\n");
}

/** Returns what storyc prints about a story, of which everything is saved before. Throws: TroubleError if it has not done what it should. */
async function answered(invocation: Invocation, story: string): Promise<string> {
  await vscode.workspace.saveAll(false);
  const { code, stdout, stderr } = await ask(invocation, dirname(story));
  if (code !== 0) {
    throw new TroubleError(complaintTrouble(invocation.command, stderr));
  }
  return stdout;
}
