// Looks for schemas where Even Better TOML and Tombi do, which start a server first, and writes beside the opened file what it has found.

const { execFile } = require("node:child_process");
const { writeFileSync } = require("node:fs");
const { promisify } = require("node:util");
const vscode = require("vscode");

exports.activate = async () => {
  await promisify(execFile)(process.execPath, ["--version"]);
  const found = vscode.extensions.all.flatMap(({ packageJSON }) => packageJSON?.contributes?.tomlValidation ?? []);
  const [{ uri }] = vscode.workspace.workspaceFolders;
  writeFileSync(vscode.Uri.joinPath(uri, "schemas.json").fsPath, JSON.stringify(found));
};
