/** Tells the writer what is the matter, and offers what helps. */

import * as vscode from "vscode";

import type { Trouble } from "./program";
import { TroubleError } from "./running";

const COPY = "Copy the Command";
const SETTINGS = "Open the Settings";
const LOG = "Show the Log";

/** Shows a trouble with buttons for the next step. */
export async function tellTrouble(trouble: Trouble): Promise<void> {
  const help = trouble.remedy === undefined ? "" : ` To mend it: ${trouble.remedy}`;
  const steps = [...(trouble.remedy === undefined ? [] : [COPY]), SETTINGS, LOG];
  switch (await vscode.window.showErrorMessage(`storyc: ${trouble.message}.${help}`.replace("..", "."), ...steps)) {
    case COPY:
      return vscode.env.clipboard.writeText(trouble.remedy ?? "");
    case SETTINGS:
      return vscode.commands.executeCommand("workbench.action.openSettings", "storyc.path");
    case LOG:
      return vscode.commands.executeCommand("storyc.showLog");
  }
}

/** Returns what a thrown thing says is the matter. */
export function troubleOf(problem: unknown): Trouble {
  return problem instanceof TroubleError ? problem.trouble : { message: String(problem instanceof Error ? problem.message : problem) };
}
