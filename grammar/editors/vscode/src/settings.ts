/** What the writer has chosen, and what they look at. */

import { homedir } from "node:os";
import * as vscode from "vscode";

import { findProgram } from "./finding";
import { TroubleError } from "./running";

/** Returns the program to start. Throws: TroubleError if there is none. */
export function program(): string {
  const found = findProgram(vscode.workspace.getConfiguration("storyc").get("path", ""), {
    home: homedir(),
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    isTrusted: vscode.workspace.isTrusted,
    path: process.env["PATH"] ?? "",
    isWindows: process.platform === "win32",
  });
  if (typeof found !== "string") {
    throw new TroubleError(found);
  }
  return found;
}

/** Returns whether the price of the story stands in the status bar. */
export function isPriceShown(): boolean {
  return vscode.workspace.getConfiguration("storyc").get("showPrice", true);
}

/** Returns whether the storyboard follows the cursor. */
export function isCursorFollowed(): boolean {
  return vscode.workspace.getConfiguration("storyc").get("followCursor", true);
}

/** Returns the script that the writer has in sight: the one they write in, else one beside what they look at. */
export function scriptInSight(): vscode.TextDocument | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.map((editor) => editor?.document).find((document) => document !== undefined && isScript(document));
}

/** Returns the script that the writer means: the one in sight, else one that is open behind something else. */
export function scriptAtHand(): vscode.TextDocument | undefined {
  return scriptInSight() ?? vscode.workspace.textDocuments.find(isScript);
}

/** Returns whether a document is a script on this machine. */
export function isScript(document: vscode.TextDocument): boolean {
  return isScriptAnywhere(document) && document.uri.scheme === "file";
}

/** Returns whether a document is a script, be it nowhere yet. */
export function isScriptAnywhere(document: vscode.TextDocument): boolean {
  return document.languageId === "story";
}
