// The cell cursor (ARIA grid pattern), rating from the keyboard, the panel of the cell under the cursor.

const DOUBLE_MS = 450;
const SETTLE_MS = 90;
const DIGITS = { 1: "CC", 2: "C", 3: "N", 4: "I", 5: "II" };
const MOVES = {
  ArrowLeft: [0, -1], h: [0, -1], ArrowRight: [0, 1], l: [0, 1], ArrowUp: [-1, 0], k: [-1, 0], ArrowDown: [1, 0], j: [1, 0],
};

const reasons = new Map();
let waiting = null;
let settle = 0;
let asked = 0;

const panel = () => document.getElementById("cell");
const tell = (text) => { document.getElementById("told").textContent = text; };
const rows = () =>
  [...document.querySelectorAll("#board [role=grid] tr")].map((row) => [...row.querySelectorAll(".cell")]).filter((row) => row.length);
const current = () => document.querySelector('#board .cell[tabindex="0"]') ?? document.querySelector("#board .cell");
const find = (at) => [...document.querySelectorAll("#board .cell[data-at]")].find((cell) => cell.dataset.at === at);

function shownAt() {
  const shown = panel().querySelector("[data-item-id]");
  return shown ? `${shown.dataset.itemId} ${shown.dataset.answerId}` : "";
}

function move(cell, { focus = true } = {}) {
  for (const other of document.querySelectorAll('#board .cell[tabindex="0"]')) other.tabIndex = -1;
  for (const other of document.querySelectorAll("#board [aria-selected]")) other.removeAttribute("aria-selected");
  cell.tabIndex = 0;
  if (focus) cell.focus();
  if (!cell.dataset.at) return;
  cell.parentElement.setAttribute("aria-selected", "true");
  const address = new URL(location.href);
  const [item, answer] = cell.dataset.at.split(" ");
  address.searchParams.set("item", item);
  address.searchParams.set("answer", answer);
  address.searchParams.delete("page");
  history.replaceState(null, "", address);
  clearTimeout(settle);
  settle = setTimeout(() => show(cell.dataset.at), SETTLE_MS);
}

async function show(at) {
  clearTimeout(settle);
  if (shownAt() === at) return;
  const mine = ++asked;
  const address = new URL("/matrix/cell", location.href);
  address.search = location.search;
  const [item, answer] = at.split(" ");
  address.searchParams.set("item", item);
  address.searchParams.set("answer", answer);
  const reply = await fetch(address, { headers: { Accept: "text/html" } });
  const text = await reply.text();
  if (mine !== asked || !reply.ok) return;
  panel().innerHTML = text;
  const why = panel().querySelector("input[name=why]");
  if (why) why.value = reasons.get(at) ?? "";
}

const readOdds = () =>
  new Map([...document.querySelectorAll("#board [data-percent]")].map((one) => [one.previousElementSibling.textContent, one.textContent]));

async function refresh(at, focus) {
  const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!reply.ok) return tell("The page could not be read again. Reload it.");
  const before = readOdds();
  const read = new DOMParser().parseFromString(await reply.text(), "text/html");
  const left = document.querySelector("#board .scroll")?.scrollLeft ?? 0;
  for (const id of ["board", "cell"]) document.getElementById(id).replaceWith(document.adoptNode(read.getElementById(id)));
  // The bar holds the undo of what was just decided, and the revision this page shows.
  const tools = document.adoptNode(read.querySelector(".bar .tools"));
  document.querySelector(".bar .tools").replaceWith(tools);
  window.htmx?.process(tools);
  const scroll = document.querySelector("#board .scroll");
  if (scroll) scroll.scrollLeft = left;
  const cell = at && find(at);
  if (cell) move(cell, { focus });
  const moved = [...readOdds()].filter(([name, now]) => before.has(name) && before.get(name) !== now);
  return moved.map(([name, now]) => `${name} ${before.get(name)} → ${now}`).join("; ");
}

