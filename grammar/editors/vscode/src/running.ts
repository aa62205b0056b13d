/** Runs storyc once, to hear what it has to say. */

import { spawn } from "node:child_process";

import { type Invocation, startTrouble, type Trouble } from "./program";

export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Carries a trouble to whoever tells the writer. */
export class TroubleError extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.message);
  }
}

/** Returns what a program answered. Throws: TroubleError if it cannot be started. */
export function ask({ command, args }: Invocation, cwd: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", (problem) => reject(new TroubleError(startTrouble(command, problem))));
    // a program that a signal ended has no code
    child.once("close", (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
