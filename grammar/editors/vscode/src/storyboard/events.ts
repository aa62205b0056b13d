/** Reads what a server sends as it happens. */

/** Yields the texts of the events in a stream of them. */
export async function* eventsIn(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let waiting = "";
  for await (const bytes of stream) {
    waiting += decoder.decode(bytes, { stream: true });
    const blocks = waiting.split("\n\n");
    waiting = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split("\n").filter((line) => line.startsWith("data:"));
      if (lines.length > 0) {
        yield lines.map((line) => line.slice("data:".length).replace(/^ /, "")).join("\n");
      }
    }
  }
}
