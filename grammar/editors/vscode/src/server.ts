/** The language server: starting it, asking it, and saying what is the matter when that fails. */

import { type ChildProcess, spawn } from "node:child_process";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import type * as vscode from "vscode";
import { CloseAction, ErrorCodes, type ErrorHandler, LanguageClient, type LanguageClientOptions, ResponseError } from "vscode-languageclient/node";

import { complaintTrouble, type Invocation, MAIN_SCRIPT, oldTrouble, SERVER_NAME, startTrouble, strangerTrouble, type Trouble } from "./program";
import { TroubleError } from "./running";

const MOST_RESTARTS = 3;
const LAST_WORDS_MS = 2000; // how long a program that fails may take to say why
const PATIENCE_MS = 60_000; // how long a program may take to say that it is a language server, on a machine that is busy

/** A client that says in its log what it would say in a box: whoever starts it has clearer words. */
class QuietClient extends LanguageClient {
  override error(message: string, problem?: unknown): void {
    super.error(message, problem, false);
  }
}

export class Server {
  #client: LanguageClient | undefined;
  #child: ChildProcess | undefined;
  #complaint = "";
  #ended: Promise<void> = Promise.resolve();
  #starting: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: vscode.OutputChannel,
    private readonly options: LanguageClientOptions,
    private readonly onLost: () => void,
  ) {}

  /** Starts the server anew. Who asks while it starts waits for that: two servers would say everything twice. Throws: TroubleError, saying what helps. */
  restart(invocation: () => Invocation): Promise<void> {
    const before = this.#starting.catch(() => undefined); // whoever asked for that has heard why it failed
    this.#starting = before.then(async () => {
      await this.stop();
      await this.#start(invocation());
    });
    return this.#starting;
  }

  /** Ends the server, if it runs. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose();
  }

  /** Returns the path of the main script of the story that an open script belongs to. Throws: TroubleError if the server cannot say. */
  async mainScript(script: vscode.Uri): Promise<string> {
    await this.#starting;
    const client = this.#client;
    if (client === undefined) {
      throw new TroubleError({ message: "The language server does not run" });
    }
    const params = { textDocument: { uri: client.code2ProtocolConverter.asUri(script) } };
    const found = await client.sendRequest<string | null>(MAIN_SCRIPT, params).catch((problem: unknown) => {
      const isUnknown = problem instanceof ResponseError && problem.code === ErrorCodes.MethodNotFound;
      throw new TroubleError(isUnknown ? oldTrouble(SERVER_NAME) : { message: "The language server does not answer" });
    });
    if (found === null) {
      throw new TroubleError({ message: `${basename(script.fsPath)} is not open` });
    }
    return client.protocol2CodeConverter.asUri(found).fsPath;
  }

  async #start(invocation: Invocation): Promise<void> {
    this.#complaint = "";
    let started: ChildProcess | undefined = await this.#spawn(invocation);
    const spawnNext = async () => {
      const child = started ?? (await this.#spawnAgain(invocation));
      started = undefined;
      return child;
    };
    const client: QuietClient = new QuietClient(SERVER_NAME, SERVER_NAME, spawnNext, {
      ...this.options,
      outputChannel: this.log,
      errorHandler: this.#errorHandler(() => client),
      initializationFailedHandler: () => false,
    });
    const isStarted = await Promise.race([
      client.start().then(
        () => client.initializeResult?.serverInfo?.name === SERVER_NAME,
        () => false,
      ),
      setTimeout(PATIENCE_MS, false, { ref: false }),
    ]);
    if (!isStarted) {
      throw new TroubleError(await this.#trouble(invocation.command));
    }
    this.#client = client;
  }

  /** Returns why a program is no language server, and ends it. */
  async #trouble(command: string): Promise<Trouble> {
    // what it complained of may still be on its way
    const hasEnded = await Promise.race([this.#ended.then(() => true), setTimeout(LAST_WORDS_MS, false)]);
    this.#child?.kill();
    return hasEnded ? complaintTrouble(command, this.#complaint) : strangerTrouble(command);
  }

  #spawn({ command, args }: Invocation): Promise<ChildProcess> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { stdio: "pipe" });
      this.#child = child;
      child.stderr.setEncoding("utf8").on("data", (text: string) => (this.#complaint += text));
      this.#ended = new Promise((ended) => child.once("close", () => ended()));
      child.once("spawn", () => resolve(child));
      child.once("error", (problem) => reject(new TroubleError(startTrouble(command, problem))));
    });
  }

  /** Starts the program for a client that has lost it. Throws: TroubleError if it is gone meanwhile. */
  async #spawnAgain(invocation: Invocation): Promise<ChildProcess> {
    try {
      return await this.#spawn(invocation);
    } catch (problem) {
      this.#lose();
      throw problem;
    }
  }

  #lose(): void {
    this.#client = undefined;
    this.onLost();
  }

  /** Lets a server that has worked begin again; one that never did would fail the same way, and one that was replaced is not missed. */
  #errorHandler(whose: () => LanguageClient): ErrorHandler {
    let made: ErrorHandler | undefined;
    const usual = () => (made ??= whose().createDefaultErrorHandler(MOST_RESTARTS));
    return {
      error: (problem, message, count) => usual().error(problem, message, count),
      closed: async () => {
        if (this.#client !== whose()) {
          return { action: CloseAction.DoNotRestart, handled: true };
        }
        const result = await usual().closed();
        if (result.action === CloseAction.DoNotRestart) {
          this.#lose();
        }
        return { ...result, handled: true };
      },
    };
  }
}
