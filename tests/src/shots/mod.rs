//! Pictures of every scene in every width and theme.

mod scenes;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use content::Book;
use engine::kernel::{Instant, Span};
use engine::scenario::{Link, Run, encode};
use serde_json::json;

pub use scenes::{Act, FACE, Place, SCENES, SCREENS, Scene, THEMES, Theme, WIDTHS};

use crate::driver::{Browser, Driver, Kind};
use crate::paths;
use crate::server::{Server, Site};

const COUNT: &str = "return document.querySelectorAll(arguments[0]).length;";
const GO: &str = "document.querySelectorAll(arguments[0])[arguments[1]] \
                  .scrollIntoView({ block: 'center', behavior: 'instant' });";

/// Takes the pictures whose name contains `wanted`, and tells `each` where one was put.
pub fn take(wanted: &str, each: &mut dyn FnMut(&Path)) -> Result<()> {
    let driver = Driver::start(Kind::Chromium)?;
    let server = Server::start(Site::new(paths::dist()), 0)?;
    let browser = driver.browser()?;
    for scene in SCENES {
        let address = server.url(&path(&scene.place)?);
        let sizes = match scene.place {
            Place::Projected(_) => SCREENS,
            _ => WIDTHS,
        };
        for (width, height) in sizes {
            for theme in THEMES {
                let name = format!("{}/{width}-{}.png", scene.name, theme.name);
                if !name.contains(wanted) {
                    continue;
                }
                let file = paths::shots().join(&name);
                browser.set_viewport(*width, *height)?;
                browser.prefer(theme.preferences)?;
                picture(&browser, &address, scene, theme, &file).context(name.clone())?;
                each(&file);
                if name == FACE {
                    fs::copy(&file, paths::face()).context("the README's picture")?;
                    each(&paths::face());
                }
            }
        }
    }
    Ok(())
}

/// The path of a place on the site.
fn path(place: &Place) -> Result<String> {
    match place {
        Place::Page(path) | Place::Projected(path) => Ok((*path).into()),
        Place::Lab(id, stage, at) => {
            let book = Book::read_on_trust(&paths::root().join("content/book"))?;
            let found = book.scenarios.iter().find(|(raw, _)| raw.id == *id);
            let (_, scenario) = found.with_context(|| format!("the book has no {id}"))?;
            let run = Run::of_stage(scenario, stage - 1);
            let at = Some(Instant(0) + Span::millis(*at));
            let link = encode(&Link { run, at, ..Link::default() });
            Ok(format!("/play/{id}/?run={link}"))
        }
    }
}

fn picture(
    browser: &Browser,
    address: &str,
    scene: &Scene,
    theme: &Theme,
    file: &Path,
) -> Result<()> {
    browser.open(address)?;
    let script = "document.documentElement.dataset.theme = arguments[0];";
    browser.run(script, &[json!(theme.name)])?;
    browser.wait_for("main h1, main.lab [data-cell], main.lecture")?;
    for act in scene.acts {
        act.on(browser)?;
    }
    browser.wait_true("document.fonts.status === 'loaded'")?;
    browser.whole_picture(file)
}

impl Act {
    fn on(self, browser: &Browser) -> Result<()> {
        match self {
            Act::Click(selector) => browser.click(selector),
            Act::Press(key) => browser.press(key),
            Act::Type(selector, text) => browser.type_into(selector, text),
            Act::Reach(selector) => {
                let count = browser.run(COUNT, &[json!(selector)])?.as_u64().unwrap_or(0);
                (0..count).try_for_each(|at| {
                    browser.run(GO, &[json!(selector), json!(at)])?;
                    browser.wait_true(&format!(
                        "!!document.querySelectorAll('{selector}')[{at}].querySelector('.go')"
                    ))
                })?;
                browser.run("scrollTo(0, 0);", &[]).map(drop)
            }
            Act::Wait(selector) => browser.wait_for(selector).map(drop),
            Act::Tab(name) => browser.wait_true(&format!(
                "(() => {{ const tabs = [...document.querySelectorAll('[role=tab]')]; \
                 const tab = tabs.find((tab) => tab.textContent === '{name}'); \
                 if (tab) tab.click(); return !!tab; }})()"
            )),
            Act::Stop => browser
                .run(
                    "const error = new WebAssembly.RuntimeError('unreachable'); \
                     window.dispatchEvent(new ErrorEvent('error', { error }));",
                    &[],
                )
                .map(drop),
        }
    }
}
