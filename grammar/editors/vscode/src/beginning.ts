/** Begins a comic: a folder with a script that builds at once. */

import * as vscode from "vscode";

import { beginInvocation, complaintTrouble } from "./program";
import { ask, TroubleError } from "./running";
import { program } from "./settings";

const SUFFIX = ".story";
const OPEN = "Open the Folder";

/** Begins a comic in a folder that the writer picks, and opens its script. Throws: TroubleError. */
export async function begin(): Promise<void> {
  const command = program();
  const [folder] = (await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri,
    openLabel: "Begin Here",
    title: "A folder for the comic. What is in it stays as it is.",
  })) ?? [];
  if (folder === undefined) {
    return;
  }
  const { code, stderr } = await ask(beginInvocation(command, folder.fsPath), folder.fsPath);
  if (code !== 0) {
    throw new TroubleError(complaintTrouble(command, stderr));
  }
  const scripts = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).filter((name) => name.endsWith(SUFFIX));
  for (const name of scripts.sort().slice(0, 1)) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, name));
  }
  if (vscode.workspace.getWorkspaceFolder(folder) === undefined) {
    void offerFolder(folder);
  }
}

async function offerFolder(folder: vscode.Uri): Promise<void> {
  if ((await vscode.window.showInformationMessage(`The comic is in ${folder.fsPath}.`, OPEN)) === OPEN) {
    await vscode.commands.executeCommand("vscode.openFolder", folder);
  }
}

/** Opens a script that is not saved yet. */
export async function openScript(): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "story" }));
}
