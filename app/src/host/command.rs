//! What a host can tell a lab to do.
use super::Given;
use super::asked::seed_of;
use super::given::shorter;
use crate::browser::number;
use crate::state::{Interest, Lab, Session};
use engine::kernel::Instant;
use engine::scenario::{SettingRef, change_names, parse_fault, parse_script, sentence};

/// One thing to do.
pub enum Command {
    /// Goes on; from its end it begins anew.
    Play,
    /// Stands still.
    Pause,
    /// So many events on.
    Step(u32),
    /// To an instant, in seconds.
    Seek(f64),
    /// A fault at the playhead, as a script writes it.
    Inject(String),
    /// A setting, a guard, the seed, the stage or the pace, by name, and its value.
    Set(String, String),
}

/// More events than this are not taken at once.
const STEPS_MAX: u32 = 1000;
/// How fast a lab can play, as it bounds it itself.
const PACES: std::ops::RangeInclusive<f64> = 0.1..=1000.0;
/// The same in words: what Rust needs to write such numbers is not in the page.
const PACES_SAID: &str = "0.1 to 1000";

impl Command {
    /// So many events on; one, if none is said.
    pub fn step(given: &Given) -> Result<Command, String> {
        let count = match given {
            Given::Nothing => Some(1),
            given => given.whole().filter(|count| (1..=STEPS_MAX).contains(count)),
        };
        count.map(Command::Step).ok_or_else(|| {
            let shown = given.shown();
            format!("step takes how many events to go on, 1 to {STEPS_MAX}; it was given {shown}.")
        })
    }

    /// To an instant, in seconds.
    pub fn seek(seconds: &Given) -> Result<Command, String> {
        match seconds {
            Given::Number(at, _) if at.is_finite() && *at >= 0.0 => Ok(Command::Seek(*at)),
            given => Err(format!(
                "seek takes seconds from the start of the run, a number from 0 on; it was given {}.",
                given.shown()
            )),
        }
    }

    /// A fault at the playhead.
    pub fn inject(act: &Given) -> Result<Command, String> {
        let one_line = |text: &&String| text.trim().lines().count() == 1;
        let text = match act {
            Given::Text(text) => Some(text).filter(one_line),
            _ => None,
        };
        text.map(|text| Command::Inject(text.clone())).ok_or_else(|| {
            let shown = act.shown().replace('\n', "⏎");
            format!("inject takes one line of text such as “crash n1”; it was given {shown}.")
        })
    }

    /// A setting and its value.
    pub fn set(key: Given, value: Given) -> Result<Command, String> {
        let key = key.words("set needs the name of what is set: it")?;
        let value = value.words(&format!("“{}”", shorter(&key)))?;
        Ok(Command::Set(key, value))
    }

    /// Does it; in one sentence, why not.
    pub(super) fn apply(self, lab: &Lab) -> Result<(), String> {
        match self {
            Command::Play if lab.is_playing() => {}
            Command::Play => lab.toggle(),
            Command::Pause => lab.set_playing(false),
            Command::Step(count) => {
                lab.set_playing(false);
                lab.change(|session| (0..count).for_each(|_| session.step_on()));
            }
            Command::Seek(seconds) => {
                // The end of the run bounds it further.
                let at = Instant((seconds * 1e9).min(1e18) as u64);
                lab.change(|session| session.seek_to(at));
            }
            Command::Inject(line) => {
                let fault = parse_fault(&lab.session().scenario().cast, &line);
                let fault =
                    fault.map_err(|why| sentence(&format!("Nothing was injected: {why}")))?;
                lab.change(|session| session.act(&[fault]));
            }
            Command::Set(key, value) => set(lab, &key, &value)?,
        }
        Ok(())
    }
}

fn set(lab: &Lab, key: &str, value: &str) -> Result<(), String> {
    match key {
        "seed" => {
            let seed = match value {
                "auto" => lab.session().scenario().seed,
                _ => seed_of(value)?,
            };
            lab.change(|session| session.set_seed(seed));
            lab.tell(Interest::Run);
        }
        "stage" => {
            let known = lab.session().scenario().stages.len();
            let number = value.parse().ok().filter(|number| (1..=known).contains(number));
            let number = number.ok_or_else(|| {
                format!("There is no stage “{}”; this lab has 1 to {known}.", shorter(value))
            })?;
            lab.set_playing(false);
            lab.change(|session: &mut Session| session.open_stage(number - 1));
        }
        "pace" => {
            let pace = number(value).filter(|pace| PACES.contains(pace));
            let value = shorter(value);
            let says = || format!("“{value}” is not a pace; a pace is a number from {PACES_SAID}.");
            lab.set_pace(pace.ok_or_else(says)?);
        }
        _ => rule(lab, key, value)?,
    }
    Ok(())
}

/// A setting or a guard, as the header of a script says it.
fn rule(lab: &Lab, key: &str, value: &str) -> Result<(), String> {
    let change = {
        let session = lab.session();
        let cast = &session.scenario().cast;
        let names = change_names(cast);
        if !names.iter().any(|name| name == key) {
            let (key, names) = (shorter(key), names.join(", "));
            return Err(format!(
                "Nothing was set: there is no “{key}”; there are seed, stage, pace, theme, {names}."
            ));
        }
        let is_setting = SettingRef::find(cast, key).is_some();
        let word = if is_setting { "set" } else { "guard" };
        let line = format!("{word} {key} {value}").replace(char::is_control, " ");
        let read = parse_script(session.scenario(), &line);
        let (run, _) = read.map_err(|complaints| {
            let why = complaints.first().map_or("", |complaint| complaint.what.as_str());
            sentence(&format!("Nothing was set: {why}"))
        })?;
        session.run().change.with(&run.change)
    };
    lab.change(|session| session.set_change(change));
    lab.tell(Interest::Run);
    Ok(())
}
