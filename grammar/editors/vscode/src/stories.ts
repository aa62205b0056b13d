/** Which story a script belongs to. */

import { readFileSync } from "node:fs";
import { dirname, join, parse, resolve } from "node:path";

const SUFFIX = ".story";
const SETTINGS = "storyc.toml";
const USUAL_ENTRY = "main.story";
const ENTRY = /^entry\s*=\s*["']([^"']+)["']/m;
const INCLUDE = /^[ \t]*INCLUDE[ \t]+(.+?)[ \t]*$/gm;

/** Returns the main script of the project that includes a script, or the script itself if none does. */
export function storyOf(script: string): string {
  const root = parse(script).root;
  for (let folder = dirname(script); ; folder = dirname(folder)) {
    const settings = textOf(join(folder, SETTINGS));
    if (settings !== undefined) {
      const entry = resolve(folder, ENTRY.exec(settings)?.[1] ?? USUAL_ENTRY);
      return includes(entry, resolve(script)) ? entry : script;
    }
    if (folder === root) {
      return script;
    }
  }
}

function includes(from: string, wanted: string): boolean {
  const seen = new Set([from]);
  for (const path of seen) {
    for (const [, name = ""] of (textOf(path) ?? "").matchAll(INCLUDE)) {
      // what is added while going through a set is gone through, too
      seen.add(resolve(dirname(path), name.endsWith(SUFFIX) ? name : name + SUFFIX));
    }
  }
  return seen.has(wanted);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // storyc itself says what cannot be read
  }
}
