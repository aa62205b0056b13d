/** The storyboards that are shown, one a story. */

import { basename, dirname } from "node:path";
import * as vscode from "vscode";

import { watchInvocation } from "../program";
import { isCursorFollowed, isScript, program } from "../settings";
import { Watch } from "../watching";
import { StoryboardPanel } from "./panel";

const PAUSE_MS = 80;

export class Storyboards implements vscode.Disposable {
  readonly #shown = new Map<string, StoryboardPanel>();
  readonly #following: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly home: vscode.Uri) {
    this.#following = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor));
  }

  /** Shows the storyboard of a story, which its main script names. Throws: TroubleError if there is none. */
  async show(story: string): Promise<void> {
    const there = this.#shown.get(story);
    if (there !== undefined) {
      there.show();
      return;
    }
    const bridge = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.home, "out", "bridge.js"));
    const panel = vscode.window.createWebviewPanel(
      "storyc.storyboard",
      `Storyboard: ${basename(story, ".story")}`,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [], retainContextWhenHidden: true, enableFindWidget: true },
    );
    panel.iconPath = vscode.Uri.joinPath(this.home, "icons", "story.svg");
    const watch = new Watch(watchInvocation(program(), story), dirname(story));
    const storyboard = new StoryboardPanel(panel, watch, new TextDecoder().decode(bridge));
    this.#shown.set(story, storyboard);
    panel.onDidDispose(() => this.#shown.delete(story));
    try {
      await storyboard.open();
    } catch (problem) {
      panel.dispose();
      throw problem;
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#following.dispose();
    for (const storyboard of this.#shown.values()) {
      storyboard.close();
    }
  }

  #follow({ document, selection }: vscode.TextEditor): void {
    clearTimeout(this.#timer);
    if (this.#shown.size === 0 || !isScript(document) || !isCursorFollowed()) {
      return;
    }
    this.#timer = setTimeout(() => {
      for (const storyboard of this.#shown.values()) {
        storyboard.follow(document.uri, selection.active.line + 1);
      }
    }, PAUSE_MS);
  }
}
