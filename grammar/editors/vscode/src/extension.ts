/** What the editor calls. */

import { dirname } from "node:path";
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

import { Preview } from "./preview";
import { serverInvocation, watchInvocation } from "./program";

let client: LanguageClient | undefined;
const previews = new Map<string, Preview>();

function program(): string {
  return vscode.workspace.getConfiguration("storyc").get("path", "storyc");
}

async function startServer(): Promise<void> {
  const { command, args } = serverInvocation(program());
  client = new LanguageClient(
    "storyc",
    "storyc",
    { command, args: [...args], transport: TransportKind.stdio },
    { documentSelector: [{ language: "story", scheme: "file" }] },
  );
  try {
    await client.start();
  } catch (problem) {
    client = undefined;
    void vscode.window.showErrorMessage(`storyc: the language server did not start. ${String(problem)}`);
  }
}

async function restart(): Promise<void> {
  await client?.dispose();
  client = undefined;
  await startServer();
}

async function showPreview(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== "story" || document.uri.scheme !== "file") {
    void vscode.window.showInformationMessage("storyc: open a script that is on this machine first.");
    return;
  }
  const script = document.uri.fsPath;
  const preview = previews.get(script) ?? new Preview(watchInvocation(program(), script), dirname(script));
  previews.set(script, preview);
  void preview.ended.then(() => previews.get(script) === preview && previews.delete(script));
  try {
    const address = await vscode.env.asExternalUri(vscode.Uri.parse(await preview.address));
    await vscode.commands.executeCommand("simpleBrowser.api.open", address, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
    });
  } catch (problem) {
    void vscode.window.showErrorMessage(`storyc: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
}

function stopPreviews(): void {
  for (const preview of previews.values()) {
    preview.stop();
  }
  previews.clear();
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("storyc.preview", showPreview),
    vscode.commands.registerCommand("storyc.stopPreview", stopPreviews),
    vscode.commands.registerCommand("storyc.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("storyc.path")) {
        void restart();
      }
    }),
  );
  await startServer();
}

export async function deactivate(): Promise<void> {
  stopPreviews();
  await client?.stop();
}
