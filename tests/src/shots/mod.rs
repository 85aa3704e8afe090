//! Pictures of every scene in every width and theme.

mod scenes;

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

pub use scenes::{SCENES, Scene, THEMES, Theme, WIDTHS};

use crate::driver::{Browser, Driver, Kind};
use crate::paths;
use crate::server::{Server, Site};

/// Takes the pictures whose name contains `wanted`, and tells `each` where one was put.
pub fn take(wanted: &str, each: &mut dyn FnMut(&Path)) -> Result<()> {
    let driver = Driver::start(Kind::Chromium)?;
    let server = Server::start(Site::new(paths::dist()), 0)?;
    for scene in SCENES {
        for (width, height) in WIDTHS {
            for theme in THEMES {
                let name = format!("{}/{width}-{}.png", scene.name, theme.name);
                if !name.contains(wanted) {
                    continue;
                }
                let file = paths::shots().join(&name);
                let browser = driver.browser()?;
                browser.set_viewport(*width, *height)?;
                browser.prefer(theme.preferences)?;
                picture(&browser, &server, scene, theme, &file).context(name)?;
                each(&file);
            }
        }
    }
    Ok(())
}

fn picture(
    browser: &Browser,
    server: &Server,
    scene: &Scene,
    theme: &Theme,
    file: &Path,
) -> Result<()> {
    browser.open(&server.url(scene.path))?;
    let script = "document.documentElement.dataset.theme = arguments[0];";
    browser.run(script, &[json!(theme.name)])?;
    (scene.reach)(browser)?;
    browser.wait_true("document.fonts.status === 'loaded'")?;
    browser.whole_picture(file)
}
