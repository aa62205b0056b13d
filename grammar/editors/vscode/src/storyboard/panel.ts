/** A storyboard beside its script.
 *
 * The page of `storyc watch` answers to its own name only, and lets nobody frame it. So the extension, which runs where the server does,
 * asks for it and hands on what it says: no port is opened, and it works wherever the editor's windows are.
 */

import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

import { readPlace } from "../program";
import type { Watch } from "../watching";
import { attachments, changesFrame, wholeDocument } from "./document";
import { eventsIn } from "./events";
import { type Lines, partAt, readLines } from "./lines";
import type { Asked, Told } from "./messages";

export class StoryboardPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #watch: Watch;
  readonly #script: string;
  #address = "";
  #isClosed = false;
  #lines: Lines = new Map();
  #shown: string | undefined;
  #listening: AbortController | undefined;

  /** `script` is the code that the page is given to speak with the extension. */
  constructor(panel: vscode.WebviewPanel, watch: Watch, script: string) {
    this.#panel = panel;
    this.#watch = watch;
    this.#script = script;
    panel.webview.onDidReceiveMessage((asked: Asked) => this.#answer(asked));
    panel.onDidDispose(() => {
      this.#isClosed = true;
      this.#listening?.abort();
      watch.stop();
    });
    void watch.ended.then(() => this.#end());
  }

  /** Shows the page. Throws: TroubleError if there is none. */
  async open(): Promise<void> {
    this.#address = await this.#watch.address;
    await this.#render();
  }

  /** Brings the panel to the front. */
  show(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Closes the panel, and ends what watches the story. */
  close(): void {
    this.#panel.dispose();
  }

  /** Shows what was written at a line, from 1, of a script. */
  follow(uri: vscode.Uri, line: number): void {
    const part = partAt(this.#lines, line, (path) => vscode.Uri.file(path).toString() === uri.toString());
    if (part !== undefined && part !== this.#shown) {
      this.#shown = part;
      this.#tell({ kind: "reveal", id: part });
    }
  }

  /** Closes a page that nobody serves any more; whoever asked for it hears of a server that never did. */
  #end(): void {
    if (!this.#isClosed && this.#address !== "") {
      this.#panel.dispose();
      void vscode.window.showWarningMessage("storyc: The storyboard has stopped. Show it again to go on.");
    }
  }

  async #render(): Promise<void> {
    this.#listening?.abort();
    const html = await this.#text("");
    const contents = new Map<string, string>();
    for (const path of attachments(html)) {
      contents.set(path, await this.#text(path));
    }
    this.#lines = readLines(await this.#text("lines.json"));
    const nonce = randomBytes(16).toString("hex");
    this.#panel.webview.html = wholeDocument(html, contents, { script: this.#script, nonce });
  }

  async #answer(asked: Asked): Promise<void> {
    switch (asked.kind) {
      case "listen":
        return this.#listen(asked.revision);
      case "hush":
        return this.#listening?.abort();
      case "fetch":
        return this.#fetch(asked.path);
      case "open":
        return this.#open(asked.link);
    }
  }

  async #listen(revision: string): Promise<void> {
    this.#listening?.abort();
    const listening = new AbortController();
    this.#listening = listening;
    try {
      const answer = await fetch(`${this.#address}events?${encodeURIComponent(revision)}`, { signal: listening.signal });
      if (!answer.ok || answer.body === null) {
        throw new Error(answer.statusText);
      }
      this.#tell({ kind: "listening" });
      for await (const news of eventsIn(answer.body)) {
        await this.#hear(news);
      }
      this.#tell({ kind: "deaf" });
    } catch {
      // whoever stopped listening needs no word of it; else the page shows that it is alone, and asks again
      if (!listening.signal.aborted) {
        this.#tell({ kind: "deaf" });
      }
    }
  }

  async #hear(news: string): Promise<void> {
    if (changesFrame(news)) {
      return this.#render();
    }
    const { changed } = JSON.parse(news) as { changed: { lines?: string } };
    if (changed.lines !== undefined) {
      this.#lines = readLines(changed.lines);
    }
    this.#tell({ kind: "heard", news });
  }

  async #fetch(path: string): Promise<void> {
    const answer = await this.#get(path).catch(() => undefined);
    if (answer === undefined) {
      this.#tell({ kind: "missing", path });
      return;
    }
    const type = answer.headers.get("content-type") ?? "";
    this.#tell({ kind: "content", path, type, bytes: new Uint8Array(await answer.arrayBuffer()) });
  }

  async #open(link: string): Promise<void> {
    const place = readPlace(link);
    if (place !== undefined) {
      const at = new vscode.Position(place.line - 1, 0);
      const options = { viewColumn: vscode.ViewColumn.One, selection: new vscode.Range(at, at) };
      await vscode.window.showTextDocument(vscode.Uri.file(place.path), options);
    }
  }

  async #text(path: string): Promise<string> {
    return (await this.#get(path)).text();
  }

  async #get(path: string): Promise<Response> {
    const answer = await fetch(new URL(path, this.#address));
    if (!answer.ok) {
      throw new Error(`the storyboard's server says: ${answer.status} ${answer.statusText}`);
    }
    return answer;
  }

  #tell(told: Told): void {
    void this.#panel.webview.postMessage(told);
  }
}
