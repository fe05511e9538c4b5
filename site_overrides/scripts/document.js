// Beside each numbered part of a document, a button that copies the address of that very part. Beside headings it is for the
// pointer alone: the list of contents has their addresses, and a heading's name should be its words.

const text = document.querySelector("[data-copy-part]");
const PARTS = ":is(h2, h3, h4, h5, h6, p, li)[id]";
const SHOWN_FOR = 2000; // milliseconds
const status = document.querySelector(".tools-say");

async function copy(button, place) {
  const address = new URL(`#${place.id}`, location.href.split("#")[0]).href;
  history.replaceState(history.state, "", `#${place.id}`);
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = text.dataset.copied;
    button.classList.add("is-copied");
  } catch {
    status.textContent = text.dataset.copyFailed;
  }
  setTimeout(() => {
    status.textContent = "";
    button.classList.remove("is-copied");
  }, SHOWN_FOR);
}

/** What a part is called: its literal marker, its bold beginning, or its first words. */
function named(place) {
  const said = place.querySelector(".marker, strong")?.textContent ?? place.textContent;
  return said.trim().split(/\s+/).slice(0, 4).join(" ");
}

function offer(place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "part-link";
  button.title = text.dataset.copyPart;
  button.ariaLabel = `${text.dataset.copyPart}: ${named(place)}`;
  if (place.matches("h2, h3, h4, h5, h6")) {
    button.tabIndex = -1;
    button.ariaHidden = "true";
  }
  button.addEventListener("click", () => copy(button, place));
  place.append(button);
}

const body = text?.matches(".prose") ? text : text?.querySelector(".prose");
for (const place of body?.querySelectorAll(PARTS) ?? []) {
  if (!place.closest(".footnote")) offer(place);
}
