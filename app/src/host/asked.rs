//! What a host asks of a new lab, checked.
use crate::state::{Hidden, Opening};
use engine::scenario::{Link, Scenario, decode};
use serde::Deserialize;

/// As it comes from a page.
#[derive(Deserialize)]
pub struct Options {
    scenario: String,
    stage: Option<usize>,
    run: Option<String>,
    seed: Option<String>,
    theme: Option<String>,
    hide: Option<String>,
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
    /// Checks every option; the first that cannot be used is told in one sentence.
    pub fn checked(self) -> Result<Asked, String> {
        let scenario = self.scenario;
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if scenario.is_empty() || scenario.len() > 80 || !scenario.chars().all(plain) {
            return Err(format!("“{}” is not the name of a lab.", shorter(&scenario)));
        }
        let run = self.run.map(|code| decode(&code)).transpose()?.map(Box::new);
        if let Some(link) = run.as_ref().filter(|link| link.run.scenario != scenario) {
            let other = &link.run.scenario;
            return Err(format!("The run is one of the lab “{other}”, not of “{scenario}”."));
        }
        let stage = self.stage.unwrap_or(1);
        if stage == 0 {
            return Err("Stages are counted from 1; there is no stage 0.".into());
        }
        let seed = self.seed.map(|seed| seed_of(&seed)).transpose()?;
        let theme = self.theme.map_or(Ok(None), |theme| theme_of(&theme))?;
        let (hidden, odd) = Hidden::parse(&self.hide.unwrap_or_default());
        Ok(Asked { scenario, stage, run, seed, theme, hidden, odd })
    }
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

/// So much of what a host has said as a sentence can hold.
fn shorter(text: &str) -> String {
    text.chars().take(40).collect()
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

    fn options(scenario: &str) -> Options {
        let (stage, run, seed, theme, hide) = Default::default();
        Options { scenario: scenario.into(), stage, run, seed, theme, hide }
    }

    #[test]
    fn what_is_left_out_is_usual() {
        let asked = options("ch03-raft").checked().unwrap();
        assert_eq!((asked.stage, asked.seed, asked.theme), (1, None, None));
    }

    #[test]
    fn each_bad_option_has_its_sentence() {
        let some = |text: &str| Some(text.to_owned());
        let bad = [
            (options("../x"), "“../x” is not the name of a lab."),
            (Options { stage: Some(0), ..options("a") }, "no stage 0"),
            (Options { seed: some("1e9"), ..options("a") }, "“1e9” is not a seed"),
            (Options { theme: some("pink"), ..options("a") }, "no theme “pink”"),
            (Options { run: some("%%"), ..options("a") }, ""),
        ];
        for (options, says) in bad {
            let sentence = options.checked().unwrap_err();
            assert!(sentence.contains(says) && !sentence.is_empty(), "{sentence}");
        }
    }

    #[test]
    fn parts_and_themes_are_read() {
        let hide = Some("matrix,sky,panels".to_owned());
        let theme = Some("auto".to_owned());
        let asked = Options { hide, theme, ..options("a") }.checked().unwrap();
        assert_eq!((asked.hidden.names().as_str(), asked.theme), ("matrix,panels", None));
        assert!(asked.odd.expect("it is told").contains("“sky” names no part"));
    }
}
