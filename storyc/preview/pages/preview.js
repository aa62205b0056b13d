// Keeps the page as the server says it is now. Only what differs is touched, so whoever reads keeps their place.
"use strict";

(() => {
  const root = document.documentElement;
  const outside = new Set(["root", "title", "style", "watch", "lines", "bar", "help", "colophon"]);
  // What readers and the page's own script change; the server knows nothing of it.
  const theirs = new Set(["open", "tabindex", "data-script", "data-live", "data-fresh"]);
  const untouched = ".where";
  let revision = document.querySelector("meta[name=revision]").content;
  const said = document.getElementById("watch-said");
  let source = null;

  // Listening. A tab that nobody sees does not: browsers have six connections to a server, for all tabs together.

  function connect() {
    if (source || document.hidden) return;
    source = new EventSource(`events?${revision}`);
    source.onopen = () => live(true);
    source.onmessage = ({ data }) => receive(JSON.parse(data));
    source.onerror = () => {
      live(false);
      if (source.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, 1000);
    };
  }

  function disconnect() {
    source?.close();
    source = null;
  }

  function live(isLive) {
    root.dataset.live = isLive ? "yes" : "no";
    const light = document.querySelector("#watch .light");
    if (light) light.title = isLive ? light.dataset.on : light.dataset.off;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  connect();

  // Patching.

  function receive(news) {
    const began_ms = performance.now();
    const { changed, order } = news;
    revision = news.revision;
    if (changed.watch) patchWatch(changed.watch);
    // a server that has seen nothing but errors has no page, and the one that is here is better than none
    if (!order.includes("cover")) return;
    if (changed.root && !isSameRoot(changed.root)) return location.reload();
    const keep = holdPlace();
    if (changed.title !== undefined) document.title = element(`<title>${changed.title}</title>`).textContent;
    if (changed.style) restyle(changed.style);
    for (const id of ["bar", "help", "colophon"]) if (changed[id]) morph(document.getElementById(id), element(changed[id]));
    patchMain(order, changed);
    if (changed.lines) lines = JSON.parse(changed.lines);
    fillLines(order.filter((id) => changed[id] || changed.lines));
    keep();
    document.dispatchEvent(new CustomEvent("storyboard:changed", { detail: { took_ms: performance.now() - began_ms } }));
  }

  // Where things stand in the script comes apart from them, because it changes for all of them at once.

  let lines = null;
  fetch("lines.json").then((answer) => answer.json()).then((found) => {
    lines ??= found; // what was told meanwhile is newer
    fillLines([...document.querySelectorAll("main > [id]")].map(({ id }) => id));
  }, () => live(false));

  function fillLines(ids) {
    for (const id of ids) {
      const part = document.getElementById(id);
      if (!part?.matches(".page")) continue;
      fillLine(part.querySelector(":scope > header > .facts"), id);
      for (const panel of part.querySelectorAll(".panel")) fillLine(originOf(panel), panel.id);
    }
  }

  function originOf(panel) {
    const head = panel.querySelector(":scope > header");
    return head?.querySelector(":scope > .origin") ?? head?.appendChild(element('<p class="origin" data-own></p>'));
  }

  function fillLine(parent, id) {
    const line = lines?.[id];
    if (!parent || !line) return;
    const [name, address] = line;
    let there = parent.querySelector(":scope > .file");
    if (!there) {
      there = document.createElement(address ? "a" : "span");
      there.className = "file";
      there.dataset.own = "";
      parent.append(there);
    }
    if (there.textContent !== name) there.textContent = name;
    if (address && there.getAttribute("href") !== address) there.href = address;
  }

  function isSameRoot(tag) {
    const told = new DOMParser().parseFromString(tag, "text/html").documentElement;
    return [...told.attributes].every(({ name, value }) => root.getAttribute(name) === value);
  }

  function restyle(address) {
    const old = document.getElementById("style");
    if (old.getAttribute("href") === address) return;
    const sheet = old.cloneNode();
    sheet.href = address;
    // the old rules stay until the new ones are there
    sheet.addEventListener("load", () => old.remove(), { once: true });
    old.removeAttribute("id");
    old.after(sheet);
  }

  function patchMain(order, changed) {
    const main = document.querySelector("main");
    const ids = order.filter((id) => !outside.has(id));
    const wanted = new Set(ids);
    for (const child of [...main.children]) if (!wanted.has(child.id)) child.remove();
    let at = main.firstElementChild;
    for (const id of ids) {
      const there = document.getElementById(id);
      const here = there ?? element(changed[id]);
      if (here !== at) main.insertBefore(here, at);
      if (there && changed[id]) morph(there, element(changed[id]));
      at = here.nextElementSibling;
    }
  }

  function patchWatch(html) {
    const there = document.getElementById("watch");
    const wanted = element(html);
    const isWorse = wanted.classList.contains("broken") && !there.classList.contains("broken");
    morph(there, wanted);
    if (isWorse) there.open = true;
    if (wanted.classList.contains("good")) there.open = false;
    said.textContent = there.querySelector(".found").textContent;
    live(source?.readyState === EventSource.OPEN);
  }

  function element(html) {
    const shell = document.createElement("template");
    shell.innerHTML = html;
    return shell.content.firstElementChild;
  }

  function morph(there, wanted) {
    if (there.nodeType !== Node.ELEMENT_NODE) {
      if (there.data !== wanted.data) there.data = wanted.data;
      return;
    }
    if (there.matches(untouched)) return;
    for (const { name } of [...there.attributes]) {
      if (!wanted.hasAttribute(name) && !theirs.has(name)) there.removeAttribute(name);
    }
    for (const { name, value } of wanted.attributes) {
      if (there.getAttribute(name) !== value && !theirs.has(name)) there.setAttribute(name, value);
    }
    if (!there.isEqualNode(wanted)) morphChildren(there, wanted);
  }

  function morphChildren(there, wanted) {
    const named = new Map();
    const kept = new Set([...wanted.children].map((child) => child.id).filter(Boolean));
    for (const child of [...there.children]) {
      if (!child.id) continue;
      if (kept.has(child.id)) named.set(child.id, child);
      else child.remove();
    }
    let at = passOwn(there.firstChild);
    for (const want of [...wanted.childNodes]) {
      const same = want.id ? named.get(want.id) : isAlike(at, want) ? at : null;
      if (!same) there.insertBefore(want, at);
      else {
        if (same === at) at = passOwn(at.nextSibling);
        else there.insertBefore(same, at);
        if (same.nodeName === want.nodeName) morph(same, want);
        else same.replaceWith(want);
      }
    }
    while (at) {
      const next = passOwn(at.nextSibling);
      at.remove();
      at = next;
    }
  }

  // What this script put in is nothing that the server could take away.
  function passOwn(node) {
    let found = node;
    while (found?.dataset && "own" in found.dataset) found = found.nextSibling;
    return found;
  }

  function isAlike(there, wanted) {
    return there && !there.id && there.nodeType === wanted.nodeType && there.nodeName === wanted.nodeName;
  }

  // What the reader sees stays where it is, whatever comes and goes above it.
  function holdPlace() {
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const anchor = middle?.closest(".panel, .page, .cover, .entries, .bible, .numbers");
    if (!anchor || !scrollY) return () => {};
    const before = anchor.getBoundingClientRect().top;
    root.style.overflowAnchor = "none";
    return () => {
      if (anchor.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
      requestAnimationFrame(() => (root.style.overflowAnchor = ""));
    };
  }
})();
