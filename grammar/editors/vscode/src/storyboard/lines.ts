/** Which part of a storyboard was written where. */

import { type Place, readPlace } from "../program";

/** The places of pages and panels, by the ids of their elements. */
export type Lines = ReadonlyMap<string, Place>;

/** Returns the places in what the server says of them. */
export function readLines(json: string): Lines {
  const found = new Map<string, Place>();
  for (const [id, [, link]] of Object.entries(JSON.parse(json) as Record<string, [string, string]>)) {
    const place = readPlace(link);
    if (place !== undefined) {
      found.set(id, place);
    }
  }
  return found;
}

/** Returns the id of the part that a line of a script belongs to: the last that begins at it or before. */
export function partAt(lines: Lines, line: number, isThere: (path: string) => boolean): string | undefined {
  let best: readonly [string, number] | undefined;
  for (const [id, place] of lines) {
    // a page begins where its first panel does at the earliest, and the panel is nearer
    if (place.line <= line && place.line >= (best?.[1] ?? 0) && isThere(place.path)) {
      best = [id, place.line];
    }
  }
  return best?.[0];
}
