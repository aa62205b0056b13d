/** How storyc is started, and what it means when it does not. Nothing here knows the editor. */

export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
}

/** What keeps storyc from working here, and what helps. */
export interface Trouble {
  readonly message: string;
  /** A command line that mends it, if there is one. */
  readonly remedy?: string;
}

/** What the language server calls itself. */
export const SERVER_NAME = "storyc";

/** The question that it is asked for the main script of a story, with a document of it; it answers with an address. */
export const MAIN_SCRIPT = "storyc/mainScript";

/** Returns how to start the language server, which speaks on its standard streams. */
export function serverInvocation(program: string): Invocation {
  return { command: program, args: ["lsp"] };
}

/** How links from the storyboard into a script are written; `readPlace` reads them. */
const LINK = "story:{path}:{line}";

/** Returns how to watch a story; links from its page are places for this extension to open. */
export function watchInvocation(program: string, story: string): Invocation {
  return { command: program, args: ["watch", story, "--editor", LINK] };
}

/** Returns how to begin a comic in a folder; files that exist are left as they are. */
export function beginInvocation(program: string, folder: string): Invocation {
  return { command: program, args: ["init", folder, "--no-input"] };
}

/** Returns how to sketch a story, which costs nothing. */
export function draftInvocation(program: string, story: string): Invocation {
  return { command: program, args: ["build", story, "--backend", "draft"] };
}

/** Returns how to ask what a build would cost; that buys nothing. */
export function planInvocation(program: string, story: string, format: "json" | "markdown"): Invocation {
  return { command: program, args: ["plan", story, `--${format}`, "--no-input"] };
}

/** Returns how to ask what every diagnostic means. */
export function explainInvocation(program: string): Invocation {
  return { command: program, args: ["explain", "--all", "--output-format", "json"] };
}

/** Returns the address in a line that `storyc watch` prints, undefined if it is no address of this machine. */
export function loopbackAddress(line: string): string | undefined {
  const text = line.trim();
  if (!URL.canParse(text)) {
    return undefined;
  }
  const { protocol, hostname } = new URL(text);
  return protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname) ? text : undefined;
}

/** A place in a script; lines count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** Returns the place that a link of the storyboard names, undefined if it is no such link. */
export function readPlace(link: string): Place | undefined {
  const [, path, line] = /^story:(\/.+):(\d+)$/.exec(link) ?? [];
  if (path === undefined || line === undefined) {
    return undefined;
  }
  try {
    return { path: decodeURIComponent(path), line: Number(line) };
  } catch {
    return undefined; // not a link that storyc writes
  }
}

const INSTALL = 'pip install "storyc[lsp,watch]"';

/** Returns what is the matter when there is no program of a name. */
export function missingTrouble(program: string, isFolder = false): Trouble {
  return isFolder
    ? { message: `\`${program}\` is a folder. Name the program in it: storyc.path in the settings` }
    : { message: `There is no program \`${program}\`. Install storyc, or say where it is: storyc.path in the settings`, remedy: INSTALL };
}

/** Returns what is the matter when a program could not be started. */
export function startTrouble(program: string, problem: NodeJS.ErrnoException): Trouble {
  return problem.code === "ENOENT" ? missingTrouble(program) : { message: `\`${program}\` cannot be started: ${problem.message}` };
}

/** Returns what is the matter when a program does not know what this extension asks of it. */
export function oldTrouble(program: string): Trouble {
  return { message: `\`${program}\` is too old for this extension. Bring it up to date`, remedy: 'pip install --upgrade "storyc[lsp,watch]"' };
}

/** Returns what is the matter when a program answers, but not as storyc does. */
export function strangerTrouble(program: string): Trouble {
  return { message: `\`${program}\` is another program than storyc. Say where storyc is: storyc.path in the settings` };
}

/** Returns what is the matter when a program ended too early, from what it complained about. */
export function complaintTrouble(program: string, complaint: string): Trouble {
  if (/no (such )?(command|option)/i.test(complaint)) {
    return oldTrouble(program);
  }
  const lines = complaint.split("\n").map((line) => line.trim());
  const said = lines.find((line) => line.startsWith("error")) ?? lines.findLast((line) => line !== "");
  const help = lines.find((line) => line.startsWith("= help:"))?.slice("= help:".length).trim();
  const remedy = help === undefined ? undefined : /\bpip install .*/.exec(help)?.[0];
  const message = said?.replace(/^error(\[[^\]]*\])?:\s*/, "") ?? `\`${program}\` ended without a word`;
  return remedy !== undefined ? { message, remedy } : { message: help === undefined ? message : `${message}; ${help}` };
}
