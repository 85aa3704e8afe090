// Says what happened when the page's program cannot start, or stops. Written so that any browser
// that can show the prose can also read this.
(function () {
  var told = false;

  function tell(sentence) {
    if (told || !document.body) return;
    told = true;
    // Whatever is there for readers without scripts is for this one too.
    document.documentElement.removeAttribute("data-scripts");
    var box = document.createElement("div");
    box.className = "trouble";
    box.setAttribute("role", "alert");
    var text = document.createElement("p");
    text.appendChild(document.createTextNode(sentence));
    var again = document.createElement("a");
    again.className = "btn btn-solid";
    again.href = location.href;
    // The program, which may have stopped, is not to follow this one.
    again.rel = "external";
    again.appendChild(document.createTextNode("Load the page again"));
    box.appendChild(text);
    box.appendChild(again);
    document.body.insertBefore(box, document.body.firstChild);
  }

  function whenThere(then) {
    if (document.body) then();
    else document.addEventListener("DOMContentLoaded", then);
  }

  function canRun() {
    return (
      typeof WebAssembly === "object" &&
      typeof BigInt === "function" &&
      typeof ResizeObserver === "function" &&
      typeof HTMLDialogElement === "function" &&
      "noModule" in document.createElement("script")
    );
  }

  if (!canRun()) {
    whenThere(function () {
      tell(
        "This browser is too old for the labs; the text is complete without them. They run in " +
          "Chrome and Edge from 111, Firefox from 114, Safari from 16.4."
      );
    });
    return;
  }

  function stopped(error) {
    return error instanceof WebAssembly.RuntimeError || error instanceof WebAssembly.CompileError;
  }

  function notLoaded(error) {
    return error instanceof TypeError && /wasm|WebAssembly|fetch|load/i.test(String(error.message));
  }

  function judge(error, script) {
    if (script || notLoaded(error)) {
      tell(
        "The labs could not be loaded; the text is complete without them. Are you offline? Then " +
          "load the page again once you are back."
      );
    } else if (stopped(error)) {
      tell(
        "The lab has stopped because of a mistake in it; the text is untouched. Load the page " +
          "again: the run begins as the address says."
      );
    }
  }

  // A script that does not arrive tells only itself: its event does not rise, but it descends.
  window.addEventListener(
    "error",
    function (event) {
      judge(event.error, event.target && event.target.tagName === "SCRIPT");
    },
    true
  );

  window.addEventListener("unhandledrejection", function (event) {
    judge(event.reason, false);
  });
})();
