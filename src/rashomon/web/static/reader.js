// The claim under the cursor is shown in the text, a marked passage leads to its claim, and the two dialogs are filled
// from the claim they are about. The address names the claim under the cursor, so that it can be sent and undo comes back.
import { currentItem, select } from "/static/workbench.js";

const marksOf = (id) => [...document.querySelectorAll("mark[data-claims]")].filter((mark) => mark.dataset.claims.split(" ").includes(id));

document.addEventListener("item", (event) => {
  for (const mark of document.querySelectorAll("mark.at")) mark.classList.remove("at");
  const marks = marksOf(event.target.id);
  for (const mark of marks) mark.classList.add("at");
  marks[0]?.scrollIntoView({ block: "nearest" });
  if (!event.target.id) return;
  history.replaceState(null, "", `#${event.target.id}`);
  const undo = document.querySelector("form[action='/undo'] [name=next]");
  if (undo) undo.value = location.pathname + location.search + location.hash;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("[data-item]")) event.target.querySelector("a[data-key=o]")?.click();
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-claims]");
  if (mark) select(document.getElementById(nextOf(mark.dataset.claims.split(" "))), { focus: false });
  const opener = event.target.closest("[data-open]");
  const item = opener?.closest("[data-item]") ?? currentItem();
  if (opener && item) open(document.getElementById(opener.dataset.open), item);
});

// Claims may stand inside one another: pressing again leads to the one around.
function nextOf(ids) {
  return ids[(ids.indexOf(currentItem()?.id) + 1) % ids.length];
}

function open(dialog, item) {
  const form = dialog.querySelector("form");
  form.action = form.dataset.action.replace("{}", item.id);
  form.elements.next.value = `${form.dataset.next}#${item.id}`;
  for (const field of form.elements) {
    if (field.name in item.dataset) field.value = item.dataset[field.name];
  }
  dialog.showModal();
}

function begin() {
  const id = location.hash.slice(1);
  const wanted = id ? document.getElementById(id) : null;
  if (wanted?.matches("[data-item]")) select(wanted);
  const search = new URLSearchParams(location.search);
  // The claim stands in another part of a long report: only the server knows in which.
  if (id.startsWith("clm_") && !wanted && !search.has("claim")) location.replace(`${location.pathname}?claim=${encodeURIComponent(id)}`);
}

begin();
addEventListener("hashchange", begin);
