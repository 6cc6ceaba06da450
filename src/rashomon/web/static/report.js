// Printing is the browser's own: it also saves as PDF.
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
