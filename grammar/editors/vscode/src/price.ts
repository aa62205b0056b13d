/** The price of the story that is being written, in the status bar. */

import { dirname } from "node:path";
import * as vscode from "vscode";

import { priceOf } from "./answers";
import { planInvocation } from "./program";
import { ask } from "./running";
import { isPriceShown, program, scriptInSight } from "./settings";

const FOUND_ERRORS = 1;
const PAUSE_MS = 300;

export class Price implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("storyc.price", vscode.StatusBarAlignment.Right, 100);
  readonly #parts: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;

  constructor(
    private readonly log: vscode.OutputChannel,
    private readonly storyOf: (script: vscode.TextDocument) => Promise<string>,
  ) {
    this.#item.name = "storyc: Price of the Story";
    this.#parts = vscode.Disposable.from(
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      vscode.workspace.onDidSaveTextDocument(() => this.refresh()),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("storyc") && this.refresh()),
    );
    this.refresh();
  }

  /** Works the price out again, soon. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), PAUSE_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#parts.dispose();
  }

  async #show(): Promise<void> {
    const script = scriptInSight();
    const turn = ++this.#asked;
    if (script === undefined || !isPriceShown()) {
      this.#item.hide();
      return;
    }
    try {
      const story = await this.storyOf(script);
      const { code, stdout, stderr } = await ask(planInvocation(program(), story, "json"), dirname(story));
      if (turn !== this.#asked) {
        return; // somebody asked again meanwhile
      }
      if (code === 0) {
        this.#say(priceOf(stdout), "storyc.plan");
      } else if (code === FOUND_ERRORS) {
        this.#say({ text: "no price", tooltip: "The script has errors, so there is no plan. Click to see them." }, "workbench.actions.view.problems");
      } else {
        this.log.appendLine(stderr.trim());
        this.#item.hide();
      }
    } catch {
      this.#item.hide(); // whoever starts the server says why it does not answer
    }
  }

  #say({ text, tooltip }: { text: string; tooltip: string }, command: string): void {
    this.#item.text = `$(book) ${text}`;
    this.#item.tooltip = tooltip;
    this.#item.command = command;
    this.#item.show();
  }
}
