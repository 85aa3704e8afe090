// Puts what the reader has chosen onto the root element before anything is drawn: no flash of
// other colours. What it does not know it leaves; the program says what is wrong with it.
(function () {
  // The choices that are not the usual ones, as in app/src/state/settings.rs.
  var known = {
    theme: "light dark contrast projector",
    size: "small large larger largest",
    measure: "narrow wide",
    motion: "less full",
    depth: "intuition understanding",
    predictions: "off",
    keys: "off",
  };
  var root = document.documentElement;
  // Words for readers without scripts are not for this one.
  root.setAttribute("data-scripts", "");

  function choose(word) {
    var parts = word.split("=");
    var choices = Object.prototype.hasOwnProperty.call(known, parts[0]) && known[parts[0]];
    if (choices && choices.split(" ").indexOf(parts[1]) >= 0) {
      root.setAttribute("data-" + parts[0], parts[1]);
    }
  }

  try {
    (localStorage.getItem("settings") || "").split(/\s+/).forEach(choose);
  } catch (refused) {
    // A browser that keeps nothing has nothing to say.
  }
  var asked = /[?&](theme=[a-z]+)(&|$)/.exec(location.search);
  if (asked) choose(asked[1]);
})();
