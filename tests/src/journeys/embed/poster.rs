//! Before anybody runs a lab there is its picture, with words, and nothing else was loaded.

use anyhow::{Context, Result, ensure};

use super::element::Embeds;
use super::host::{Host, asked, embed};
use crate::driver::{Key, Kind};
use crate::journeys::{Journey, Visit};
use crate::server::{Server, Site};

/// The journey.
pub(in crate::journeys) const JOURNEY: Journey =
    Journey { name: "embed-poster", browsers: &Kind::ALL, run };

fn run(visit: &mut Visit) -> Result<()> {
    strict(visit)?;
    laid_out(visit)?;
    described(visit)?;
    dark(visit)
}

/// Three labs on one page whose policy allows next to nothing.
fn strict(visit: &mut Visit) -> Result<()> {
    let body = [
        embed("ch03-raft-lease-read", 2),
        embed("ch03-raft-lease-read", 1),
        embed("ch01-cap-partition", 1),
        // Room below, so that the page can be scrolled.
        "<p>The end.</p>".repeat(30),
    ]
    .concat();
    let host = Host::strict("embed-poster", visit, &body)?;
    let browser = &visit.browser;
    let embeds = Embeds { browser };
    browser.set_viewport(1024, 768)?;
    browser.open(&host.url())?;
    for nth in 0..3 {
        embeds.wait_poster(nth)?;
    }
    let mut files = asked(&visit.server);
    files.sort();
    let posters = ["ch01-cap-partition-1", "ch03-raft-lease-read-1", "ch03-raft-lease-read-2"];
    let mut wanted = vec!["/embed.js".to_owned()];
    wanted.extend(posters.map(|name| format!("/embed/posters/{name}.svg")));
    wanted.sort();
    ensure!(files == wanted, "before a click these were loaded: {files:?}");
    ensure!(browser.count("iframe")? == 0, "there is a frame before a click");
    browser.check_accessible()?;

    // The host keeps its keys and its focus.
    browser.press(Key::Right)?;
    browser.wait_true("window.slides === 1 && document.activeElement === document.body")?;
    let alt = embeds.ask(0, "$('img').alt")?;
    ensure!(alt == "A lab about ch03-raft-lease-read", "the picture is called {alt}");
    fits(visit)?;
    let complaints = browser.console()?;
    ensure!(complaints.is_empty(), "the console says {complaints:?}");
    Ok(())
}

/// On the narrowest phone nothing sticks out, and the picture is the one for phones.
fn fits(visit: &Visit) -> Result<()> {
    let browser = &visit.browser;
    let embeds = Embeds { browser };
    browser.set_viewport(320, 640)?;
    browser.reload()?;
    embeds.wait_poster(0)?;
    let is_narrow = embeds.ask(0, "$('img').src.includes('-narrow.svg')")?;
    // WebKit's window has a least width of its own.
    let width = browser.number("innerWidth")?;
    ensure!(width > 600.0 || is_narrow == true, "at {width} the picture is the wide one");
    browser.wait_true("document.documentElement.scrollWidth <= innerWidth")?;
    browser.check_accessible()?;
    browser.set_viewport(1024, 768)
}

/// It has a width wherever it stands, and the page can give it another.
fn laid_out(visit: &Visit) -> Result<()> {
    let places = ["flex", "column", "grid", "float", "inline", "own"];
    let place = |name| format!("<div class=\"{name}\">{}</div>", embed("ch00-two-node-lease", 1));
    let body = places.map(place).concat();
    let own = "<style>.flex { display: flex; } .grid { display: grid; justify-items: center; } \
        .column { display: flex; flex-direction: column; align-items: center; } \
        .float { display: flow-root; } .float dst-lab { float: left; } \
        .inline { display: inline-block; } .own dst-lab { width: 400px; }</style>";
    let host = Host::lax("embed-laid-out", visit, &format!("{own}{body}"))?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    for (nth, place) in places.into_iter().enumerate() {
        embeds.wait_poster(nth)?;
        let width = embeds.ask(nth, "lab.getBoundingClientRect().width")?;
        let width = width.as_f64().unwrap_or_default();
        let (least, most) = match place {
            "inline" => (250.0, 1024.0),
            "own" => (399.0, 401.0),
            _ => (900.0, 1024.0),
        };
        ensure!((least..=most).contains(&width), "in `{place}` it is {width} wide");
        if place == "own" {
            // There is no ground below what is drawn.
            let drawn = "$('img').naturalHeight / $('img').naturalWidth * $('img').offsetWidth";
            embeds.wait(nth, &format!("Math.abs($('.box').offsetHeight - {drawn}) < 2"))?;
        }
    }
    Ok(())
}

/// A host that writes nothing into the element has the words of the book.
fn described(visit: &mut Visit) -> Result<()> {
    let shared = Site { shared: true, ..Site::new(visit.server.root().to_path_buf()) };
    visit.server = Server::start(shared, 0)?;
    let body = "<dst-lab scenario=\"ch03-raft-lease-read\" stage=\"2\"></dst-lab>";
    let host = Host::lax("embed-described", visit, body)?;
    let (browser, embeds) = (&visit.browser, Embeds { browser: &visit.browser });
    browser.open(&host.url())?;
    embeds.wait(0, "lab.shadowRoot && $('.says').textContent.startsWith('At ')")?;
    let alt = embeds.ask(0, "$('img').alt")?;
    let alt = alt.as_str().context("the picture has no name")?;
    ensure!(alt.contains(": ") && alt.contains(", at "), "the picture is called {alt}");
    browser.check_accessible()
}

/// It takes after the ground that it stands on, unless it is told otherwise.
fn dark(visit: &mut Visit) -> Result<()> {
    let embeds = Embeds { browser: &visit.browser };
    for (theme, ground, wanted) in
        [("auto", "#222", "dark"), ("auto", "#fff", "light"), ("light", "#222", "light")]
    {
        let script = "document.body.style.backgroundColor = arguments[0]; \
                      document.querySelector('dst-lab').setAttribute('theme', arguments[1]);";
        visit.browser.run(script, &[ground.into(), theme.into()])?;
        // An attribute that is the same again is no change.
        visit.browser.run(
            "const lab = document.querySelector('dst-lab'); const at = lab.parentElement; \
             lab.remove(); at.append(lab);",
            &[],
        )?;
        embeds.wait_poster(0)?;
        embeds.wait(0, &format!("lab.dataset.look === '{wanted}'"))?;
        embeds.wait(0, &format!("$('img').src.endsWith('#{wanted}')"))?;
    }
    Ok(())
}
