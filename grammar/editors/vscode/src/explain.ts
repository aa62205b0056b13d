/** Leads from what is wrong to why that matters. */

import * as vscode from "vscode";
import type { Middleware, vsdiag } from "vscode-languageclient/node";

import { type Explanation, pageAbout } from "./answers";
import type { Documents } from "./documents";
import { complaintTrouble, explainInvocation } from "./program";
import { ask, TroubleError } from "./running";
import { program } from "./settings";

/** Shows what a diagnostic means, one that the writer picks if there is no such code. Throws: TroubleError. */
export async function explain(documents: Documents, wanted: string | undefined): Promise<void> {
  const command = program();
  const { code, stdout, stderr } = await ask(explainInvocation(command), ".");
  if (code !== 0) {
    throw new TroubleError(complaintTrouble(command, stderr));
  }
  const all = JSON.parse(stdout) as Explanation[];
  const chosen = all.find((one) => one.code === wanted) ?? (await choose(all));
  if (chosen !== undefined) {
    await documents.show(chosen.code, pageAbout(chosen));
  }
}

/** Returns the explanation that the writer picks; what is said about the script in front of them comes first. */
async function choose(all: readonly Explanation[]): Promise<Explanation | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const said = new Set(uri === undefined ? [] : vscode.languages.getDiagnostics(uri).map(codeOf));
  const order = [...all.filter(({ code }) => said.has(code)), ...all.filter(({ code }) => !said.has(code))];
  const items = order.map((one) => ({ label: one.code, description: one.name, one }));
  const placeHolder = "Which diagnostic?";
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.one;
}

/** Lets the code of every diagnostic that the server finds lead to its explanation. */
export const linkingCodes: Middleware = {
  provideDiagnostics: async (document, known, token, next) => {
    const report = await next(document, known, token);
    return report && linked(report);
  },
  provideWorkspaceDiagnostics: (known, token, tell, next) =>
    next(known, token, (chunk) => tell(chunk && { items: chunk.items.map(linked) })),
};

function linked<Report extends vsdiag.DocumentDiagnosticReport | vsdiag.WorkspaceDocumentDiagnosticReport>(report: Report): Report {
  for (const diagnostic of "items" in report ? report.items : []) {
    const code = codeOf(diagnostic);
    if (code !== undefined) {
      const target = vscode.Uri.parse(`command:storyc.explain?${encodeURIComponent(JSON.stringify([code]))}`);
      diagnostic.code = { value: code, target };
    }
  }
  return report;
}

function codeOf({ code }: vscode.Diagnostic): string | undefined {
  const value = typeof code === "object" ? code.value : code;
  return value === undefined ? undefined : String(value);
}
