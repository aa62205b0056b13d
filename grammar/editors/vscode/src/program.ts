/** How storyc is started. Nothing here knows the editor. */

export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
}

/** Returns how to start the language server, which speaks on its standard streams. */
export function serverInvocation(program: string): Invocation {
  return { command: program, args: ["lsp"] };
}

/** Returns how to watch a script; links from its page open this editor. */
export function watchInvocation(program: string, script: string): Invocation {
  return { command: program, args: ["watch", script, "--editor", "vscode"] };
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
