// Prints, for each script that is named, where VS Code's own tokenizer sees which scopes: [line, start, end, scopes].
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const oniguruma = require("vscode-oniguruma");
const textmate = require("vscode-textmate");

await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
const grammarPath = new URL("../syntaxes/story.tmLanguage.json", import.meta.url);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarPath, "utf8"), "story.json"),
});
const grammar = await registry.loadGrammar("source.story");

const found = {};
for (const path of process.argv.slice(2)) {
  let stack = textmate.INITIAL;
  found[path] = readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => [index, startIndex, Math.min(endIndex, line.length), scopes.slice(1)]);
    });
}
console.log(JSON.stringify(found));
