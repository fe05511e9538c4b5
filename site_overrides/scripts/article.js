// The reading tools of an article: listen, text size, print, share, copy. Hidden until this runs.

const tools = document.querySelector("[data-tools]");
const article = document.querySelector("[data-article]");
const root = document.documentElement;
const SIZES = { smallest: 0, normal: 1, largest: 4 };
const VOICES_COME_WITHIN = 1000; // milliseconds: browsers load their list of voices when they are first asked
const VOICE_STARTS_WITHIN = 6000; // milliseconds: some take a silent engine without a word of complaint
const BLOCKS = "p, li, h2, h3, h4, h5, h6, dt, dd, td, th, figcaption";

const button = (name) => tools.querySelector(`[data-do="${name}"]`);
const say = (text) => {
  tools.querySelector(".tools-say").textContent = text;
};

const textSize = () => Number(root.dataset.textSize ?? SIZES.normal);

function showLimits() {
  button("smaller").ariaDisabled = String(textSize() <= SIZES.smallest);
  button("larger").ariaDisabled = String(textSize() >= SIZES.largest);
}

function resize(step) {
  root.dataset.textSize = String(Math.min(SIZES.largest, Math.max(SIZES.smallest, textSize() + step)));
  showLimits();
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

/** A block's own words: without blocks inside it, which are read by themselves, and without marks of notes. */
function words(block) {
  const copy = block.cloneNode(true);
  copy.querySelectorAll(`${BLOCKS}, sup[id^="fnref"]`).forEach((inner) => inner.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** What is read, in order: title, lead, the cover's caption and the text; notes at the end are left to the eye. */
function passages() {
  const blocks = article.querySelectorAll(`h1, .item-lead, .item-cover figcaption, .prose :is(${BLOCKS})`);
  return [...blocks].filter((block) => !block.closest(".footnote") && words(block));
}

/** A voice for the page's language; null when the device has voices but none for it, undefined when it names none. */
function findVoice() {
  const voices = speechSynthesis.getVoices();
  const spoken = (candidate) => candidate.lang.toLowerCase().split(/[-_]/)[0];
  return voices.find((candidate) => spoken(candidate) === root.lang) ?? (voices.length ? null : undefined);
}

function voicesKnown() {
  if (speechSynthesis.getVoices().length) return Promise.resolve();
  return new Promise((known) => {
    speechSynthesis.addEventListener("voiceschanged", known, { once: true });
    setTimeout(known, VOICES_COME_WITHIN);
  });
}

/**
 * Reads block after block, marking the one being read: some engines cut long speech off. A pause ends the speech and
 * keeps the block, since Android's engines cannot pause; going on reads that block from its beginning.
 */
const reader = {
  state: "silent", // or "starting", "reading", "paused"
  blocks: [],
  at: 0,
  utterance: null,

  async start() {
    this.become("starting");
    say("");
    await voicesKnown();
    if (this.state !== "starting") return;
    this.voice = findVoice();
    if (this.voice === null) return this.fail();
    this.blocks = passages();
    this.at = 0;
    this.read();
  },
  read() {
    const block = this.blocks[this.at];
    if (!block) return this.stop();
    this.become("reading");
    this.mark(block);
    const utterance = new SpeechSynthesisUtterance(words(block));
    utterance.lang = root.lang;
    if (this.voice) utterance.voice = this.voice;
    const silence = setTimeout(() => utterance === this.utterance && this.fail(), VOICE_STARTS_WITHIN);
    utterance.onstart = () => clearTimeout(silence);
    utterance.onend = () => {
      clearTimeout(silence);
      if (utterance !== this.utterance) return;
      this.at += 1;
      this.read();
    };
    utterance.onerror = () => utterance === this.utterance && this.fail();
    this.utterance = utterance;
    speechSynthesis.speak(utterance);
  },
  hush() {
    this.utterance = null;
    speechSynthesis.cancel();
  },
  pause() {
    this.hush();
    this.become("paused");
  },
  stop() {
    this.hush();
    this.mark(null);
    if (document.activeElement === button("stop")) button("listen").focus();
    this.become("silent");
  },
  fail() {
    this.stop();
    say(tools.dataset.noVoice);
  },
  toggle() {
    const next = { silent: "start", starting: "stop", reading: "pause", paused: "read" };
    this[next[this.state]]();
  },
  mark(block) {
    article.querySelector(".being-read")?.classList.remove("being-read");
    block?.classList.add("being-read");
    block?.scrollIntoView({ block: "nearest" });
  },
  become(state) {
    this.state = state;
    const labels = { silent: "listen", starting: "listen", reading: "pause", paused: "resume" };
    button("listen").querySelector("span:last-child").textContent = tools.dataset[labels[state]];
    button("stop").hidden = state === "silent";
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
  showLimits();
  tools.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-do]");
    if (pressed) actions[pressed.dataset.do]();
  });
  addEventListener("pagehide", () => reader.state === "silent" || reader.stop());
  tools.hidden = false;
}
