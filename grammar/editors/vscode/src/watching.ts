/** A `storyc watch` that runs beside the editor. */

import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

import { complaintTrouble, type Invocation, loopbackAddress, startTrouble } from "./program";
import { TroubleError } from "./running";

const LAST_WORDS = 2000; // characters of what it complained about

export class Watch {
  readonly #child: ChildProcess;
  /** Where the page is; rejected with a TroubleError if the program ends without having said so. */
  readonly address: Promise<string>;
  /** Settled when the program is gone. */
  readonly ended: Promise<void>;

  constructor({ command, args }: Invocation, cwd: string) {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-LAST_WORDS);
    });
    this.ended = new Promise((resolve) => {
      child.once("close", () => resolve());
    });
    this.address = new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const address = loopbackAddress(line);
        if (address !== undefined) {
          resolve(address);
        }
      });
      child.once("error", (problem) => reject(new TroubleError(startTrouble(command, problem))));
      child.once("close", () => reject(new TroubleError(complaintTrouble(command, complaint))));
    });
    // whoever shows the page asks for the address; nobody else needs to know that there is none
    this.address.catch(() => undefined);
  }

  /** Ends the program as Ctrl-C does. */
  stop(): void {
    this.#child.kill("SIGINT");
  }
}
