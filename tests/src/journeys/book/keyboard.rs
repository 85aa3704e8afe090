//! Reading by keys alone: every stop can be seen and shows the focus, and each key leads back out.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::driver::{Browser, Key, Kind};
use crate::journeys::{Journey, Visit};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "book-keyboard", browsers: &Kind::ALL, run };

/// What is wrong with the element that has the focus; nothing if all is well.
///
/// The ring is drawn by the element or by what stands for it: the words beside a hidden field, the
/// label around it, the shape inside a group of a drawing.
const FAULT: &str = "
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    const name = at.outerHTML.slice(0, 90), box = at.getClientRects()[0];
    if (!box || box.width < 2 || box.height < 2 || !at.checkVisibility({ visibilityProperty: true }))
      return name + ' cannot be seen';
    if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1)
      return name + ' is outside the window';
    const over = document.elementFromPoint(
      Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 2),
      Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 2));
    if (!at.closest('svg') && over && !at.contains(over) && !over.contains(at))
      return name + ' lies under ' + over.outerHTML.slice(0, 90);
    const focus = document.createElement('i'); focus.style.color = 'var(--focus)';
    document.body.append(focus); const colour = getComputedStyle(focus).color; focus.remove();
    const marked = (one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== 'none' || style.stroke === colour;
    };
    const near = [at, ...at.children, ...(at.matches('input') ? [at.parentElement] : [])];
    if (at.matches('input') && at.nextElementSibling) near.push(at.nextElementSibling);
    if (at.closest('svg')) near.push(...at.querySelectorAll('*'));
    return near.some(marked) ? '' : name + ' does not show the focus';";

fn run(visit: &mut Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    head(browser)?;
    settings(browser)?;
    search(browser)?;
    signs(visit)?;
    links(browser)?;
    exercise(browser)?;
    lab(browser)?;
    whole(visit)
}

/// The first stop leads to the text; then come the links and the tools of the head.
fn head(browser: &Browser) -> Result<()> {
    stop(browser)?;
    ensure!(browser.has_focus(".skip")?, "the way past the head is not the first stop");
    browser.press(Key::Enter)?;
    browser.wait_true("document.activeElement.id === 'text' && location.hash === '#text'")?;
    stop(browser)?;
    ensure!(browser.has_focus("main")?, "the head was not passed");
    from_before(browser, "header.site a")?;
    ensure!(browser.has_focus(".site .home")?, "the head does not begin with its home");
    // Where a browser folds the menu at any width, its links are no stops.
    for _ in 0..12 {
        if !browser.has_focus(".tools .choose")? {
            stop(browser)?;
        }
    }
    ensure!(browser.has_focus(".tools .choose")?, "the head does not end with the settings");
    Ok(())
}

/// The focus stays in the dialog, and returns to the button.
fn settings(browser: &Browser) -> Result<()> {
    browser.press(Key::Enter)?;
    browser.wait_for("dialog.settings[open]")?;
    for _ in 0..30 {
        browser.press(Key::Tab)?;
        back_from_chrome(browser)?;
        if is(browser, "document.activeElement !== document.body")? {
            ensure!(browser.has_focus("dialog.settings")?, "the focus has left the dialog");
            right(browser)?;
        }
    }
    // A field of choices is one stop, in which arrows choose.
    browser.run("document.querySelector('.choices [name=theme]:checked').focus()", &[])?;
    browser.press(Key::Right)?;
    browser.wait_true("document.documentElement.dataset.theme === 'light'")?;
    browser.press('/')?;
    ensure!(browser.count("dialog.search")? == 0, "a key has opened one dialog over the other");
    browser.press(Key::Escape)?;
    browser.wait_gone("dialog.settings")?;
    ensure!(browser.has_focus(".tools .choose")?, "the focus is not where it was");
    browser.run("localStorage.clear()", &[]).map(drop)
}

