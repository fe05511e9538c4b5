// Beside each numbered part of a document, a button that copies the address of that very part. Without this the list of
// contents has the addresses.

const text = document.querySelector("[data-copy-part]");
const PARTS = ":is(h2, h3, h4, h5, h6, p, li)[id]";
const SHOWN_FOR = 2000; // milliseconds

async function copy(button, place) {
  const address = new URL(`#${place.id}`, location.href.split("#")[0]).href;
  history.replaceState(history.state, "", `#${place.id}`);
  try {
    await navigator.clipboard.writeText(address);
    button.ariaLabel = text.dataset.copied;
    button.classList.add("is-copied");
  } catch {
    button.ariaLabel = text.dataset.copyFailed;
  }
  setTimeout(() => {
    button.ariaLabel = text.dataset.copyPart;
    button.classList.remove("is-copied");
  }, SHOWN_FOR);
}

function offer(place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "part-link";
  button.ariaLabel = button.title = text.dataset.copyPart;
  button.addEventListener("click", () => copy(button, place));
  place.append(button);
}

const body = text?.matches(".prose") ? text : text?.querySelector(".prose");
for (const place of body?.querySelectorAll(PARTS) ?? []) {
  if (!place.closest(".footnote")) offer(place);
}
