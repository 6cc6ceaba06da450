// The claim under the cursor is shown in the text, a marked passage leads to its claim, and the two dialogs are filled
// from the claim they are about.
import { currentItem, select } from "/static/workbench.js";

const marksOf = (id) => [...document.querySelectorAll("mark[data-claims]")].filter((mark) => mark.dataset.claims.split(" ").includes(id));

document.addEventListener("item", (event) => {
  for (const mark of document.querySelectorAll("mark.at")) mark.classList.remove("at");
  const marks = marksOf(event.target.id);
  for (const mark of marks) mark.classList.add("at");
  marks[0]?.scrollIntoView({ block: "nearest" });
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-claims]");
  const note = mark && document.getElementById(mark.dataset.claims.split(" ")[0]);
  if (note) select(note, { focus: false });
  const opener = event.target.closest("[data-open]");
  const item = opener?.closest("[data-item]") ?? currentItem();
  if (opener && item) open(document.getElementById(opener.dataset.open), item);
});

function open(dialog, item) {
  const form = dialog.querySelector("form");
  form.action = form.dataset.action.replace("{}", item.id);
  form.elements.next.value = `${form.dataset.next}#${item.id}`;
  for (const field of form.elements) {
    if (field.name in item.dataset) field.value = item.dataset[field.name];
  }
  dialog.showModal();
}

const wanted = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
if (wanted?.matches("[data-item]")) select(wanted);