/// What is typed leads to a heading; Escape leads back.
fn search(browser: &Browser) -> Result<()> {
    browser.chord(&[Key::Control], 'k')?;
    browser.wait_true("document.activeElement.matches('dialog.search input')")?;
    right(browser)?;
    for sign in ['a', '/', 'b'] {
        browser.press(sign)?;
    }
    browser.wait_true("document.activeElement.value === 'a/b'")?;
    ensure!(browser.count("dialog")? == 1, "there are two dialogs");
    browser.press(Key::Escape)?;
    browser.wait_gone("dialog")?;
    ensure!(browser.has_focus(".tools .choose")?, "the focus is not where it was");
    browser.chord(&[Key::Control], 'k')?;
    browser.wait_true("document.activeElement.matches('dialog.search input')")?;
    for sign in "lease".chars() {
        browser.press(sign)?;
    }
    browser.wait_text("dialog .find .said", "places for “lease”")?;
    browser.press(Key::Down)?;
    browser.wait_for("dialog [data-result=\"0\"][aria-selected=true]")?;
    let to = browser.run(
        "return new URL(document.querySelector('dialog [data-result=\"0\"]').href).hash",
        &[],
    )?;
    browser.press(Key::Enter)?;
    browser.wait_gone("dialog")?;
    browser.wait_true(&format!("location.hash === {to}"))?;
    browser.wait_true("document.activeElement === document.querySelector(':target')")?;
    let seen = "document.activeElement.getBoundingClientRect()";
    browser.wait_true(&format!("{seen}.top >= 0 && {seen}.top < innerHeight"))
}

/// The slash, where it is wanted; the field keeps it for itself.
fn signs(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/chapter/3/")?;
    browser.wait_for(".tools")?;
    from_before(browser, ".tools .choose")?;
    browser.press('/')?;
    browser.wait_true("document.activeElement.matches('dialog.search input')")?;
    ensure!(is(browser, "document.activeElement.value === ''")?, "the slash is looked for");
    browser.press(Key::Escape)?;
    browser.wait_gone("dialog")?;
    ensure!(browser.has_focus(".tools .choose")?, "the focus is not where it was");
    Ok(())
}

/// A card that goes while the focus stays; a footnote, and back to its mark.
fn links(browser: &Browser) -> Result<()> {
    from_before(browser, "article a.term")?;
    browser.wait_for(".card")?;
    browser.press(Key::Escape)?;
    browser.wait_gone(".card")?;
    ensure!(is(browser, "document.activeElement.matches('a.term')")?, "the focus has gone");
    from_before(browser, "a.fn")?;
    browser.press(Key::Enter)?;
    browser.wait_true("document.querySelector(':target')?.matches('[id^=note-]')")?;
    browser.press(Key::Tab)?;
    let note = "document.activeElement.closest('[id^=note-]')";
    let here = browser.run("return document.activeElement.outerHTML.slice(0, 90)", &[])?;
    ensure!(is(browser, note)?, "the stop after the note's beginning is {here}");
    right(browser)?;
    browser.press(Key::Enter)?;
    browser.wait_true("document.querySelector(':target')?.closest('p, li')?.querySelector('a.fn')")
}

/// Enter opens one choice, Space another.
fn exercise(browser: &Browser) -> Result<()> {
    let choice = |n: u8| format!(".exercise:has([data-choice]) [data-choice='{n}']");
    for (n, key) in [(1, Key::Enter), (2, Key::Space)] {
        from_before(browser, &format!("{} summary", choice(n)))?;
        browser.press(key)?;
        browser.wait_for(&format!("{}[open] p", choice(n)))?;
    }
    ensure!(browser.count(".chosen")? == 1, "it was not the first that counts");
    browser.wait_for(&format!("{} .chosen", choice(1))).map(drop)
}

