/** Runs in the page of a storyboard, before its own scripts: what they ask of their server goes through the extension. */

import type { Asked, Told } from "../storyboard/messages";

declare function acquireVsCodeApi(): { postMessage(message: Asked): void };

const extension = acquireVsCodeApi();
const ask = (asked: Asked) => extension.postMessage(asked);

// What stands in for the two ways in which the page listens and asks.

class Events {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readyState: number = Events.CONNECTING;

  constructor(address: string) {
    listener = this;
    ask({ kind: "listen", revision: address.split("?")[1] ?? "" });
  }

  close(): void {
    if (listener === this) {
      ask({ kind: "hush" });
      listener = undefined;
    }
    this.readyState = Events.CLOSED;
  }
}

let listener: Events | undefined;
const waiting = new Map<string, { resolve: (found: Response) => void; reject: (problem: Error) => void }[]>();

function request(path: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    const others = waiting.get(path);
    waiting.set(path, [...(others ?? []), { resolve, reject }]);
    if (others === undefined) {
      ask({ kind: "fetch", path });
    }
  });
}

Object.assign(window, { EventSource: Events, fetch: request });

addEventListener("message", ({ data: told }: MessageEvent<Told>) => {
  switch (told.kind) {
    case "listening":
      if (listener) listener.readyState = Events.OPEN;
      listener?.onopen?.();
      break;
    case "heard":
      listener?.onmessage?.({ data: told.news });
      break;
    case "deaf":
      if (listener) listener.readyState = Events.CLOSED;
      listener?.onerror?.();
      break;
    case "content":
      // a body can be read once, and several may have asked
      for (const { resolve } of take(told.path)) resolve(new Response(told.bytes.slice(), { headers: { "content-type": told.type } }));
      break;
    case "missing":
      for (const { reject } of take(told.path)) reject(new Error(`there is no ${told.path}`));
      break;
    case "reveal":
      reveal(told.id);
      break;
  }
});

function take(path: string) {
  const found = waiting.get(path) ?? [];
  waiting.delete(path);
  return found;
}

// Pictures, when they are nearly in sight: a long story has more than an editor should hold.

const ART = "art/";
const pictures = new Map<string, Promise<string>>();
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) {
        near.unobserve(target);
        void fill(target);
      }
    }
  },
  { rootMargin: "100%" },
);

async function fill(element: Element): Promise<void> {
  const path = element.getAttribute("src") ?? "";
  if (!path.startsWith(ART)) return;
  const picture = pictures.get(path) ?? request(path).then(async (found) => URL.createObjectURL(await found.blob()));
  pictures.set(path, picture);
  try {
    const address = await picture;
    if (element.getAttribute("src") === path) element.setAttribute("src", address);
  } catch {
    pictures.delete(path); // its description is shown; it may be there the next time
  }
}

function look(under: Element): void {
  for (const element of [under, ...under.querySelectorAll("[src]")]) {
    const path = element.getAttribute("src");
    if (!path?.startsWith(ART)) continue;
    if (pictures.has(path)) void fill(element);
    else near.observe(element);
  }
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    if (target instanceof Element && target.hasAttribute("src")) look(target);
    for (const node of addedNodes) if (node instanceof Element) look(node);
  }
}).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] });

// Places in the script.

document.addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element ? event.target.closest("a")?.getAttribute("href") : null;
    if (link?.startsWith("story:")) {
      event.preventDefault();
      event.stopPropagation();
      ask({ kind: "open", link });
    }
  },
  { capture: true },
);

function reveal(id: string): void {
  const part = document.getElementById(id);
  if (part === null) return;
  const { top, bottom } = part.getBoundingClientRect();
  const isInSight = top >= 0 && bottom <= innerHeight;
  if (!isInSight) part.scrollIntoView({ block: "start", inline: "start", behavior: "smooth" });
}
