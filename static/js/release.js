// Keeps the release that is read in the browser, and tells the page when another one waits.
(function () {
  var root = document.documentElement;
  var workers = navigator.serviceWorker;
  // Missing on pages from a disk, without encryption, in some private windows, in old browsers.
  if (!workers || !/^http/.test(location.protocol)) return;

  var base = root.getAttribute("data-base") || "/";
  var release = root.getAttribute("data-release");
  var controlled = Boolean(workers.controller);
  var registration = null;

  // The page may not listen yet: it reads the attribute when it begins to.
  function tell() {
    root.setAttribute("data-release-waiting", "");
    window.dispatchEvent(new Event("release-waiting"));
  }

  function look() {
    // Without a worker that serves this page there is nothing that another one could replace.
    if (registration.waiting && registration.active) tell();
  }

  function follow(worker) {
    if (!worker) return;
    worker.addEventListener("statechange", function () {
      if (worker.state === "installed") look();
      if (worker.state === "activated") greet(worker);
    });
  }

  // A page that no worker serves says of which release it is: see `meet` in the worker.
  function greet(worker) {
    if (worker && !workers.controller) worker.postMessage({ release: release });
  }

  function begin(found) {
    registration = found;
    found.addEventListener("updatefound", function () {
      follow(found.installing);
    });
    follow(found.installing);
    greet(found.active);
    look();
  }

  // Who comes back to a page after a while learns of what has been released since.
  document.addEventListener("visibilitychange", function () {
    if (registration && document.visibilityState === "visible") {
      registration.update().catch(function () {});
    }
  });

  window.addEventListener("release-take", function () {
    var waiting = registration && registration.waiting;
    if (!waiting) {
      location.reload();
      return;
    }
    waiting.addEventListener("statechange", function () {
      if (waiting.state === "activated") location.reload();
    });
    waiting.postMessage("take");
  });

  // A page is of one release from its first byte to its last: another one means another page.
  workers.addEventListener("controllerchange", function () {
    if (controlled) location.reload();
    controlled = true;
  });

  function register() {
    workers.register(base + "sw.js", { scope: base, updateViaCache: "none" }).then(
      begin,
      // The site works from its host as before.
      function () {}
    );
  }

  if (document.readyState === "complete") register();
  else window.addEventListener("load", register);
})();
