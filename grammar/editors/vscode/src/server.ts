/** The language server: starting it, and saying what is the matter when that fails. */

import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import type * as vscode from "vscode";
import { CloseAction, type ErrorHandler, LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

import { complaintTrouble, type Invocation, startTrouble } from "./program";
import { TroubleError } from "./running";

const MOST_RESTARTS = 3;
const LAST_WORDS_MS = 2000; // how long a program that fails may take to say why

/** A client that says in its log what it would say in a box: whoever starts it has clearer words. */
class QuietClient extends LanguageClient {
  override error(message: string, problem?: unknown): void {
    super.error(message, problem, false);
  }
}

export class Server {
  #client: LanguageClient | undefined;
  #complaint = "";
  #ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: vscode.OutputChannel,
    private readonly options: LanguageClientOptions,
    private readonly onLost: () => void,
  ) {}

  /** Starts the server. Throws: TroubleError, saying what helps. */
  async start(invocation: Invocation): Promise<void> {
    this.#complaint = "";
    let started: ChildProcess | undefined = await this.#spawn(invocation);
    const spawnNext = () => {
      const child = started ?? this.#spawn(invocation);
      started = undefined;
      return Promise.resolve(child);
    };
    const client: QuietClient = new QuietClient("storyc", "storyc", spawnNext, {
      ...this.options,
      outputChannel: this.log,
      errorHandler: this.#errorHandler(() => client.createDefaultErrorHandler(MOST_RESTARTS)),
      initializationFailedHandler: () => false,
    });
    try {
      await client.start();
      this.#client = client;
    } catch {
      // what it complained of may still be on its way
      await Promise.race([this.#ended, setTimeout(LAST_WORDS_MS)]);
      throw new TroubleError(complaintTrouble(invocation.command, this.#complaint));
    }
  }

  /** Ends the server, if it runs. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose();
  }

  #spawn({ command, args }: Invocation): Promise<ChildProcess> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { stdio: "pipe" });
      child.stderr.setEncoding("utf8").on("data", (text: string) => (this.#complaint += text));
      this.#ended = new Promise((ended) => child.once("close", () => ended()));
      child.once("spawn", () => resolve(child));
      child.once("error", (problem) => reject(new TroubleError(startTrouble(command, problem))));
    });
  }

  /** Lets a server that has worked begin again; one that never did would fail the same way. */
  #errorHandler(makeUsual: () => ErrorHandler): ErrorHandler {
    let usual: ErrorHandler | undefined;
    return {
      error: (problem, message, count) => (usual ??= makeUsual()).error(problem, message, count),
      closed: async () => {
        if (this.#client === undefined) {
          return { action: CloseAction.DoNotRestart, handled: true };
        }
        const result = await (usual ??= makeUsual()).closed();
        if (result.action === CloseAction.DoNotRestart) {
          this.onLost();
        }
        return { ...result, handled: true };
      },
    };
  }
}