async function send(form, more = {}) {
  const at = shownAt();
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  const focus = document.activeElement?.matches("#board .cell") || document.activeElement?.closest("#cell") !== null;
  const reply = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
  if (!reply.ok) {
    const error = await reply.json().catch(() => ({}));
    return tell([error.what, error.where, error.advice].filter(Boolean).join(". ") || "It was not kept. Try again.");
  }
  reasons.delete(at);
  const moved = await refresh(at, focus);
  tell([more.value ? `Kept: ${more.value}.` : "Taken back.", moved].filter(Boolean).join(" "));
}

async function rate(symbol, cell) {
  if (!cell.dataset.at) return;
  await show(cell.dataset.at);
  const form = panel().querySelector("[data-rate]");
  if (form && shownAt() === cell.dataset.at) await send(form, { value: symbol });
}

async function takeBack(cell) {
  if (!cell.dataset.at) return;
  await show(cell.dataset.at);
  const form = panel().querySelector("[data-take-back]");
  if (form && shownAt() === cell.dataset.at) await send(form);
  else tell("You have not rated this cell.");
}

function spell(letter, cell) {
  const double = waiting?.letter === letter && waiting.cell === cell;
  if (waiting) clearTimeout(waiting.timer);
  waiting = null;
  if (double) return rate(letter + letter, cell);
  waiting = { letter, cell, timer: setTimeout(() => { waiting = null; rate(letter, cell); }, DOUBLE_MS) };
}

function step(cell, event) {
  const grid = rows();
  const row = grid.findIndex((cells) => cells.includes(cell));
  const column = grid[row].indexOf(cell);
  const clamp = (at, list) => list[Math.max(0, Math.min(list.length - 1, at))];
  if (event.key === "Home" || event.key === "End") {
    const cells = event.ctrlKey ? clamp(event.key === "Home" ? 0 : grid.length, grid) : grid[row];
    return move(clamp(event.key === "Home" ? 0 : cells.length, cells));
  }
  const [down, right] = MOVES[event.key];
  move(clamp(column + right, clamp(row + down, grid)));
}

function onKey(event) {
  if (event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
  const why = event.target.closest?.("#cell input[name=why]");
  if (why && event.key === "Enter") {
    event.preventDefault();
    return current()?.focus();
  }
  const inGrid = event.target.closest?.("#board .cell");
  const cell = inGrid ?? (event.target === document.body || event.target.id === "main" ? current() : null);
  if (!cell) return;
  const jumps = event.key === "Home" || event.key === "End";
  const steps = event.key in MOVES && (inGrid || event.key.length === 1);
  const letter = event.key.toUpperCase();
  if (event.ctrlKey && !(jumps && inGrid)) return;
  if (steps || (jumps && inGrid)) inGrid ? step(cell, event) : move(cell);
  else if (inGrid && event.key in DIGITS) rate(DIGITS[event.key], cell);
  else if (inGrid && (letter === "C" || letter === "I") && event.key.length === 1) spell(letter, cell);
  else if (inGrid && letter === "N") rate("N", cell);
  else if (inGrid && event.key === "Backspace") takeBack(cell);
  else if (inGrid && event.key === " ") cell.click();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function onClick(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const cell = event.target.closest("#board .cell[data-at]");
  if (cell) {
    event.preventDefault();
    move(cell);
  }
}

function onSubmit(event) {
  if (event.target.matches('[action="/decisions"][data-rate], [action="/undo"]')) {
    event.preventDefault();
    send(event.target, event.submitter?.name ? { [event.submitter.name]: event.submitter.value } : {});
  }
}

document.addEventListener("keydown", onKey, true);
document.addEventListener("click", onClick);
document.addEventListener("submit", onSubmit);
document.addEventListener("input", (event) => {
  if (event.target.matches("#cell input[name=why]")) reasons.set(shownAt(), event.target.value);
});
document.addEventListener("change", (event) => {
  if (event.target.matches("#controls select, #controls input[type=checkbox]")) event.target.form.requestSubmit();
});
