// What every screen has: keys, the list under the cursor, colours, and telling that the case changed elsewhere.
//
// A page says in its markup what its keys do; this file knows none of them:
//   data-key="a" data-what="accept"   the element is pressed (or focused, where it takes text) by that key
//   data-list                         its children marked data-item are walked with j and k; keys inside the item
//                                     under the cursor come before keys elsewhere
//   data-dialog="name"                opens the <dialog id="name">
//   data-confirm="Really?"            a form that asks before it is sent

const LEADER = "g";
const LEADER_MS = 1500;
const TEXTUAL = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=submit])";

let leaderUntil = 0;

const isShown = (element) => element.checkVisibility?.() ?? true;

function itemsOf(list) {
  return [...list.querySelectorAll("[data-item]")].filter(isShown);
}

export function currentItem() {
  return document.querySelector("[data-list] [data-item][aria-current=true]");
}

export function select(item, { focus = true } = {}) {
  const list = item.closest("[data-list]");
  for (const other of list.querySelectorAll("[data-item][aria-current]")) other.removeAttribute("aria-current");
  item.setAttribute("aria-current", "true");
  if (!item.hasAttribute("tabindex")) item.tabIndex = -1;
  if (focus) item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  item.dispatchEvent(new CustomEvent("item", { bubbles: true }));
}

function step(by) {
  const current = currentItem();
  const list = current?.closest("[data-list]") ?? document.querySelector("[data-list]");
  if (!list) return false;
  const items = itemsOf(list);
  if (!items.length) return false;
  const place = current ? items.indexOf(current) + by : by > 0 ? 0 : items.length - 1;
  select(items[Math.max(0, Math.min(items.length - 1, place))]);
  return true;
}

function press(element) {
  if (element.matches(TEXTUAL)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

function find(key) {
  const scope = document.querySelector("dialog[open]") ?? document;
  const matching = (root) => [...root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key && isShown(one));
  const item = scope === document ? currentItem() : null;
  return (item && matching(item)) ?? matching(scope);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches?.(TEXTUAL)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const open = document.querySelector("dialog[open]");
  if (!open && leaderUntil > performance.now()) {
    leaderUntil = 0;
    const link = [...document.querySelectorAll("[data-go]")].find((one) => one.dataset.go === event.key);
    if (link) {
      event.preventDefault();
      link.click();
    }
    return;
  }
  if (!open && event.key === LEADER) {
    leaderUntil = performance.now() + LEADER_MS;
    return;
  }
  if (!open && (event.key === "j" || event.key === "k") && step(event.key === "j" ? 1 : -1)) {
    event.preventDefault();
    return;
  }
  const element = find(event.key);
  if (element) {
    event.preventDefault();
    press(element);
  }
}

function listKeys(dialog) {
  const rows = dialog.querySelector("[data-keys]");
  const seen = new Map();
  for (const one of document.querySelectorAll("[data-key]")) {
    const what = one.dataset.what || one.getAttribute("aria-label") || one.textContent.trim();
    if (isShown(one) && !seen.has(one.dataset.key)) seen.set(one.dataset.key, what);
  }
  if (document.querySelector("[data-list]")) seen.set("j  k", "next and previous in the list");
  rows.replaceChildren();
  for (const [key, what] of seen) {
    const name = document.createElement("dt");
    const keyboard = document.createElement("kbd");
    keyboard.textContent = key;
    name.append(keyboard);
    const said = document.createElement("dd");
    said.textContent = what;
    rows.append(name, said);
  }
}

function onClick(event) {
  const opener = event.target.closest("[data-dialog]");
  if (opener) {
    event.preventDefault();
    const dialog = document.getElementById(opener.dataset.dialog);
    if (dialog.id === "keys") listKeys(dialog);
    dialog.showModal();
    return;
  }
  if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
  const theme = event.target.closest("[data-theme-switch]");
  if (theme) {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
    document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
    localStorage.setItem("theme", document.documentElement.dataset.theme);
  }
  const item = event.target.closest("[data-list] [data-item]");
  if (item && item !== currentItem()) select(item, { focus: false });
}

function onSubmit(event) {
  const question = event.target.dataset?.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
}

// A page that was sent before its own judgement was there is shown anew, unless somebody is writing on it.
function onStatus(event) {
  if (event.target.id !== "status" || !event.target.querySelector("[data-reload]")) return;
  const writing = document.activeElement?.matches(TEXTUAL) || document.querySelector("dialog[open]");
  if (!writing) location.reload();
}

document.addEventListener("htmx:afterSwap", onStatus);
document.addEventListener("keydown", onKey);
document.addEventListener("click", onClick);
document.addEventListener("submit", onSubmit);
for (const dialog of document.querySelectorAll("dialog[data-open]")) dialog.showModal();
