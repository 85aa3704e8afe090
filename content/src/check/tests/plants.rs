//! Mistakes, each in a line of its own, and what a reading must say to them.

/// A mistake.
#[derive(Debug)]
pub(super) struct Plant {
    /// Below the content.
    pub file: &'static str,
    /// What stands there, once.
    pub from: &'static str,
    /// What is put in its place.
    pub into: &'static str,
    /// The line of the mistake; 0 if it has none.
    pub line: usize,
    /// A part of what is said about it.
    pub says: &'static str,
    /// How many more complaints follow from it.
    pub echoes: usize,
}

impl Plant {
    pub const fn new(
        file: &'static str,
        from: &'static str,
        into: &'static str,
        line: usize,
        says: &'static str,
    ) -> Plant {
        Plant { file, from, into, line, says, echoes: 0 }
    }

    const fn echoing(self, echoes: usize) -> Plant {
        Plant { echoes, ..self }
    }
}

const TEXT: &str = "book/01-promises/1-lease.md";
const OPENING: &str = "book/01-promises/opening.md";
const CHAPTER: &str = "book/01-promises/chapter.toml";
const SPARE: &str = "book/01-promises/scenarios/ch01-spare.toml";
const LAB: &str = "book/01-promises/scenarios/ch01-lease.toml";
const OTHER: &str = "book/01-promises/scenarios/ch01-other.toml";
const MODELS: &str = "catalog/models.toml";
const INCIDENTS: &str = "catalog/incidents.toml";

const fn text(from: &'static str, into: &'static str, line: usize, says: &'static str) -> Plant {
    Plant::new(TEXT, from, into, line, says)
}

const fn chapter(from: &'static str, into: &'static str, line: usize, says: &'static str) -> Plant {
    Plant::new(CHAPTER, from, into, line, says)
}

