// The page is complete without this. It adds keys, a remembered place and links that say the view.
"use strict";

(() => {
  const root = document.documentElement;
  const bar = document.querySelector(".bar");
  const inputs = [...bar.querySelectorAll("input")];
  const reading = root.dataset.reading;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const memory = `storyc ${location.pathname}`;
  const remembered = recall();

  root.dataset.script = "";
  restoreChoices();
  bar.addEventListener("change", changed);
  document.addEventListener("DOMContentLoaded", begin);

  // What was chosen, and where the reader is.

  function recall() {
    try {
      const { chosen, place } = JSON.parse(localStorage.getItem(memory));
      return { chosen: { ...chosen }, place: String(place) };
    } catch {
      return { chosen: {} }; // storage may be closed to us, and what stands in it may be somebody else's
    }
  }

  function remember() {
    try {
      localStorage.setItem(memory, JSON.stringify(remembered));
    } catch {
      // closed or full: the page is only forgetful then
    }
  }

  function restoreChoices() {
    const { chosen } = remembered;
    for (const input of inputs) {
      if (input.type === "checkbox" && typeof chosen[input.id] === "boolean") input.checked = chosen[input.id];
      if (input.type === "radio" && chosen[input.name] === input.value) input.checked = true;
    }
    const asked = new URLSearchParams(location.search).get("view");
    for (const input of inputs) if (input.name === "view" && input.value === asked) input.checked = true;
  }

  function chosen(name) {
    return inputs.find((input) => input.name === name && input.checked)?.value;
  }

  function choose(input) {
    if (input.type === "checkbox") input.checked = !input.checked;
    else input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function chooseNext(name) {
    const group = inputs.filter((input) => input.name === name);
    choose(group[(group.findIndex((input) => input.checked) + 1) % group.length]);
  }

  function changed({ target }) {
    if (target.type === "checkbox") remembered.chosen[target.id] = target.checked;
    else remembered.chosen[target.name] = target.value;
    remember();
    if (current) {
      writeAddress();
      show(current, "instant");
    }
  }

  // The panel in the middle of the window is where the reader is.

  let panels = [];
  let stops = [];
  let current = null;
  let settled = 0;
  let underWayUntil = 0;
  let shown = null;
  let hasMoved = false;
  const inSight = new Set();
  const where = bar.querySelector(".where");
  const byHand = ["wheel", "touchstart", "keydown", "pointerdown"];

  const sight = new IntersectionObserver(look, { rootMargin: "-35% -35%" });

  function gather() {
    panels = [...document.querySelectorAll(".panel")];
    stops = [...document.querySelectorAll(".page")];
    sight.disconnect();
    for (const panel of panels) sight.observe(panel);
  }

  // A live page has other panels now; the reader stays where they are.
  document.addEventListener("storyboard:changed", () => {
    inSight.clear();
    gather();
    if (current && !current.isConnected) current = document.getElementById(current.id);
  });

  function begin() {
    gather();
    current = byAddress();
    if (!current) offerPlace();
    else if (location.hash === `#${current.id}` || chosen("view") === "guided") show(current, "instant");
    for (const kind of byHand) addEventListener(kind, () => (hasMoved = true), { once: true, passive: true });
  }

  function byAddress() {
    const target = document.getElementById(location.hash.slice(1));
    return target ? (target.matches(".panel") ? target : target.querySelector(".panel")) : null;
  }

  function offerPlace() {
    const panel = document.getElementById(remembered.place);
    if (!panel?.matches(".panel") || panel === panels[0]) return;
    const link = document.createElement("a");
    link.href = `#${panel.id}`;
    link.textContent = bar.dataset.goOn.replace("{}", panel.dataset.place);
    where.replaceChildren(link);
  }

  function look(changes) {
    for (const { target, isIntersecting } of changes) inSight[isIntersecting ? "add" : "delete"](target);
    if (isAsShown()) return;
    const first = panels.find((panel) => inSight.has(panel));
    if (first && hasMoved && performance.now() > underWayUntil) arrive(first);
  }

  // A busy browser says late what came into sight; until somebody scrolls, the reader is where they went.
  function isAsShown() {
    if (shown && (shown.x !== scrollX || shown.y !== scrollY)) shown = null;
    return shown !== null;
  }

  function arrive(panel) {
    current = panel;
    where.textContent = panel.dataset.place;
    clearTimeout(settled);
    settled = setTimeout(() => {
      remembered.place = panel.id;
      remember();
      writeAddress();
    }, 400);
  }

  function writeAddress() {
    const hash = hasMoved && current ? `#${current.id}` : location.hash;
    history.replaceState(null, "", `?view=${chosen("view")}${hash}`);
  }

  // Moving. What is passed on the way is not where the reader is.

  function show(panel, behavior = calm.matches ? "instant" : "smooth") {
    const isSlide = chosen("view") === "guided";
    underWayUntil = performance.now() + 800;
    panel.scrollIntoView({ behavior, block: isSlide ? "nearest" : "start", inline: "start" });
    shown = { x: scrollX, y: scrollY };
  }

  function go(steps) {
    if (!panels.length) return;
    hasMoved = true;
    const target = chosen("view") === "read" ? otherPage(steps) : panels[limit(panels.indexOf(current) + steps, panels)];
    focus(target);
    if (target.matches(".panel")) arrive(target);
    show(target);
  }

  function otherPage(steps) {
    const here = Math.max(stops.indexOf(current?.closest(".page")), current ? 0 : -1);
    let index = limit(here + steps, stops);
    const top = (page) => Math.round(page.getBoundingClientRect().top);
    // pages that stand side by side are one step
    while (here >= 0 && stops[index + steps] && Math.abs(top(stops[index]) - top(stops[here])) < 9) index += steps;
    const first = stops[index].querySelector(".panel");
    if (first) arrive(first);
    return stops[index];
  }

  function limit(index, list) {
    return Math.min(Math.max(index, 0), list.length - 1);
  }

  function focus(element) {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  const ahead = { "left-to-right": "ArrowRight", "right-to-left": "ArrowLeft", vertical: "ArrowDown" }[reading];
  const back = { "left-to-right": "ArrowLeft", "right-to-left": "ArrowRight", vertical: "ArrowUp" }[reading];

  function guidedKey(event) {
    if (event.key === " ") return () => go(event.shiftKey ? -1 : 1);
    if (event.key === "PageDown") return () => go(1);
    if (event.key === "PageUp") return () => go(-1);
    if (event.key === "Home") return () => go(-panels.length);
    if (event.key === "End") return () => go(panels.length);
    return null;
  }

  function plainKey(key) {
    const views = inputs.filter((input) => input.name === "view");
    if (key >= "1" && key <= "5") return () => choose(views[key - 1]);
    return {
      n: () => go(1),
      p: () => go(-1),
      g: () => choose(views[chosen("view") === "guided" ? 0 : 3]),
      f: () => chooseNext("fit"),
      d: () => chooseNext("pages"),
      w: () => choose(document.getElementById("show-words")),
      t: () => chooseNext("theme"),
      c: () => bar.querySelector(".menu > summary").click(),
      s: () => current?.querySelector("a.file")?.click(),
      "?": () => help.showModal(),
    }[key];
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return closeMenus();
    if (!help) return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input[type=radio], video, summary, button") && event.key.length > 1) return;
    const isArrow = event.key === ahead || event.key === back;
    const isGuided = chosen("view") === "guided" && !event.target.closest(".bar, a");
    const act = isArrow && (isGuided || reading !== "vertical")
      ? () => go(event.key === ahead ? 1 : -1)
      : (isGuided && guidedKey(event)) || (document.getElementById("keys-single").checked && plainKey(event.key));
    if (!act) return;
    event.preventDefault();
    act();
  });

  // A tap on the side of a guided panel turns to the next one on that side.
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".menu")) closeMenus();
    if (event.target.closest(".contents a")) closeMenus();
    if (chosen("view") !== "guided" || reading === "vertical" || !event.target.closest(".art")) return;
    const across = event.clientX / innerWidth;
    const side = reading === "right-to-left" ? -1 : 1;
    if (across < 0.3) go(-side);
    else if (across > 0.7) go(side);
  });

  addEventListener("hashchange", () => {
    hasMoved = true;
    const target = byAddress();
    if (!target) return;
    arrive(target);
    if (chosen("view") === "guided") show(target); // a page has no place of its own there
  });

  // Menus and help.

  let help = null;
  document.addEventListener("DOMContentLoaded", () => {
    help = document.querySelector(".help");
    help.querySelector(".close").addEventListener("click", () => help.close());
    bar.querySelector(".ask").addEventListener("click", () => help.showModal());
  });

  function closeMenus() {
    for (const menu of bar.querySelectorAll(".menu[open]")) menu.open = false;
  }
})();
