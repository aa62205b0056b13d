/** Offers the schema of `storyc.toml` to extensions that check TOML.
 *
 * Even Better TOML and Tombi look through what all extensions contribute under `tomlValidation`, and take the address they find there as it
 * stands: one that is relative to the extension leads them nowhere. Where the extension lies is known only here, so the address is made
 * whole here, before they look. They do so once a TOML file is opened and a server of theirs has started; this extension is there by then,
 * since such a file starts it, too, and a folder with a comic has started it before.
 */

import * as vscode from "vscode";

interface Contributions {
  readonly contributes: { readonly tomlValidation: { url: string }[] };
}

/** Makes the addresses of the schemas whole that an extension contributes. */
export function offerSchemas({ packageJSON, extensionUri }: vscode.Extension<unknown>): void {
  for (const offered of (packageJSON as Contributions).contributes.tomlValidation) {
    if (offered.url.startsWith("./")) {
      offered.url = vscode.Uri.joinPath(extensionUri, offered.url).toString();
    }
  }
}
