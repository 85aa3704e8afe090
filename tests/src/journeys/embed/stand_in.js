// Stands in for the module of labs where a site was built without it: the contract of docs/embed.md
// without an engine. Time passes, one invariant breaks, and of all acts it knows those that crash.
export default async function init() {}

export function createLab(element, options) {
  if (options.scenario === "ch99-refused") throw new Error("There is no such scenario.");
  const tell = (message) => options.onmessage({ version: 1, ...message });
  let at = 0;
  let playing = false;
  let broken = false;
  let script = "";
  const dial = document.createElement("button");
  dial.dataset.host = "n1";
  dial.textContent = `${options.scenario}, stage ${options.stage}`;
  element.append(dial);

  function state() {
    const hash = `${at.toFixed(3)} ${script}`;
    return {
      scenario: options.scenario, stage: options.stage, seed: options.seed || "1",
      at, playing, hash, lying: [], modes: [], script,
    };
  }

  function changed() {
    tell({ type: "state", state: state() });
  }

  const timer = setInterval(() => {
    if (!playing) return;
    at += 0.05;
    if (at > 0.3 && !broken) {
      broken = true;
      tell({ type: "violation", invariant: "freshness", at, text: "A read was answered stale." });
    }
    changed();
  }, 50);

  queueMicrotask(() => {
    tell({ type: "ready", state: state() });
    tell({ type: "height", pixels: 640 });
  });
  return {
    play() { playing = true; changed(); },
    pause() { playing = false; changed(); },
    step(count = 1) { at += count / 1000; changed(); },
    seek(seconds) { at = seconds; changed(); },
    inject(act) {
      if (!/^crash n\d$/.test(act)) throw new Error(`“${act}” is no act.`);
      script += `${at} ${act}\n`;
      changed();
    },
    set() {},
    get: state,
    dispose() { clearInterval(timer); element.replaceChildren(); },
  };
}
