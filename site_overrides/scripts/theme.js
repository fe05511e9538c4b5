// Runs before the first paint: a chosen theme does not flash, and controls that scripts bring find their place kept.
(function () {
  document.documentElement.dataset.scripts = "";
  try {
    var chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
    var size = localStorage.getItem("text-size");
    if (/^[0-4]$/.test(size || "")) document.documentElement.dataset.textSize = size;
  } catch (error) {
    /* storage may be forbidden: the system's theme and the normal size are fine */
  }
})();
