/** Asks before a new name is written that makes a build draw again what was paid for. */

import * as vscode from "vscode";
import { type Middleware, RenameRequest, type WorkspaceEdit } from "vscode-languageclient/node";

const AGREE = "Rename";

/** The server marks edits with what they cost; the editor would show them all unticked, and not say what for. */
export const askingPrices: Middleware = {
  sendRequest: async (type, params, token, next) => {
    const answer = await next(type, params, token);
    const method = typeof type === "string" ? type : type.method;
    if (method !== RenameRequest.method || (await isAgreedTo(answer as WorkspaceEdit | null))) {
      return answer;
    }
    const nothing: WorkspaceEdit = { changes: {} };
    return nothing as typeof answer;
  },
};

/** Returns whether the writer wants edits that cost something, which the editor then makes without a question of its own. */
async function isAgreedTo(edit: WorkspaceEdit | null): Promise<boolean> {
  const prices = Object.values(edit?.changeAnnotations ?? {}).filter((mark) => mark.needsConfirmation);
  for (const price of prices) {
    const question = `With this name, a build ${price.label}.`;
    const detail = "Nothing is bought now, and the old name keeps what is drawn.";
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, AGREE)) !== AGREE) {
      return false;
    }
    price.needsConfirmation = false;
  }
  return true;
}
