/** Finds the program that is started.
 *
 * What a bare name stands for is looked up here and not left to the system: Windows would look into the folder of the script first.
 */

import { statSync } from "node:fs";
import { delimiter, isAbsolute, join, sep } from "node:path";

import { missingTrouble, type Trouble } from "./program";

const FOLDER = "${workspaceFolder}";

/** Where a program may be. */
export interface Surroundings {
  readonly home: string;
  /** The folders that are open, if the writer trusts them. */
  readonly folders: readonly string[];
  readonly isTrusted: boolean;
  /** The folders that programs are looked for in, as the system writes them. */
  readonly path: string;
  readonly isWindows: boolean;
}

/** Returns the whole path of the program that a setting names, or why there is none. */
export function findProgram(setting: string, { home, folders, isTrusted, path, isWindows }: Surroundings): string | Trouble {
  const named = setting.trim() || "storyc";
  if (named.includes(FOLDER) && !isTrusted) {
    return { message: `\`${named}\` is a program of this folder, and you have not said that you trust it` };
  }
  const places = named.includes(FOLDER) ? folders.map((folder) => named.replaceAll(FOLDER, folder)) : [atHome(named, home)];
  const isBare = !named.includes("/") && !named.includes(sep);
  const tried = isBare ? path.split(delimiter).filter(isAbsolute).map((folder) => join(folder, named)) : places.filter(isAbsolute);
  const found = tried.flatMap((place) => (isWindows ? [place, `${place}.exe`] : [place])).find(isFile);
  return found ?? missingTrouble(named, tried.some(isFolder) && !isBare);
}

function atHome(named: string, home: string): string {
  return named === "~" || named.startsWith("~/") || named.startsWith("~\\") ? join(home, named.slice(1)) : named;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
