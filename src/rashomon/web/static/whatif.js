// Sliders say what they stand at, those left alone follow the answers, and a bar of the chart leads to its control.
// What is tried lives in the address: the server writes it there after every change.

import { select } from "/static/workbench.js";

const controls = document.getElementById("tried");

function tell(slider) {
  const output = slider.parentElement.querySelector("output");
  if (output) output.textContent = `${slider.value} %`;
}

// The hidden field beside a slider holds where it stood; a slider that stands there still is no change.
function follow() {
  for (const row of document.querySelectorAll("#outcome [data-answer]")) {
    const slider = controls.querySelector(`[data-of="${CSS.escape(row.dataset.answer)}"]`);
    const stood = slider?.parentElement.querySelector("[name=of]");
    if (!stood || stood.value !== `${row.dataset.answer}:${slider.value}`) continue;
    slider.value = row.dataset.prior;
    stood.value = `${row.dataset.answer}:${slider.value}`;
    tell(slider);
  }
}

function tryWithout(id) {
  const tick = controls.querySelector(`input[name=without][value="${CSS.escape(id)}"]`);
  if (!tick) {
    const address = new URL(location.href);
    address.searchParams.append("without", id);
    location.assign(address);
    return;
  }
  tick.focus();
  if (!tick.checked) tick.click();
}

function jump(title) {
  const section = document.getElementById(title)?.closest("section");
  section?.scrollIntoView({ block: "start" });
  const first = section?.querySelector("[data-item]");
  if (first) select(first);
}

if (controls) {
  controls.addEventListener("input", (event) => {
    if (event.target.matches("input[type=range]")) tell(event.target);
  });
  document.body.addEventListener("htmx:afterSwap", follow);
  follow();
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("[data-try], [data-focus], [data-jump]");
    if (!link) return;
    event.preventDefault();
    if (link.dataset.try) tryWithout(link.dataset.try);
    else if ("jump" in link.dataset) jump(link.hash.slice(1));
    else document.getElementById(link.dataset.focus)?.focus();
  });
}
