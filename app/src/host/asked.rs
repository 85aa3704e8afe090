//! What a host asks of a new lab, checked.
use super::Given;
use super::given::shorter;
use crate::state::{Hidden, Opening};
use engine::scenario::{Link, Scenario, decode};

/// As it comes from a page.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of a lab.
    pub scenario: Given,
    /// Counted from 1.
    pub stage: Given,
    /// A run of somebody's own.
    pub run: Given,
    /// Another draw.
    pub seed: Given,
    /// A theme.
    pub theme: Given,
    /// Parts to leave out.
    pub hide: Given,
    /// Names of options that mean nothing.
    pub odd: Vec<String>,
}

/// What is to be shown.
#[derive(Debug)]
pub struct Asked {
    /// The name of the scenario.
    pub scenario: String,
    /// The stage, counted from 1.
    pub stage: usize,
    /// A run of somebody's own.
    run: Option<Box<Link>>,
    /// Another draw.
    pub seed: Option<u64>,
    /// A theme; nothing is that of the reader's system.
    pub theme: Option<String>,
    /// Parts that are left out.
    pub hidden: Hidden,
    /// What of them cannot be used, each in a sentence.
    odd: Vec<String>,
}

/// Themes that a lab can wear.
const THEMES: [&str; 4] = ["light", "dark", "contrast", "projector"];

impl Options {
    /// As a page gives them by their names; which other names mean nothing is for the page to say.
    pub fn read(of: impl Fn(&str) -> Given) -> Options {
        Options {
            scenario: of("scenario"),
            stage: of("stage"),
            run: of("run"),
            seed: of("seed"),
            theme: of("theme"),
            hide: of("hide"),
            odd: Vec::new(),
        }
    }

    /// Checks every option. Without a lab there is nothing to show; of whatever else cannot be used
    /// the lab says so, and does without it, as the element and the frame do.
    pub fn checked(self) -> Result<Asked, String> {
        let scenario = text(self.scenario, "scenario")?
            .ok_or("The options name no lab; one is scenario: \"ch03-raft-lease-read\".")?;
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if scenario.is_empty() || scenario.len() > 80 || !scenario.chars().all(plain) {
            return Err(format!("“{}” is not the name of a lab.", shorter(&scenario)));
        }
        let mut odd: Vec<_> = unknown(&self.odd).into_iter().collect();
        let run = usable(text(self.run, "run"), &mut odd);
        let run = run.and_then(|code| usable(run_of(&code, &scenario).map(Some), &mut odd));
        let stage = match &self.stage {
            Given::Nothing => Some(1),
            given => usable(stage_of(given).map(Some), &mut odd),
        };
        let seed = usable(text(self.seed, "seed"), &mut odd);
        let seed = seed.and_then(|seed| usable(seed_of(&seed).map(Some), &mut odd));
        let theme = usable(text(self.theme, "theme"), &mut odd);
        let theme = theme.and_then(|theme| usable(theme_of(&theme), &mut odd));
        let hide = usable(text(self.hide, "hide"), &mut odd);
        let (hidden, unknown) = Hidden::parse(&hide.unwrap_or_default());
        odd.extend(unknown);
        Ok(Asked { scenario, stage: stage.unwrap_or(1), run, seed, theme, hidden, odd })
    }
}

/// What was read; where that was not possible, why goes to what is told.
fn usable<T>(read: Result<Option<T>, String>, odd: &mut Vec<String>) -> Option<T> {
    read.unwrap_or_else(|why| {
        odd.push(why);
        None
    })
}

/// A run of somebody's own, as long as it is one of this lab.
fn run_of(code: &str, scenario: &str) -> Result<Box<Link>, String> {
    let link = decode(code)?;
    match link.run.scenario == scenario {
        true => Ok(Box::new(link)),
        false => {
            let other = shorter(&link.run.scenario);
            Err(format!("The run is one of the lab “{other}”, not of “{scenario}”."))
        }
    }
}

/// The text of an option, if it was given one.
fn text(given: Given, name: &str) -> Result<Option<String>, String> {
    match given {
        Given::Nothing => Ok(None),
        given => given.words(&format!("The option “{name}”")).map(Some),
    }
}

/// What options mean nothing, in one sentence.
fn unknown(names: &[String]) -> Option<String> {
    let names: Vec<_> = names.iter().take(5).map(|name| shorter(name)).collect();
    let says = || format!("These options mean nothing and are left out: {}.", names.join(", "));
    (!names.is_empty()).then(says)
}

