/** What a writer asks for about the story that a script belongs to. */

import { dirname } from "node:path";
import * as vscode from "vscode";

import type { Documents } from "./documents";
import { complaintTrouble, draftInvocation, type Invocation, planInvocation } from "./program";
import { ask, TroubleError } from "./running";
import { program } from "./settings";

/** Sketches a story. Sketches are made on this machine, and cost nothing. Throws: TroubleError. */
export async function sketch(story: string): Promise<void> {
  const title = "storyc: Sketching the story";
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    answered(draftInvocation(program(), story), story),
  );
}

/** Shows what a build of a story would cost. Throws: TroubleError. */
export async function showPlan(documents: Documents, story: string): Promise<void> {
  const plan = await answered(planInvocation(program(), story, "markdown"), story);
  await documents.show("plan", plan || "A build would buy nothing: all art is at home.\n");
}

/** Returns what storyc prints about a story, of which everything is saved before. Throws: TroubleError if it has not done what it should. */
async function answered(invocation: Invocation, story: string): Promise<string> {
  await vscode.workspace.saveAll(false);
  const { code, stdout, stderr } = await ask(invocation, dirname(story));
  if (code !== 0) {
    throw new TroubleError(complaintTrouble(invocation.command, stderr));
  }
  return stdout;
}