/// Its keys work inside it and nowhere else, and Tab leads out of it at both ends.
fn lab(browser: &Browser) -> Result<()> {
    browser.middle("[data-lab]")?;
    browser.click("[data-lab] form.predict .skip-it")?;
    from_before(browser, "[data-lab] :is(a, button)")?;
    let inside = "document.activeElement.closest('[data-lab]')";
    ensure!(is(browser, inside)?, "Tab does not lead into the lab");
    let before = now(browser)?;
    browser.press('.')?;
    browser.until("the run has gone on", || Ok((now(browser)? > before).then_some(())))?;
    browser.press(',')?;
    browser.until("the run has gone back", || Ok((now(browser)? <= before).then_some(())))?;
    browser.chord(&[Key::Shift], Key::Tab)?;
    ensure!(!is(browser, inside)?, "Shift and Tab do not lead out of the lab");
    for sign in ['.', '.', 'u', 'r', ' '] {
        browser.press(sign)?;
    }
    ensure!(now(browser)? <= before, "the lab takes keys that were not meant for it");
    rests(browser)?;
    browser.run("document.querySelector('[data-lab] :is(a, button)').focus()", &[])?;
    for _ in 0..120 {
        stop(browser)?;
        if !is(browser, inside)? {
            return Ok(());
        }
    }
    anyhow::bail!("Tab does not lead out of the lab")
}

/// Around a whole page: nothing that cannot be seen is a stop.
fn whole(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    visit.open("/works/")?;
    browser.wait_for(".tools")?;
    for _ in 0..70 {
        stop(browser)?;
    }
    Ok(())
}

/// The space key has moved the page on, as it does in the text; some browsers take their time.
fn rests(browser: &Browser) -> Result<()> {
    const REST: &str = "const done = arguments[0]; let last = NaN, same = 0; const look = () => { \
        same = scrollY === last ? same + 1 : 0; last = scrollY; \
        if (same < 12) requestAnimationFrame(look); else done(); }; look();";
    browser.run_async(REST, &[]).map(drop)
}

/// One stop on, which must be a right one.
fn stop(browser: &Browser) -> Result<()> {
    browser.press(Key::Tab)?;
    back_from_chrome(browser)?;
    right(browser)
}

/// Past the last stop lie the browser's own buttons, from which Tab leads back to the page.
fn back_from_chrome(browser: &Browser) -> Result<()> {
    browser.run("if (!document.hasFocus()) window.focus();", &[]).map(drop)
}

/// The focus is on something that can be seen, and is shown.
fn right(browser: &Browser) -> Result<()> {
    let fault = browser.run(FAULT, &[])?;
    let fault = fault.as_str().unwrap_or("the script has failed");
    ensure!(fault.is_empty(), "{fault}");
    Ok(())
}

/// Reaches an element by Tab from the stop before it, as a reader does who has come so far.
fn from_before(browser: &Browser, selector: &str) -> Result<()> {
    browser.wait_for(selector)?;
    browser.run(
        "const mark = document.createElement('span'); mark.tabIndex = -1; \
         const at = document.querySelector(arguments[0]); \
         (at.matches('summary') ? at.parentElement : at).before(mark); mark.focus();",
        &[json!(selector)],
    )?;
    browser.press(Key::Tab)?;
    browser.run(
        "document.querySelectorAll('span[tabindex=\"-1\"]').forEach((one) => one.remove())",
        &[],
    )?;
    let here = "return document.activeElement === document.querySelector(arguments[0])";
    ensure!(
        browser.run(here, &[json!(selector)])? == Value::Bool(true),
        "Tab does not lead to {selector}"
    );
    right(browser)
}

fn is(browser: &Browser, expression: &str) -> Result<bool> {
    Ok(browser.run(&format!("return !!({expression});"), &[])? == Value::Bool(true))
}

/// The instant of the first lab's playhead.
fn now(browser: &Browser) -> Result<f64> {
    let text = browser.attribute("[data-lab] .ph", "aria-valuenow")?;
    Ok(text.and_then(|text| text.parse().ok()).unwrap_or(f64::NAN))
}
