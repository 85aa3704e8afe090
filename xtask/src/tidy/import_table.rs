//! Who may import whom, as data: the tables of ARCHITECTURE.md.
//!
//! `a` allows the module and all in it; `a::b` only what its part `b` defines, also where `a` shows
//! it by `pub use`; `a::B` only that one item; `a::*` what `a` itself defines, not its folders.

/// A module, and what it may import besides itself.
pub type Row = (&'static str, &'static [&'static str]);

/// Names and plain values of the kernel, which say nothing of what happens next: no queue, no
/// network, no disk, no clock.
pub const KERNEL_WORDS: &str = "the kernel's words";

/// Lists that rows use by name.
pub const GROUPS: &[Row] = &[(
    KERNEL_WORDS,
    &[
        "kernel::chunks",
        "kernel::hash",
        "kernel::id",
        "kernel::sort",
        "kernel::sorted",
        "kernel::time",
        "kernel::unit",
        "kernel::EventId",
        "kernel::FlushToken",
        "kernel::Latency",
        "kernel::Loss",
        "kernel::MessageName",
    ],
)];

/// Modules of the engine.
pub const ENGINE: &[Row] = &[
    ("kernel", &[]),
    ("observation", &["kernel::id"]),
    ("evidence", &["kernel::id", "kernel::sort", "kernel::time"]),
    ("guarantees", &[KERNEL_WORDS, "evidence"]),
    ("modes", &[KERNEL_WORDS, "guarantees", "evidence"]),
    ("node", &[KERNEL_WORDS, "kernel::random", "observation", "evidence", "guarantees", "modes"]),
    ("parts", &[KERNEL_WORDS]),
    ("invariants", &[KERNEL_WORDS, "node", "parts"]),
    ("faults", &["kernel"]),
    ("protocols", PROTOCOLS),
    ("workload", &[KERNEL_WORDS, "node", "observation", "evidence", "modes"]),
    ("world", &["kernel", "node", "faults", "observation", "evidence", "guarantees", "modes"]),
    ("timeline", TIMELINE),
    ("consistency", &[KERNEL_WORDS, "node::request", "evidence"]),
    ("checks", CHECKS),
    ("account", ACCOUNT),
    ("explore", &["world", "timeline", "consistency"]),
    ("sweep", &["timeline", "consistency"]),
    ("scenario", SCENARIO),
    ("testing", TESTING),
];

const PROTOCOLS: &[&str] = &[
    KERNEL_WORDS,
    "node",
    "parts",
    "invariants",
    "observation",
    "evidence",
    "guarantees",
    "modes",
];

/// What happened is told in the words of those who did it.
const TIMELINE: &[&str] =
    &[KERNEL_WORDS, "kernel::Event", "world", "faults", "node", "observation", "evidence", "modes"];

/// What became of invariants is read off a run.
const CHECKS: &[&str] = &[KERNEL_WORDS, "node", "evidence", "modes", "consistency", "timeline"];

/// What a run gave and cost is read off it, too.
const ACCOUNT: &[&str] =
    &[KERNEL_WORDS, "kernel::Event", "node", "modes", "checks", "timeline", "world"];

/// What tests of mechanisms share.
const TESTING: &[&str] = &[
    "kernel",
    "node",
    "faults",
    "evidence",
    "modes",
    "consistency",
    "checks",
    "workload",
    "world",
    "timeline",
];

const SCENARIO: &[&str] = &[
    KERNEL_WORDS,
    "kernel::random",
    "protocols::*",
    "node",
    "checks",
    "workload",
    "faults",
    "world",
    "timeline",
    "consistency",
    "guarantees",
    "modes",
];

/// Modules of the app; `main` joins them and has no row.
pub const APP: &[Row] = &[
    ("browser", &[]),
    ("state", &[]),
    ("marks", &["browser"]),
    ("words", &["state"]),
    ("hooks", &["browser", "state"]),
    ("controls", &["browser", "hooks", "marks"]),
    ("shapes", &["marks", "words"]),
    ("widgets", WIDGETS),
    ("stills", &["widgets", "marks", "words", "state", "browser::text_width"]),
    ("pages", &["widgets", "controls", "marks", "words", "state", "browser", "hooks"]),
    ("site", &["pages", "widgets", "controls", "marks", "state", "browser", "hooks"]),
    ("host", &["pages", "words", "browser", "state"]),
];

const WIDGETS: &[&str] = &["shapes", "controls", "marks", "words", "state", "browser", "hooks"];

/// Modules of the app that may import everything.
pub const APP_FREE: &[&str] = &["main", "lib", "bin"];

/// Our crates, and which of the others each may depend on.
pub const CRATES: &[Row] = &[
    ("engine", &[]),
    ("content", &["engine"]),
    ("app", &["content", "engine"]),
    ("tests", &["app", "content", "engine"]),
    ("xtask", &["tests", "app", "content", "engine"]),
];