impl Asked {
    /// What of the options cannot be used, a sentence each; for who makes a file and can mend them.
    pub fn odd(&self) -> &[String] {
        &self.odd
    }

    /// Where the run begins, and what of it could not be had.
    pub(super) fn opening(&self, scenario: &Scenario) -> (Opening, Option<String>) {
        let known = scenario.stages.len();
        let number = self.stage;
        let stage = Opening::Stage(if number > known { 0 } else { number - 1 });
        let (opening, says) = match &self.run {
            Some(link) => match link.misfit(scenario) {
                None => (Opening::Link(link.clone()), None),
                Some(sentence) => (stage, Some(sentence)),
            },
            None if number > known => (
                stage,
                Some(format!(
                    "There is no stage {number}; this lab has {known}. It starts with the first."
                )),
            ),
            None => (stage, None),
        };
        let all = self.odd.iter().cloned().chain(says);
        (opening, all.reduce(|one, two| one + " " + &two))
    }
}

/// A stage, counted from 1.
fn stage_of(given: &Given) -> Result<usize, String> {
    let stage = given.whole().filter(|stage| *stage > 0);
    stage.map(|stage| stage as usize).ok_or_else(|| {
        format!("There is no stage {}; stages are whole numbers, counted from 1.", given.shown())
    })
}

/// A seed, from text: numbers of JavaScript cannot hold every one.
pub(super) fn seed_of(text: &str) -> Result<u64, String> {
    let says = || format!("“{}” is not a seed; seeds are whole numbers.", shorter(text));
    text.trim().parse().map_err(|_| says())
}

/// A theme by its name; "auto" is none.
pub(super) fn theme_of(name: &str) -> Result<Option<String>, String> {
    match name {
        "auto" => Ok(None),
        _ if THEMES.contains(&name) => Ok(Some(name.to_owned())),
        _ => Err(format!(
            "There is no theme “{}”; there are auto, {}.",
            shorter(name),
            THEMES.join(", ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(text: &str) -> Given {
        Given::Text(text.to_owned())
    }

    fn options(scenario: &str) -> Options {
        Options { scenario: some(scenario), ..Options::default() }
    }

    #[test]
    fn what_is_left_out_is_usual() {
        let asked = options("ch03-raft").checked().unwrap();
        assert_eq!((asked.stage, asked.seed, asked.theme), (1, None, None));
    }

    #[test]
    fn without_a_lab_there_is_nothing() {
        let bad = [
            (Options::default(), "name no lab"),
            (options("../x"), "“../x” is not the name of a lab."),
        ];
        for (options, says) in bad {
            let sentence = options.checked().unwrap_err();
            assert!(sentence.contains(says), "{sentence}");
        }
    }

    #[test]
    fn each_other_bad_option_has_its_sentence_and_is_done_without() {
        let number = |number: f64| Given::Number(number, number.to_string());
        let bad = [
            (Options { stage: number(0.0), ..options("a") }, "no stage 0;"),
            (Options { stage: some("two"), ..options("a") }, "no stage “two”;"),
            (Options { seed: some("1e9"), ..options("a") }, "“1e9” is not a seed"),
            (Options { seed: number(7.5), ..options("a") }, "“7.5” is not a seed"),
            (Options { theme: some("pink"), ..options("a") }, "no theme “pink”"),
            (Options { hide: Given::Other, ..options("a") }, "“hide” takes text"),
            (Options { run: some("%%"), ..options("a") }, ""),
        ];
        for (options, says) in bad {
            let asked = options.checked().unwrap();
            assert_eq!((asked.stage, asked.seed, asked.theme), (1, None, None));
            assert!(asked.run.is_none() && asked.odd.len() == 1, "{:?}", asked.odd);
            assert!(asked.odd[0].contains(says) && asked.odd[0].len() > 10, "{:?}", asked.odd);
        }
        let both = Options { theme: some("pink"), stage: number(0.5), ..options("a") };
        assert_eq!(both.checked().unwrap().odd.len(), 2);
    }

    #[test]
    fn parts_and_themes_are_read() {
        let (hide, theme, odd) = (some("matrix,sky,panels"), some("auto"), vec!["stge".into()]);
        let seed = Given::Number(7.0, "7".into());
        let asked = Options { hide, theme, seed, odd, ..options("a") }.checked().unwrap();
        assert_eq!((asked.hidden.names().as_str(), asked.theme), ("matrix,panels", None));
        assert_eq!(asked.seed, Some(7));
        let odd = asked.odd.join(" ");
        assert!(odd.contains("left out: stge. “sky” names no part"), "{odd}");
    }
}
