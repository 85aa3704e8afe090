//! What is photographed: pages and their states, widths, themes. Data; add a line for a new one.

/// A page in a state.
pub struct Scene {
    /// Folder of its pictures.
    pub name: &'static str,
    /// Where it is.
    pub place: Place,
    /// What to do there before the picture is taken.
    pub acts: &'static [Act],
}

/// Where a scene is.
pub enum Place {
    /// A path on the site.
    Page(&'static str),
    /// A path on the site that is projected.
    Projected(&'static str),
    /// A stage of a scenario, counted from 1, so many milliseconds after its beginning.
    Lab(&'static str, usize, u64),
}

/// What a reader does.
#[derive(Clone, Copy)]
pub enum Act {
    /// Clicks what a selector finds first.
    Click(&'static str),
    /// Types into what a selector finds first.
    Type(&'static str, &'static str),
    /// Presses a key, as WebDriver names it.
    Press(char),
    /// Opens a tab by its name.
    Tab(&'static str),
    /// Goes to every place that a selector finds, and waits for what runs there.
    Reach(&'static str),
    /// Waits for what a selector finds.
    Wait(&'static str),
    /// The page's program stops, as after a mistake in it.
    Stop,
}

/// A look of the site.
pub struct Theme {
    /// Value of `data-theme` on the root element.
    pub name: &'static str,
    /// What the reader's system prefers.
    pub preferences: &'static [(&'static str, &'static str)],
}

const LEASE_READ: &str = "ch03-raft-lease-read";
const ONE_CUT: &str = "ch01-cap-partition";
/// n1 believes Target and is entitled to Floor.
const LYING: Place = Place::Lab(LEASE_READ, 2, 5_700);

const TALK: Place = Place::Projected("/play/ch03-raft-lease-read/?view=lecture&stage=2");
const READY: Act = Act::Wait(".lecture .stage");
const ON: Act = Act::Press('\u{E00F}');
const BACK: Act = Act::Press('\u{E00E}');

/// Pages and states.
pub const SCENES: &[Scene] = &[
    Scene { name: "home", place: Place::Page("/"), acts: &[Act::Reach("[data-lab]")] },
    Scene {
        name: "search",
        place: Place::Page("/search/?q=lease"),
        acts: &[Act::Wait("[data-result]")],
    },
    Scene {
        name: "embed-guide",
        place: Place::Page("/embed/guide/"),
        acts: &[Act::Wait(".embedding textarea")],
    },
    Scene { name: "prologue", place: Place::Page("/prologue/"), acts: &[Act::Reach("[data-lab]")] },
    Scene {
        name: "chapter-1",
        place: Place::Page("/chapter/1/"),
        acts: &[Act::Reach("[data-lab]")],
    },
    Scene {
        name: "chapter-3",
        place: Place::Page("/chapter/3/"),
        acts: &[Act::Reach("[data-lab]")],
    },
    Scene {
        name: "blueprint",
        place: Place::Page("/chapter/3/"),
        acts: &[Act::Click(".blue > details > summary")],
    },
    Scene { name: "words-page", place: Place::Page("/glossary/"), acts: &[] },
    Scene { name: "evidence-page", place: Place::Page("/evidence/"), acts: &[] },
    Scene { name: "invariants-page", place: Place::Page("/invariants/"), acts: &[] },
    Scene { name: "models-page", place: Place::Page("/models/"), acts: &[] },
    Scene { name: "incidents-page", place: Place::Page("/incidents/"), acts: &[] },
    Scene { name: "prepare", place: Place::Page("/prepare/"), acts: &[Act::Wait(".qr")] },
    Scene {
        name: "hidden",
        place: Place::Page("/play/ch03-raft-lease-read/?stage=2&hide=rules,faults,matrix,panels"),
        acts: &[Act::Wait("[data-host=\"n1\"]")],
    },
    Scene { name: "labs-page", place: Place::Page("/labs/"), acts: &[] },
    Scene { name: "lab-page", place: Place::Page("/labs/ch03-raft-lease-read/"), acts: &[] },
    Scene { name: "search-page", place: Place::Page("/search/"), acts: &[] },
    Scene { name: "print-page", place: Place::Page("/print/"), acts: &[] },
    Scene { name: "works", place: Place::Page("/works/"), acts: &[] },
    Scene { name: "unknown", place: Place::Page("/no/such/page"), acts: &[] },
    Scene { name: "no-such-lab", place: Place::Page("/play/no-such-lab/"), acts: &[] },
    Scene { name: "stopped", place: LYING, acts: &[Act::Stop] },
    Scene { name: "bad-link", place: Place::Page("/play/ch03-raft-lease-read/?run=no"), acts: &[] },
    Scene { name: "two-node-lease", place: Place::Lab("ch00-two-node-lease", 1, 4_000), acts: &[] },
    Scene { name: "fencing-token", place: Place::Lab("ch09-fencing-token", 1, 6_000), acts: &[] },
    Scene { name: "one-cut", place: Place::Lab(ONE_CUT, 1, 6_550), acts: &[] },
    Scene { name: "side-by-side", place: Place::Lab(ONE_CUT, 2, 10_750), acts: &[] },
    Scene { name: "exchanged", place: Place::Lab(ONE_CUT, 3, 9_100), acts: &[] },
    Scene { name: "calm", place: Place::Lab(LEASE_READ, 1, 2_000), acts: &[] },
    Scene { name: "lying", place: LYING, acts: &[] },
    Scene { name: "healed", place: Place::Lab(LEASE_READ, 2, 9_000), acts: &[] },
    Scene { name: "asking", place: Place::Lab(LEASE_READ, 3, 5_700), acts: &[] },
    Scene { name: "space-time", place: LYING, acts: &[Act::Tab("Space–time")] },
    Scene { name: "events", place: LYING, acts: &[Act::Tab("Events")] },
    Scene { name: "words", place: LYING, acts: &[Act::Tab("In words")] },
    Scene {
        name: "why-floor",
        place: LYING,
        acts: &[Act::Click("[data-cell=\"n1/register.reads/Floor\"]")],
    },
    Scene { name: "evidence", place: LYING, acts: &[Act::Tab("Evidence")] },
    Scene { name: "compass", place: LYING, acts: &[Act::Tab("Compass")] },
    Scene { name: "flow", place: LYING, acts: &[Act::Tab("Flow")] },
    Scene { name: "guarantees", place: LYING, acts: &[Act::Tab("Guarantees")] },
    Scene { name: "history", place: LYING, acts: &[Act::Tab("History")] },
    Scene { name: "charts", place: LYING, acts: &[Act::Tab("Charts")] },
    Scene { name: "invariants", place: LYING, acts: &[Act::Tab("Invariants")] },
    Scene { name: "faults", place: LYING, acts: &[Act::Click(".faults-open")] },
    Scene {
        name: "faults-found",
        place: LYING,
        acts: &[Act::Click(".faults-open"), Act::Type(".sift", "skew")],
    },
    Scene {
        name: "faults-of-host",
        place: LYING,
        acts: &[Act::Click("[data-host=\"n3\"]"), Act::Wait(".sift")],
    },
    Scene { name: "share", place: LYING, acts: &[Act::Click(".share-open")] },
    Scene {
        name: "share-files",
        place: LYING,
        acts: &[Act::Click(".share-open"), Act::Click(".share [data-tab=\"1\"]")],
    },
    Scene {
        name: "share-cite",
        place: LYING,
        acts: &[Act::Click(".share-open"), Act::Click(".share [data-tab=\"2\"]")],
    },
    Scene { name: "rules", place: LYING, acts: &[Act::Click(".rules-open")] },
    Scene { name: "lecture-headline", place: TALK, acts: &[READY] },
    Scene { name: "lecture-question", place: TALK, acts: &[READY, ON] },
    Scene { name: "lecture-run", place: TALK, acts: &[READY, ON, ON, ON, BACK] },
    Scene { name: "lecture-reveal", place: TALK, acts: &[READY, ON, ON, ON] },
    Scene {
        name: "compare",
        place: Place::Page("/play/ch03-raft-lease-read/?stage=2&with=register.reads=read-index"),
        acts: &[Act::Wait("[data-figure]"), Act::Click("[data-parting='1']")],
    },
    Scene { name: "comparing", place: LYING, acts: &[Act::Click(".compare-open")] },
    Scene { name: "predict", place: LYING, acts: &[Act::Click(".predict-open")] },
];

/// The scene, width and theme that the README shows.
pub const FACE: &str = "lying/1440-light.png";

/// Width and height of the viewport: a desk, a tablet, a telephone.
pub const WIDTHS: &[(u32, u32)] = &[(1440, 900), (1024, 768), (390, 844)];

/// Width and height of what is projected.
pub const SCREENS: &[(u32, u32)] = &[(1280, 720), (1920, 1080), (3840, 2160)];

/// Themes.
pub const THEMES: &[Theme] = &[
    Theme { name: "light", preferences: &[("prefers-color-scheme", "light")] },
    Theme { name: "dark", preferences: &[("prefers-color-scheme", "dark")] },
    Theme { name: "contrast", preferences: &[("prefers-contrast", "more")] },
    Theme { name: "projector", preferences: &[] },
];
