//! What is photographed: pages and their states, widths, themes. Data; add a line for a new one.

use anyhow::Result;

use crate::driver::Browser;

/// A page in a state.
pub struct Scene {
    /// Folder of its pictures.
    pub name: &'static str,
    /// Its path on the site.
    pub path: &'static str,
    /// What to do on the page before the picture is taken.
    pub reach: fn(&Browser) -> Result<()>,
}

/// A look of the site.
pub struct Theme {
    /// Value of `data-theme` on the root element.
    pub name: &'static str,
    /// What the reader's system prefers.
    pub preferences: &'static [(&'static str, &'static str)],
}

/// Pages and states.
pub const SCENES: &[Scene] = &[Scene { name: "home", path: "/", reach: came_to_life }];

/// Width and height of the viewport: a desk, a tablet, a telephone.
pub const WIDTHS: &[(u32, u32)] = &[(1440, 900), (1024, 768), (390, 844)];

/// Themes.
pub const THEMES: &[Theme] = &[
    Theme { name: "light", preferences: &[("prefers-color-scheme", "light")] },
    Theme { name: "dark", preferences: &[("prefers-color-scheme", "dark")] },
    Theme { name: "contrast", preferences: &[("prefers-contrast", "more")] },
    Theme { name: "projector", preferences: &[] },
];

fn came_to_life(browser: &Browser) -> Result<()> {
    browser.wait_for("main h1").map(drop)
}
