// Defines <dst-lab>: the poster of a lab, and in its place, once somebody asks for it, the lab
// itself in a frame. Before that nothing is loaded but the poster. docs/embed.md is the contract.
(function () {
  "use strict";
  if (!window.customElements || customElements.get("dst-lab")) return;

  // A script that another module has brought along is not the current one.
  const script = document.currentScript || document.querySelector('script[src*="/embed.js"]');
  if (!script) return;
  const HOME = new URL(".", script.src);
  const PATIENCE_MS = 15000;
  const BYTES_MAX = 65536;
  const TYPES = ["ready", "height", "state", "violation", "failure"];
  const THEMES = ["light", "dark", "contrast", "projector"];
  const NARROW = 600;
  const STAGE = /^[1-9]\d?$/;
  const SEED = /^\d{1,20}$/;
  const KNOWN = ["scenario", "stage", "run", "seed", "theme", "hide", "label"];
  const PARTS =
    "stages predict undo lecture compare share settings views matrix panels timeline pace clocks " +
    "rules faults";
  // What a lab that runs takes on, and what stands for it once it is taken away.
  const LIVE = { theme: "auto", stage: "1", seed: "auto" };
  // What may stand on any element; names with other signs are those of other programs.
  const GLOBAL = /^(id|class|style|title|lang|dir|hidden|slot|part|role|tabindex|is|on.*)$|[^a-z]/;

  // What of this site the policy of the page keeps away, by the beginning of the directive.
  const barred = new Set();
  document.addEventListener("securitypolicyviolation", (event) => {
    if (event.disposition === "enforce" && event.blockedURI.startsWith(HOME.origin)) {
      barred.add(event.effectiveDirective.split("-")[0]);
    }
  });

  // What holds it may go by the width of what is in it, which of a container is none unless said.
  const look = new CSSStyleSheet();
  look.replaceSync(`
    :host { display: block; box-sizing: border-box; width: 100%; min-width: 0; max-width: 100%;
      container-type: inline-size; contain-intrinsic-inline-size: 300px; text-align: start;
      --paper: #fbfaf7; --ink: #1b1a17; --edge: #857f73; --focus: #2252b0; color: var(--ink);
      font: 400 15px/21px "Segoe UI", system-ui, sans-serif; }
    :host([hidden]) { display: none; }
    :host([data-look="dark"]) { --paper: #17181b; --ink: #ece9e2; --edge: #7f7b72;
      --focus: #93b4ff; }
    :host(:is([data-look="contrast"], [data-look="projector"])) { --paper: #fff; --ink: #000;
      --edge: #000; --focus: #003b9a; }
    .all { background: var(--paper); border: 1px solid var(--edge); }
    .bar { display: flex; flex-wrap: wrap; gap: 7px 14px; align-items: center; padding: 7px 10px; }
    .bar:has([hidden]) { display: none; }
    button { font: 600 15px/21px inherit; font-family: inherit; min-height: 44px; padding: 0 14px;
      border: 1px solid var(--ink); border-radius: 2px; background: var(--ink);
      color: var(--paper); cursor: pointer; }
    a, ::slotted(a) { color: inherit; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    .box { position: relative; overflow: hidden; }
    iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
    img { display: block; position: relative; width: 100%; aspect-ratio: auto 5 / 4;
      max-height: 760px; object-fit: contain; object-position: top; cursor: pointer;
      background: var(--paper); z-index: 1; color: var(--ink); }
    .runs img, .bare img, .runs .bar a { display: none; }
    .bare .box:has(iframe) { height: 760px; }
    p { margin: 0; padding: 7px 10px; }
    .says { max-width: 75ch; }
    .runs .says, .note:empty { display: none; }
    .note { font-weight: 600; border-top: 1px solid var(--edge); }
    @container (max-width: ${NARROW}px) { img { aspect-ratio: auto 3 / 4; max-height: 620px; } }
  `);

  function make(name, parent, values) {
    const made = Object.assign(document.createElement(name), values);
    parent.append(made);
    return made;
  }

  // How bright the ground is that an element stands on; null where no colour is painted.
  function ground(element) {
    for (let at = element; at; at = at.parentElement || at.getRootNode().host) {
      const parts = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?/.exec(
        getComputedStyle(at).backgroundColor
      );
      if (parts && (parts[4] === undefined || parts[4] > 0.5)) {
        return (0.3 * parts[1] + 0.6 * parts[2] + 0.1 * parts[3]) / 255;
      }
    }
    return null;
  }

  const prefers = (what) => matchMedia(`(prefers-${what})`).matches;

  function themeOf(element, wish) {
    if (THEMES.includes(wish)) return wish;
    if (prefers("contrast: more")) return "contrast";
    const bright = ground(element);
    if (bright !== null) return bright < 0.5 ? "dark" : "light";
    // What nobody has painted is as the page's schemes say, and light where it names none.
    const schemes = getComputedStyle(element).colorScheme;
    if (!/dark/.test(schemes)) return "light";
    return /light/.test(schemes) && !prefers("color-scheme: dark") ? "light" : "dark";
  }

  const isTheme = (name) => name === "auto" || THEMES.includes(name);
  const isPart = (name) => PARTS.split(" ").includes(name);
  const partsOf = (value) => value.split(",").map((part) => part.trim()).filter(Boolean);

  // A message of a frame as it may be, or null.
  function checked(data) {
    if (!data || typeof data !== "object" || data.dst !== 1 || typeof data.type !== "string") {
      return null;
    }
    try {
      if (JSON.stringify(data).length > BYTES_MAX) return null;
    } catch {
      return null;
    }
    return data;
  }

  class Lab extends HTMLElement {
    static observedAttributes = KNOWN;
    #parts = null;
    #frame = null;
    #timer = 0;
    #ready = false;
    #queue = [];
    #asked = new Map();
    #asks = 0;
    #shown = "";
    #name = "";
    #missed = 0;
    #hear = (event) => this.#take(event);
    #bar = () => {
      if (barred.has("frame") && !this.#ready) this.#fail(this.#forbidden("frame"), this.#page);
    };

    connectedCallback() {
      if (!this.#parts) this.#build();
      this.#poster();
    }

    disconnectedCallback() {
      this.#end();
      this.#shown = "";
    }

    // A lab that runs goes on in another theme, stage or seed, and under another name; what else
    // changes is another lab, and whoever had the run is told that it is gone.
    attributeChangedCallback(name, before, now) {
      if (!this.isConnected || !this.#parts || before === now) return;
      if (!this.#frame) return this.#poster();
      if (name === "label") return this.#draw();
      if (name === "stage") this.#missed = 0;
      if (LIVE[name]) return this.set(name, now || LIVE[name]);
      this.#poster();
      this.#tell("end", { version: 1, type: "end", attribute: name });
    }

    play() { this.#send({ command: "play" }); }
    pause() { if (this.#frame) this.#send({ command: "pause" }); }
    step(count = 1) { this.#send({ command: "step", count }); }
    seek(seconds) { this.#send({ command: "seek", seconds }); }
    inject(act) { this.#send({ command: "inject", act }); }

    // What stands around the lab wears its theme.
    set(key, value) {
      if (key === "theme" && isTheme(value)) value = this.dataset.look = themeOf(this, value);
      this.#send({ command: "set", key, value });
    }

    // The state of a lab that runs; null of a poster.
    get() {
      if (!this.#frame) return Promise.resolve(null);
      // Other states are under way, of before.
      const ask = ++this.#asks;
      this.#send({ command: "get", ask });
      return new Promise((tell) => this.#asked.set(ask, tell));
    }

    #build() {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [look];
      const all = make("div", root, { className: "all" });
      const bar = make("div", all, { className: "bar" });
      const button = make("button", bar, { type: "button" });
      const link = make("a", bar, { target: "_blank", rel: "noopener" });
      const box = make("div", all, { className: "box" });
      const image = make("img", box, { alt: "", decoding: "async" });
      const saying = make("p", all, { className: "says", id: "says" });
      const slot = make("slot", saying, {});
      const says = make("span", saying, {});
      // The words of the book make way for those of the page, which may come later.
      slot.addEventListener("slotchange", () => {
        if (this.textContent.trim()) says.textContent = "";
      });
      const note = make("p", all, { className: "note" });
      note.setAttribute("role", "status");
      button.setAttribute("aria-describedby", "says");
      button.addEventListener("click", () => (this.#ready ? this.#enter() : this.play()));
      image.addEventListener("click", () => this.play());
      // A browser may tell of a policy only after the picture that it keeps away.
      image.addEventListener("error", () => setTimeout((of) => this.#missing(of), 99, image.src));
      this.#parts = { all, button, link, box, image, says, note };
    }

    // Firefox gives the keys to the frame's window and not to its element.
    #enter() {
      this.#frame.focus();
      this.#frame.contentWindow.focus();
    }

    get #stage() {
      const stage = this.getAttribute("stage");
      return STAGE.test(stage) && !this.#missed ? Number(stage) : 1;
    }

    // Attributes that mean nothing, and values that cannot be used.
    get #odd() {
      const isOdd = (name) => !KNOWN.includes(name) && !GLOBAL.test(name);
      const odd = this.getAttributeNames().filter(isOdd);
      const tell = (name, value) => value && odd.push(`${name}="${value.slice(0, 40)}"`);
      const check = (name, fits) => {
        const value = this.getAttribute(name);
        if (value && !fits(value)) tell(name, value);
      };
      check("stage", (value) => STAGE.test(value));
      check("seed", (value) => SEED.test(value));
      check("theme", isTheme);
      tell("hide", partsOf(this.getAttribute("hide") || "").filter((part) => !isPart(part)).join());
      return odd.length ? `Attributes that mean nothing here are left out: ${odd.join(", ")}.` : "";
    }

    // The scenario's name, if it can be one.
    get #scenario() {
      const name = (this.getAttribute("scenario") || "").trim();
      return /^[a-z0-9][a-z0-9-]{0,79}$/.test(name) ? name : "";
    }

    // The lab's own page, for whoever cannot have it here.
    get #page() {
      const [name, run] = [this.#scenario, this.getAttribute("run")];
      const what = run ? `run=${encodeURIComponent(run)}` : `stage=${this.#stage}`;
      return name ? `${HOME}play/${name}/?${what}` : `${HOME}labs/`;
    }

    #poster() {
      const { button, link, note } = this.#parts;
      this.#end();
      this.#missed = 0;
      this.dataset.look = themeOf(this, this.getAttribute("theme"));
      button.textContent = "Run the lab";
      button.hidden = link.hidden = false;
      note.textContent = "";
      if (!this.#scenario) return this.#lost();
      const odd = this.#odd;
      if (odd) this.#say(odd, this.#page);
      this.#draw();
    }

    #draw() {
      const { image, link, says } = this.#parts;
      if (!this.#frame) this.#parts.all.classList.remove("bare");
      const name = this.#scenario;
      const stem = `${HOME}embed/posters/${name}-${this.#stage}`;
      const label = this.getAttribute("label") || "";
      this.#name = label || name;
      if (this.#frame) this.#frame.title = `Lab: ${this.#name}`;
      link.textContent = label || "On a page of its own";
      link.href = this.#page;
      const narrow = this.getBoundingClientRect().width <= NARROW ? "-narrow" : "";
      image.src = `${stem}${narrow}.svg#${this.dataset.look}`;
      image.alt = label || `Still of the lab ${name}, stage ${this.#stage}`;
      says.textContent = "";
      this.#shown = stem;
      // What stands in the element is known for certain once the page has been read.
      const then = () => this.#describe(stem, label);
      if (document.readyState !== "loading") then();
      else document.addEventListener("DOMContentLoaded", then, { once: true });
    }

    // What the poster shows, in words, where the page that it stands on says nothing itself.
    async #describe(stem, label) {
      if (stem !== this.#shown || this.textContent.trim() !== "") return;
      try {
        const told = await (await fetch(`${stem}.json`, { credentials: "omit" })).json();
        const { image, link, says } = this.#parts;
        if (stem !== this.#shown || this.textContent.trim() !== "") return;
        if (!label) this.#name = link.textContent = image.alt = String(told.title).slice(0, 200);
        says.textContent = String(told.text).slice(0, 2000);
      } catch {
        // A host that lets nothing be fetched has the name of the lab.
      }
    }

    // The picture has not come. Whatever the reason, it is said; a lab that may be there can run.
    #missing(picture) {
      const { all, image } = this.#parts;
      if (this.#frame || picture !== image.src) return;
      if (barred.has("img")) {
        all.classList.add("bare");
        return this.#say(this.#forbidden("img"), this.#page);
      }
      const stage = this.#stage;
      if (stage === 1) return this.#lost();
      // Without a first one there is no lab at all.
      this.#missed = stage;
      const odd = this.#odd;
      const text = `There is no stage ${stage} of this lab; it starts with the first.`;
      const came = () => {
        if (this.#missed === stage) this.#say(text, this.#page, undefined, odd && `${odd} `);
      };
      image.addEventListener("load", came, { once: true });
      this.#draw();
    }

    #forbidden(kind) {
      const what = kind === "img" ? "the picture" : "the lab";
      return `The policy of this page keeps ${what} away: it needs ${kind}-src ${HOME.origin}.`;
    }

    // There is nothing that could run.
    #lost() {
      const { all, button, link } = this.#parts;
      const name = (this.getAttribute("scenario") || "").slice(0, 80);
      const had = this.shadowRoot.activeElement;
      all.classList.add("bare");
      button.hidden = link.hidden = true;
      const none = 'This element names no lab: it needs scenario="NAME".';
      const text = name ? `There is no lab \u201c${name}\u201d at ${HOME.host}.` : none;
      this.#say(text, `${HOME}labs/`, "All labs");
      // What had the focus is gone.
      if (had) this.#parts.note.lastChild.focus();
    }

    #run() {
      const { button, box, note } = this.#parts;
      if (this.#frame) return;
      if (button.hidden) return this.#lost();
      note.textContent = "";
      button.textContent = "It loads \u2026";
      const query = new URLSearchParams({ v: 1, scenario: this.#scenario, stage: this.#stage });
      query.set("theme", this.dataset.look);
      // What has been told of already is not told of again.
      const of = (name) => this.getAttribute(name) || "";
      const seed = SEED.test(of("seed")) ? of("seed") : "";
      const rest = { run: of("run"), seed, hide: partsOf(of("hide")).filter(isPart).join() };
      for (const name in rest) if (rest[name]) query.set(name, rest[name]);
      query.set("host", location.origin);
      window.addEventListener("message", this.#hear);
      document.addEventListener("securitypolicyviolation", this.#bar);
      const late = "The lab did not answer. Try again, or see it on its own page.";
      this.#timer = setTimeout(() => this.#fail(late, this.#page), PATIENCE_MS);
      const frame = document.createElement("iframe");
      frame.title = `Lab: ${this.#name}`;
      frame.referrerPolicy = "no-referrer";
      frame.src = `${HOME}embed/?${query}`;
      this.#frame = frame;
      box.append(frame);
    }

    // Takes the frame away, and whatever waits for it.
    #end() {
      clearTimeout(this.#timer);
      window.removeEventListener("message", this.#hear);
      document.removeEventListener("securitypolicyviolation", this.#bar);
      if (this.#frame && this.shadowRoot.activeElement === this.#frame) this.#parts.button.focus();
      if (this.#frame) this.#frame.remove();
      this.#frame = null;
      this.#ready = false;
      this.#queue = [];
      this.#asked.forEach((tell) => tell(null));
      this.#asked.clear();
      this.#parts.all.classList.remove("runs");
      this.#parts.box.style.height = "";
    }

    #send(message) {
      if (!this.isConnected) return;
      if (!this.#frame) this.#run();
      if (!this.#frame) return;
      if (!this.#ready) return this.#queue.push(message);
      try {
        this.#frame.contentWindow.postMessage({ dst: 1, ...message }, HOME.origin);
      } catch {
        this.#report("A lab takes text and numbers, and no programs.", this.#page);
      }
    }

    #take(event) {
      const { button, all, box } = this.#parts;
      if (!this.#frame || event.source !== this.#frame.contentWindow) return;
      if (event.origin !== HOME.origin) return;
      const message = checked(event.data);
      if (!message) return;
      if (message.type === "leave") return button.focus();
      if (!TYPES.includes(message.type)) return;
      if (message.type === "failure") {
        const link = String(message.link || "");
        const ours = link.startsWith(HOME.href) ? link : this.#page;
        const text = String(message.text).slice(0, 999);
        // What a lab that runs has refused is for the program that asked.
        return this.#ready ? this.#report(text, ours) : this.#fail(text, ours);
      }
      if (message.type === "ready") {
        clearTimeout(this.#timer);
        this.#ready = true;
        // As high as its picture was, until it says how high it is.
        box.style.height = `${box.offsetHeight}px`;
        all.classList.add("runs");
        button.textContent = "Go into the lab";
        this.#queue.splice(0).forEach((one) => this.#send(one));
      }
      if (this.#asked.has(message.ask)) {
        this.#asked.get(message.ask)(message.state);
        this.#asked.delete(message.ask);
      }
      const kept = this.#tell(message.type, message);
      if (message.type === "height" && kept) {
        const pixels = Math.round(message.pixels);
        if (pixels > 0 && pixels < 10000) box.style.height = `${pixels}px`;
      }
    }

    // What has not run gives way to its picture.
    #fail(text, link) {
      this.#end();
      this.#parts.button.textContent = "Try again";
      this.#say(text, link);
    }

    #say(text, link, name = "See its page", before = "") {
      const { note } = this.#parts;
      note.textContent = `${before}${text} `;
      const way = make("a", note, { href: link, target: "_blank", rel: "noopener" });
      way.textContent = name;
      this.#report(text, link);
    }

    #report(text, link) {
      this.#tell("failure", { version: 1, type: "failure", text, link });
    }

    #tell(type, detail) {
      const values = { detail, bubbles: true, composed: true, cancelable: type === "height" };
      return this.dispatchEvent(new CustomEvent(`dst-${type}`, values));
    }
  }

  customElements.define("dst-lab", Lab);
})();
