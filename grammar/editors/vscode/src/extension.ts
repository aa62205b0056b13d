/** What the editor calls. */

import * as vscode from "vscode";

import { showPlan, sketch } from "./asking";
import { begin, openScript } from "./beginning";
import { Documents } from "./documents";
import { explain, linkingCodes } from "./explain";
import { Price } from "./price";
import { serverInvocation } from "./program";
import { askingPrices } from "./renaming";
import { TroubleError } from "./running";
import { offerSchemas } from "./schema";
import { Server } from "./server";
import { isScript, isScriptAnywhere, program, scriptAtHand } from "./settings";
import { Storyboards } from "./storyboard/shelf";
import { tellTrouble, troubleOf } from "./telling";

const SCRIPTS = [
  { language: "story", scheme: "file" },
  { language: "story", scheme: "untitled" },
];

let server: Server | undefined;

export function activate({ subscriptions, extension }: vscode.ExtensionContext): void {
  offerSchemas(extension);
  const log = vscode.window.createOutputChannel("storyc");
  const running = new Server(log, { documentSelector: SCRIPTS, middleware: { ...linkingCodes, ...askingPrices } }, () => void tellLost());
  server = running;
  const documents = new Documents();
  const storyOf = (script: vscode.TextDocument) => running.mainScript(script.uri);
  const storyboards = new Storyboards(extension.extensionUri);
  const price = new Price(log, storyOf);

  const startServer = () =>
    telling(async () => {
      await running.restart(() => serverInvocation(program()));
      await vscode.commands.executeCommand("setContext", "storyc.isReady", true);
      price.refresh();
    });
  const tellLost = async () => {
    const again = "Restart";
    const message = "storyc: The language server has stopped, several times. Its last words are in the log.";
    switch (await vscode.window.showErrorMessage(message, again, "Show the Log")) {
      case again:
        return startServer();
      case "Show the Log":
        return log.show(true);
    }
  };
  /** The server starts with the first script: other things may start the extension, too. */
  let isAwaited = true;
  const startFor = (document: vscode.TextDocument) => {
    if (isAwaited && isScriptAnywhere(document)) {
      isAwaited = false;
      void startServer();
    }
  };
  const startAnew = () => {
    isAwaited = false;
    return startServer();
  };

  /** Returns a command that does something with the story of a script: the one that is given, else that in front of the writer. */
  const withStory = (run: (story: string) => Promise<void>) => (given?: unknown) =>
    telling(async () => run(await storyOf(await scriptMeant(given))));
  const commands: Record<string, (...given: unknown[]) => unknown> = {
    "storyc.newComic": () => telling(begin),
    "storyc.newScript": openScript,
    "storyc.preview": withStory((story) => storyboards.show(story)),
    "storyc.build": withStory(async (story) => {
      await sketch(story);
      await storyboards.show(story);
    }),
    "storyc.plan": withStory((story) => showPlan(documents, story)),
    "storyc.explain": (code) => telling(() => explain(documents, typeof code === "string" ? code : undefined)),
    "storyc.restart": startAnew,
    "storyc.showLog": () => log.show(true),
  };
  subscriptions.push(
    log,
    documents.register(),
    storyboards,
    price,
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidGrantWorkspaceTrust(() => isAwaited || startServer()),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("storyc.path") && (isAwaited || startServer())),
  );
  vscode.workspace.textDocuments.forEach(startFor);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

/** Returns the script that a command is given, or else the one at hand. Throws: TroubleError if there is none on this machine. */
async function scriptMeant(given: unknown): Promise<vscode.TextDocument> {
  const written = vscode.window.activeTextEditor?.document;
  if (!(given instanceof vscode.Uri) && written?.isUntitled && isScriptAnywhere(written)) {
    throw new TroubleError({ message: "Save the script first" });
  }
  // a script must be open for the server to know it
  const meant = given instanceof vscode.Uri ? await vscode.workspace.openTextDocument(given) : scriptAtHand();
  if (meant === undefined || !isScript(meant)) {
    throw new TroubleError({ message: "Open a script first" });
  }
  return meant;
}

async function telling(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (problem) {
    void tellTrouble(troubleOf(problem));
  }
}
