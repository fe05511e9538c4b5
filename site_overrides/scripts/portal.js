// What every page shares: the theme switch, and a menu that closes when it should. Pages work without any of it.

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Keeps a choice for later visits; a browser that forbids storage forgets it, which harms nothing. */
function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    /* nothing to do */
  }
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
}

function themeSwitch(button) {
  const label = button.querySelector("[data-theme-label]");
  const show = () => {
    label.textContent = isDark() ? button.dataset.light : button.dataset.dark;
    button.classList.toggle("is-dark", isDark());
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember("theme", root.dataset.theme);
    show();
  });
  dark.addEventListener("change", show);
  button.hidden = false;
  show();
}

function foldingMenu(menu) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
}

document.querySelectorAll("[data-theme-switch]").forEach(themeSwitch);
document.querySelectorAll(".menu-fold").forEach(foldingMenu);