/// All of them can stand in one book at a time.
pub(super) const PLANTS: &[Plant] = &[
    // What a text names.
    text("term:lease", "term:leese", 10, "there is no term `leese`"),
    text("invariant:freshness", "invariant:newness", 10, "there is no invariant `newness`"),
    text("evidence:lease-epoch", "evidence:rumour", 10, "there is no evidence `rumour`"),
    text("```lab ch01-lease 1", "```lab ch01-lease 7", 16, "no stage 7 of a scenario `ch01-lease`"),
    text("model:lease-ends", "model:lease-lasts", 24, "there is no model `lease-lasts`"),
    text("[@gray-1989].", "[@grey-1989].", 24, "there is no work `grey-1989`"),
    text("[3 s](run:", "[4 s](run:", 24, "the text says 4 s, the run 3 s"),
    text("[all](run:", "[one in three](run:", 24, "the text says one in three, the run"),
    text("seeds/1-3/viol", "seeds/3-1/viol", 24, "asks nothing that a run answers"),
    text("1/old/B/", "1/with/register.reading=maybe/old/B/", 24, "`maybe`"),
    text("hidden-from/register.reads", "hidden-from/register", 24, "asks nothing that a run"),
    text("clock.rs since", "clock.rs until", 26, "`clock.rs` does not define `until`"),
    text("Fresh(lease)", "BS(200 ms)", 30, "contradicts itself: Lx and Regular"),
    text("$a + b$", "$\\frac{a}$", 30, "the formula `\\frac{a}` makes no sense"),
    Plant::new(OPENING, "(#why)", "(#how)", 9, "there is no heading `#how` in chapter 1"),
    Plant::new(OPENING, "#a-copy", "#a-cope", 5, "there is no heading `#a-cope` in chapter 1"),
    Plant::new(OPENING, "Read on", "[Read](https://a.org) on", 9, "leads out of the book"),
    text("A while.", "A [while](term:then).", 54, "there is no term `then`"),
    // How a text is made.
    text(
        "```case @gray-1989",
        "```case @other-1990",
        12,
        "no incident has the source `other-1990`",
    ),
    text("### A clock {#a-clock}", "### A clock", 22, "the heading \"A clock\" has no id"),
    text("{#a-matrix}", "{#a-copy}", 34, "the id `a-copy` stands twice"),
    text("![Two clocks, one slower]", "![]", 36, "the image has no description"),
    text("costs anything", "costs 17 euros", 38, "`17` is neither computed nor cited"),
    text("With three seeds", "With 19 seeds", 24, "`19` is neither computed nor cited in its"),
    text("[^free]: Nor", "[^lost]: Nor", 65, "nothing refers to the note `lost`"),
    text("## Mastery", "## Mystery", 32, "there is no pass `Mystery`").echoing(1),
    text("- [x] A while", "- [ ] A while", 43, "0 of the answers are right"),
    text("medium lease-medium", "medium lease-near", 49, "two exercises `lease-near`"),
    text("far lease-far", "distant lease-far", 57, "there is no block `exercise distant")
        .echoing(1),
    // What a blueprint says.
    chapter("supports = [\"order\"]", "supports = [\"odour\"]", 8, "there is no invariant `odour`"),
    chapter("kind = \"lease\"", "kind = \"leash\"", 16, "no kind of evidence \"leash\""),
    chapter(
        "in = \"⟨Object, None, ",
        "in = \"⟨Object, Maybe, ",
        20,
        "`Maybe` is no value of Order",
    ),
    chapter("recovery = \"Ask", "panic = \"Ask", 29, "a blueprint has no `modes.panic`").echoing(1),
    chapter("floor = \"Refuse.\"", "floor = \"\"", 28, "the blueprint lacks `modes.floor`"),
    chapter(
        "witness = \"ch01-lease/1\"",
        "witness = \"ch01-lease/4\"",
        37,
        "no run `ch01-lease/4`",
    ),
    chapter("fallback = \"As of then.\"", "# fallback", 40, "lacks `capsule.fallback`"),
    chapter("far = \"An order in a chart.\"", "# far", 57, "lacks `transfer.far`"),
    chapter(
        "evidence = \"lease\"",
        "evidence = [\"lease\", \"heartbeat\"]",
        62,
        "the chapter introduces 4 ideas",
    ),
    chapter(
        "# The end.",
        "[[section]]\nitem = \"K-1.2\"\ntitle = \"More\"\nline = \"More.\"",
        71,
        "K-1.2 More is not written",
    ),
    // What the catalogue and the scenarios say.
    Plant::new(
        MODELS,
        "counter = { run = \"ch01-lease/1\"",
        "counter = { run = \"ch01/1\"",
        8,
        "`ch01/1`",
    ),
    Plant::new(
        INCIDENTS,
        "sources = [\"gray-1989\"]\nchapter = 1\nsections = [\"K-1.1\"]\n\n",
        "sources = []\nchapter = 1\nsections = [\"K-1.1\"]\n\n",
        7,
        "the incident `first` has no source",
    ),
    Plant::new(INCIDENTS, "1990-01-01", "January 1990", 13, "`January 1990` is no day"),
    Plant::new(
        INCIDENTS,
        "too.\"\nbroken = [\"freshness\"]",
        "too.\"\nbroken = [\"newness\"]",
        16,
        "no invariant `newness`",
    ),
    Plant::new(
        INCIDENTS,
        "[\"K-1.1\"] # The second.",
        "[\"K-1.9\"]",
        19,
        "section K-1.9 does not tell of the incident `second`",
    ),
    Plant::new("catalog/links.md", "leases>", "loses>", 5, "is not up to date"),
    Plant::new(OTHER, "faults = [\"cut n1 | n2\"", "faults = [\"snip n1 | n2\"", 65, "`snip`"),
    Plant::new(LAB, "From 5.24 s to", "From 5.25 s to", 94, "`5.25` is neither given"),
    Plant::new(LAB, "timid/to\"", "timid/from\"", 73, "the text says 5.81 s, the run 5.483 s"),
    Plant::new(SPARE, "mechanism = \"lease-fence\"", "mechanism = \"leash\"", 31, "`leash`"),
];
