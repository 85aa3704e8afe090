// The page of a lab that is one file: everything that it needs stands in it, and it asks nobody.
// The module of labs stands before this text, in the same script. docs/embed.md is the contract.
const given = JSON.parse(document.getElementById("given").textContent);
// Where the module would lie in the site that the file names; nowhere, if it names none.
const HOME = given.site ? `${given.site}embed/lab.js` : "";

function say(text) {
  const notice = document.getElementById("notice");
  notice.textContent = `${text} `;
  if (!given.site) return;
  const way = document.createElement("a");
  way.href = `${given.site}play/${given.options.scenario}/?stage=${given.options.stage}`;
  way.rel = "noopener";
  way.textContent = "The lab on a page of its own";
  notice.append(way);
}

function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(whole);
}

async function program() {
  const text = document.getElementById("program").textContent;
  return WebAssembly.compile(await unpacked(text).arrayBuffer());
}

// What the module fetches elsewhere, by the name of its file.
async function part(name) {
  return unpacked(JSON.parse(document.getElementById("parts").textContent)[name]);
}

// The lab takes the place of its picture, and has a heading of its own.
function show() {
  document.getElementById("still").remove();
  document.querySelector("h1").className = "vh";
}

function begin() {
  // The way to a second run leads to a page of the site.
  const hide = [given.options.hide, given.site ? "" : "compare"].filter(Boolean).join(",");
  window.lab = createLab(document.getElementById("lab"), {
    ...given.options,
    hide,
    data: given.data,
    onmessage({ type, text }) {
      if (type === "ready") show();
      // A lab that is there says itself what it does without.
      if (type === "failure" && document.getElementById("still")) say(text);
    },
  });
}

if (given.options.theme && given.options.theme !== "auto") {
  document.documentElement.dataset.theme = given.options.theme;
  document.querySelector("#still img").src += `#${given.options.theme}`;
}
if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
  say("This browser is too old to run the lab; its picture stands below.");
} else {
  program()
    .then((module) => init({ module_or_path: module }))
    .then(begin)
    .catch((error) => say(`The lab could not begin: ${String((error && error.message) || error)}`));
}
