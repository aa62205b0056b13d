/** What storyc answers, as the writer is shown it. */

interface Totals {
  readonly requests: number;
  readonly price_credits: number;
}

/** Returns what stands in the status bar for a plan in JSON. */
export function priceOf(json: string): { readonly text: string; readonly tooltip: string } {
  const { totals } = JSON.parse(json) as { totals: Totals };
  if (totals.requests === 0) {
    return { text: "nothing to draw", tooltip: "A build would buy nothing: all art is at home. Click for the plan." };
  }
  const requests = totals.requests === 1 ? "1 request" : `${totals.requests.toLocaleString("en")} requests`;
  const text = `${totals.price_credits.toLocaleString("en")} credits`;
  return { text, tooltip: `A paid build of what was saved would send ${requests}, for about ${text}. Click for the plan.` };
}

/** A diagnostic, as `storyc explain` describes it. */
export interface Explanation {
  readonly code: string;
  readonly name: string;
  readonly severity: string;
  readonly explanation: string;
  readonly example: string;
}

/** Returns a page about a diagnostic. */
export function pageAbout({ code, name, severity, explanation, example }: Explanation): string {
  const fence = "`".repeat(Math.max(3, ...[...example.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  const title = `# ${code} ${name}\n\n*${severity}*`;
  return `${title}\n\n${explanation}\n\n## For example\n\n${fence}story\n${example.trimEnd()}\n${fence}\n`;
}
