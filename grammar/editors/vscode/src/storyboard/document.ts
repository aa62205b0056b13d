/** The page of `storyc watch` as one document: an editor's web view can ask the server for nothing. */

const STYLE = /<link rel="stylesheet"( id="[^"]*")? href="([^"]+)">/g;
const SCRIPT = /<script src="([^"]+)"( defer)?><\/script>/g;

// the page follows the machine where nobody has chosen, and should follow the editor
const SCHEMES = `
:root:not(:has(#theme-light:checked, #theme-dark:checked)):has(body.vscode-light, body.vscode-high-contrast-light) { color-scheme: only light; }
:root:not(:has(#theme-light:checked, #theme-dark:checked)):has(body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light)) { color-scheme: only dark; }
body { padding: 0; }
`;

/** What a page is to be given beside its own. */
export interface Additions {
  /** The script that stands between the page and the extension. */
  readonly script: string;
  readonly nonce: string;
}

/** Returns the addresses of the styles and scripts that a page takes from beside it. */
export function attachments(html: string): readonly string[] {
  return [...[...html.matchAll(STYLE)].map((found) => found[2]), ...[...html.matchAll(SCRIPT)].map((found) => found[1])].filter(
    (address) => address !== undefined,
  );
}

/** Returns a page with its styles and scripts in it, by address, which asks nobody but the extension. */
export function wholeDocument(html: string, contents: ReadonlyMap<string, string>, { script, nonce }: Additions): string {
  const late: string[] = [];
  const inline = (code: string) => `<script nonce="${nonce}">${code.replaceAll("</script", "<\\/script")}</script>`;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src blob: data:; media-src blob:`;
  const first = `<meta http-equiv="Content-Security-Policy" content="${policy}">${inline(script)}`;
  return html
    .replace(STYLE, (_all, id: string | undefined, address: string) => style(contents.get(address) ?? "", nonce, id))
    .replace(SCRIPT, (_all, address: string, defer: string | undefined) => {
      const element = inline(contents.get(address) ?? "");
      if (defer === undefined) {
        return element;
      }
      late.push(element);
      return "";
    })
    .replace('<meta charset="utf-8">', (charset) => charset + first)
    .replace("</head>", () => `${style(SCHEMES, nonce)}</head>`)
    .replace("</body>", () => `${late.join("")}</body>`);
}

/** Returns whether news cannot be patched into a page that is all in one, and it has to be made again. */
export function changesFrame(news: string): boolean {
  const { changed } = JSON.parse(news) as { changed: Record<string, unknown> };
  return "style" in changed || "root" in changed;
}

function style(rules: string, nonce: string, id = ""): string {
  return `<style nonce="${nonce}"${id}>${rules}</style>`;
}
