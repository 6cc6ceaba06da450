// Sets the colours chosen before the page is drawn, so that it does not flash. Loaded in the head, not as a module.
const chosen = localStorage.getItem("theme");
if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
