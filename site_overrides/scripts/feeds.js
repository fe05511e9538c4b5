// Buttons that copy a feed's address; without the clipboard the address stands there to be selected.

const status = document.querySelector("[data-copy-status]");

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    status.textContent = button.dataset.copied;
    button.classList.add("is-copied");
  } catch {
    status.textContent = button.dataset.copyFailed;
  }
}

document.querySelectorAll("button[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
});
