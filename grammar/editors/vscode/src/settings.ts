/** What the writer has chosen, and what they look at. */

import { homedir } from "node:os";
import * as vscode from "vscode";

import { programOf } from "./program";

/** Returns the program to start. */
export function program(): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return programOf(vscode.workspace.getConfiguration("storyc").get("path", ""), homedir(), folder);
}

/** Returns whether the price of the story stands in the status bar. */
export function isPriceShown(): boolean {
  return vscode.workspace.getConfiguration("storyc").get("showPrice", true);
}

/** Returns whether the storyboard follows the cursor. */
export function isCursorFollowed(): boolean {
  return vscode.workspace.getConfiguration("storyc").get("followCursor", true);
}

/** Returns the path of the script in front of the writer, undefined if there is none on this machine. */
export function activeScript(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isScript(document) ? document.uri.fsPath : undefined;
}

/** Returns whether a document is a script on this machine. */
export function isScript(document: vscode.TextDocument): boolean {
  return document.languageId === "story" && document.uri.scheme === "file";
}
