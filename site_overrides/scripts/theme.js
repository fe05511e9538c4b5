// Runs before the first paint, so that a chosen theme does not flash. Storage may be forbidden: then the system decides.
(function () {
  try {
    var chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
    var size = localStorage.getItem("text-size");
    if (/^[0-4]$/.test(size || "")) document.documentElement.dataset.textSize = size;
  } catch (error) {
    /* the defaults are fine */
  }
})();
