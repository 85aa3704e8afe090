// The page in the frame of an embed: one lab, what its address asks for, and what its host says.
// docs/embed.md is the contract. Works as well in a plain iframe, whose host says nothing.
const HOME = new URL("..", import.meta.url);
const KNOWN = ["v", "scenario", "stage", "run", "seed", "theme", "hide", "host"];
const THEMES = ["auto", "light", "dark", "contrast", "projector"];
const BYTES_MAX = 4096;
const EARLY_MAX = 100;

const root = document.documentElement;
const place = document.getElementById("lab");
const notice = document.getElementById("notice");
const asked = new URLSearchParams(location.search);
const ignored = [];

// A value of the address, or what stands for it where it cannot be used.
function value(name, usable, instead) {
  const given = asked.get(name);
  if (given === null) return instead;
  if (usable(given)) return given;
  ignored.push(`${name}=${given.slice(0, 40)}`);
  return instead;
}

function isOrigin(text) {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

// Seeds have 64 bits.
function isSeed(text) {
  return /^\d{1,20}$/.test(text) && BigInt(text) < 2n ** 64n;
}

const scenario = value("scenario", (text) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(text), "");
const stage = Number(value("stage", (text) => /^[1-9][0-9]?$/.test(text), "1"));
const theme = value("theme", (text) => THEMES.includes(text), "auto");
const run = value("run", (text) => /^[\w.~-]{1,6000}$/.test(text), undefined);
const seed = value("seed", isSeed, undefined);
const hide = value("hide", (text) => /^[a-z, ]{1,200}$/.test(text), undefined);
const host = value("host", isOrigin, "");
value("v", (text) => text === "1", "1");
for (const name of new Set(asked.keys())) if (!KNOWN.includes(name)) ignored.push(name);

wear(theme);
const page = new URL(scenario ? `play/${scenario}/?stage=${stage}` : "labs/", HOME).href;
const framed = window.parent !== window;
let lab = null;
let height = 0;

// A sentence above the lab takes room that the lab knows nothing of.
function note(text) {
  if (notice.textContent === text) return;
  notice.textContent = text;
  grow();
}

const left =
  ignored.length > 0
    ? `The address has parts that mean nothing here and are left out: ${ignored.join(", ")}.`
    : "";
note(left);

// Where the host has not said who it is, nothing goes out that is not for everybody to see.
function tell(message) {
  if (framed) window.parent.postMessage({ dst: 1, ...message }, host || "*");
}

// As high as the lab is, with what stands above it.
function grow() {
  if (height) tell({ version: 1, type: "height", pixels: height + notice.offsetHeight });
}

function hear(message) {
  if (message.type === "height") {
    height = message.pixels;
    return grow();
  }
  tell(message);
  // What was left out is told to the host as well, once there is a lab that does without it.
  if (message.type === "ready" && left) refuse(left);
}

// For whoever writes the host: in what readers see nothing changes, least of all the height.
function refuse(text) {
  console.info(text);
  tell({ version: 1, type: "failure", text, link: page });
}

function fail(text, link = page) {
  note(`${text} `);
  const way = document.createElement("a");
  way.href = link;
  way.target = "_blank";
  way.rel = "noopener";
  way.textContent = "The lab on a page of its own";
  notice.append(way);
  grow();
  tell({ version: 1, type: "failure", text, link });
}

// What a host may ask for. What it brings is as it may be: the lab says what it cannot use.
const COMMANDS = {
  play: () => lab.play(),
  pause: () => lab.pause(),
  step: ({ count }) => lab.step(count),
  seek: ({ seconds }) => lab.seek(seconds),
  inject: ({ act }) => lab.inject(act),
  set: ({ key, value }) => set(key, value),
  get: ({ ask }) => tell({ version: 1, type: "state", state: lab.get(), ask }),
};

// What stands around the lab wears its theme.
function set(key, value) {
  lab.set(key, value);
  if (key === "theme") wear(value);
}

function wear(theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

// Is it for this frame? Others speak on a page too.
function isOurs({ data, source, origin }) {
  if (!framed || source !== window.parent || (host && origin !== host)) return false;
  return Boolean(data) && typeof data === "object" && data.dst === 1;
}

// Throws one sentence where a message cannot be used.
function obey(data) {
  if (data.version !== undefined && brief(data.version) !== "1") {
    throw new Error(`This lab knows messages of version 1, not of ${brief(data.version)}.`);
  }
  if (sizeOf(data) > BYTES_MAX) {
    throw new Error(`A message to a lab has at most ${BYTES_MAX} letters.`);
  }
  if (typeof data.command !== "string" || !Object.hasOwn(COMMANDS, data.command)) {
    const known = Object.keys(COMMANDS).join(", ");
    throw new Error(`There is no command \u201c${brief(data.command)}\u201d; there are ${known}.`);
  }
  COMMANDS[data.command](data);
}

function sizeOf(data) {
  try {
    return JSON.stringify(data).length;
  } catch {
    return Infinity;
  }
}

// What is neither text nor a number is nothing that a sentence can show.
function brief(value) {
  return /^(string|number)$/.test(typeof value) ? String(value).slice(0, 40) : typeof value;
}

// What comes before there is a lab waits for it.
const early = [];

window.addEventListener("message", (event) => {
  if (!isOurs(event)) return;
  if (lab) take(event.data);
  else if (early.length < EARLY_MAX) early.push(event.data);
});

function take(data) {
  try {
    obey(data);
  } catch (error) {
    refuse(sentence(error));
  }
}

// Escape belongs to whatever is open in the lab; what is left of it leads back to the host.
window.addEventListener("keydown", (event) => {
  const isFree = !event.defaultPrevented && !document.querySelector("dialog[open]");
  if (event.key === "Escape" && isFree) tell({ version: 1, type: "leave" });
});

// Until a reader goes in, what could scroll in the lab leaves the wheel to the host.
window.addEventListener("focus", () => root.setAttribute("data-entered", ""));
window.addEventListener("blur", () => root.removeAttribute("data-entered"));
if (document.hasFocus()) root.setAttribute("data-entered", "");

function sentence(error) {
  return String((error && error.message) || error).slice(0, 999);
}

async function begin() {
  if (!scenario) return fail("The address names no lab: it needs scenario=NAME.");
  let made;
  try {
    made = await import("./lab.js");
    await made.default();
  } catch {
    return fail("The lab could not be loaded. Try again, or open it on its own page.");
  }
  try {
    const options = { scenario, stage, run, seed, theme, hide, onmessage: hear };
    lab = made.createLab(place, options);
  } catch (error) {
    return fail(sentence(error));
  }
  early.splice(0).forEach(take);
}

begin();
