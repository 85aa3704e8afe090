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
    /// What of them is not known.
    odd: Option<String>,
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

    /// Checks every option; the first that cannot be used is told in one sentence.
    pub fn checked(self) -> Result<Asked, String> {
        let scenario = text(self.scenario, "scenario")?
            .ok_or("The options name no lab; one is scenario: \"ch03-raft-lease-read\".")?;
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if scenario.is_empty() || scenario.len() > 80 || !scenario.chars().all(plain) {
            return Err(format!("“{}” is not the name of a lab.", shorter(&scenario)));
        }
        let run = text(self.run, "run")?.map(|code| decode(&code)).transpose()?.map(Box::new);
        if let Some(link) = run.as_ref().filter(|link| link.run.scenario != scenario) {
            let other = &link.run.scenario;
            return Err(format!("The run is one of the lab “{other}”, not of “{scenario}”."));
        }
        let stage = match &self.stage {
            Given::Nothing => 1,
            given => stage_of(given)?,
        };
        let seed = text(self.seed, "seed")?.map(|seed| seed_of(&seed)).transpose()?;
        let theme = text(self.theme, "theme")?.map_or(Ok(None), |theme| theme_of(&theme))?;
        let (hidden, odd) = Hidden::parse(&text(self.hide, "hide")?.unwrap_or_default());
        let odd = unknown(&self.odd).into_iter().chain(odd).reduce(|one, two| one + " " + &two);
        Ok(Asked { scenario, stage, run, seed, theme, hidden, odd })
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
    /// Where the run begins, and what of it could not be had.
    pub(super) fn opening(&self, scenario: &Scenario) -> (Opening, Option<String>) {
        let known = scenario.stages.len();
        let stage = Opening::Stage(if self.stage > known { 0 } else { self.stage - 1 });
        match &self.run {
            Some(link) => match link.misfit(scenario) {
                None => (Opening::Link(link.clone()), self.odd.clone()),
                Some(sentence) => (stage, Some(sentence)),
            },
            None if self.stage > known => {
                let number = self.stage;
                let says = format!(
                    "There is no stage {number}; this lab has {known}. It starts with the first."
                );
                (stage, Some(says))
            }
            None => (stage, self.odd.clone()),
        }
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
    fn each_bad_option_has_its_sentence() {
        let number = |number: f64| Given::Number(number, number.to_string());
        let bad = [
            (Options::default(), "name no lab"),
            (options("../x"), "“../x” is not the name of a lab."),
            (Options { stage: number(0.0), ..options("a") }, "no stage 0;"),
            (Options { stage: some("two"), ..options("a") }, "no stage “two”;"),
            (Options { seed: some("1e9"), ..options("a") }, "“1e9” is not a seed"),
            (Options { seed: number(7.5), ..options("a") }, "“7.5” is not a seed"),
            (Options { theme: some("pink"), ..options("a") }, "no theme “pink”"),
            (Options { hide: Given::Other, ..options("a") }, "“hide” takes text"),
            (Options { run: some("%%"), ..options("a") }, ""),
        ];
        for (options, says) in bad {
            let sentence = options.checked().unwrap_err();
            assert!(sentence.contains(says) && !sentence.is_empty(), "{sentence}");
        }
    }

    #[test]
    fn parts_and_themes_are_read() {
        let (hide, theme, odd) = (some("matrix,sky,panels"), some("auto"), vec!["stge".into()]);
        let seed = Given::Number(7.0, "7".into());
        let asked = Options { hide, theme, seed, odd, ..options("a") }.checked().unwrap();
        assert_eq!((asked.hidden.names().as_str(), asked.theme), ("matrix,panels", None));
        assert_eq!(asked.seed, Some(7));
        let odd = asked.odd.expect("it is told");
        assert!(odd.contains("left out: stge. “sky” names no part"), "{odd}");
    }
}
