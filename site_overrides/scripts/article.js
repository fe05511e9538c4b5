// The reading tools of an article: listen, text size, print, share, copy. Hidden until this runs.

const tools = document.querySelector("[data-tools]");
const article = document.querySelector("[data-article]");
const root = document.documentElement;
const SIZES = { smallest: 0, normal: 1, largest: 4 };

const button = (name) => tools.querySelector(`[data-do="${name}"]`);
const say = (text) => {
  tools.querySelector(".tools-say").textContent = text;
};

function resize(step) {
  const size = Number(root.dataset.textSize ?? SIZES.normal) + step;
  root.dataset.textSize = String(Math.min(SIZES.largest, Math.max(SIZES.smallest, size)));
  try {
    localStorage.setItem("text-size", root.dataset.textSize);
  } catch {
    /* forgotten with the page */
  }
}

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(button("copy").dataset.url);
    say(tools.dataset.copied);
  } catch {
    say(tools.dataset.copyFailed);
  }
}

async function share() {
  try {
    await navigator.share({ title: document.title, url: button("copy").dataset.url });
  } catch {
    /* the reader changed their mind */
  }
}

/** The blocks to be read: title, lead and text, without tables' furniture, notes and captions read twice. */
function passages() {
  const blocks = article.querySelectorAll("h1, [data-read].item-lead, .prose :is(p, li, h2, h3, h4, blockquote, td, th)");
  return [...blocks].filter((block) => !block.closest(".footnote") && !block.querySelector("p, li"));
}

function voice(language) {
  const voices = speechSynthesis.getVoices();
  return voices.find((candidate) => candidate.lang.toLowerCase().replace("_", "-").startsWith(language));
}

/** Reads one block after another, marking the one being read; a whole article in one utterance is cut off by some engines. */
const reader = {
  queue: [],
  current: null,
  start() {
    const chosen = voice(root.lang);
    if (!chosen && speechSynthesis.getVoices().length) return say(tools.dataset.noVoice);
    this.queue = passages();
    this.next(chosen);
    this.show(true);
  },
  next(chosen) {
    this.current?.classList.remove("being-read");
    this.current = this.queue.shift() ?? null;
    if (!this.current) return this.show(false);
    this.current.classList.add("being-read");
    const words = new SpeechSynthesisUtterance(this.current.textContent.trim());
    words.lang = root.lang;
    if (chosen) words.voice = chosen;
    words.onend = () => this.current && this.next(chosen);
    words.onerror = () => this.stop();
    speechSynthesis.speak(words);
  },
  stop() {
    this.queue = [];
    this.current?.classList.remove("being-read");
    this.current = null;
    speechSynthesis.cancel();
    this.show(false);
  },
  toggle() {
    if (!this.current) return this.start();
    if (speechSynthesis.paused) speechSynthesis.resume();
    else speechSynthesis.pause();
    this.label(speechSynthesis.paused ? tools.dataset.pause : tools.dataset.resume);
  },
  show(reading) {
    button("stop").hidden = !reading;
    this.label(reading ? tools.dataset.pause : tools.dataset.listen);
  },
  label(text) {
    button("listen").querySelector("span:last-child").textContent = text;
  },
};

const actions = {
  listen: () => reader.toggle(),
  stop: () => reader.stop(),
  smaller: () => resize(-1),
  larger: () => resize(1),
  print: () => window.print(),
  share,
  copy: copyAddress,
};

if (tools && article) {
  button("share").hidden = !navigator.share;
  button("listen").hidden = !("speechSynthesis" in window);
  tools.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-do]");
    if (pressed) actions[pressed.dataset.do]();
  });
  addEventListener("pagehide", () => "speechSynthesis" in window && speechSynthesis.cancel());
  tools.hidden = false;
}
