//! What a host can tell a lab to do.
use super::asked::seed_of;
use crate::state::{Interest, Lab, Session};
use engine::kernel::Instant;
use engine::scenario::{SettingRef, parse_fault, parse_script};

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
const STEPS_MAX: u32 = 100_000;

impl Command {
    /// Does it; in one sentence, why not.
    pub(super) fn apply(self, lab: &Lab) -> Result<(), String> {
        match self {
            Command::Play if lab.is_playing() => {}
            Command::Play => lab.toggle(),
            Command::Pause => lab.set_playing(false),
            Command::Step(count) => {
                lab.set_playing(false);
                lab.change(|session| (0..count.min(STEPS_MAX)).for_each(|_| session.step_on()));
            }
            Command::Seek(seconds) => {
                if !(seconds.is_finite() && seconds >= 0.0) {
                    return Err("A run can be sought by seconds from its start, from 0 on.".into());
                }
                // The end of the run bounds it further.
                let at = Instant((seconds * 1e9).min(1e18) as u64);
                lab.change(|session| session.seek_to(at));
            }
            Command::Inject(line) => {
                let fault = parse_fault(&lab.session().scenario().cast, &line);
                let fault = fault.map_err(|why| format!("Nothing was injected: {why}."))?;
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
            let seed = seed_of(value)?;
            lab.change(|session| session.set_seed(seed));
            lab.tell(Interest::Run);
        }
        "stage" => {
            let known = lab.session().scenario().stages.len();
            let number = value.parse().ok().filter(|number| (1..=known).contains(number));
            let number =
                number.ok_or_else(|| format!("The stages of this lab are 1 to {known}."))?;
            lab.set_playing(false);
            lab.change(|session: &mut Session| session.open_stage(number - 1));
        }
        "pace" => {
            let pace = value.parse().ok().filter(|pace: &f64| pace.is_finite() && *pace > 0.0);
            lab.set_pace(pace.ok_or("The pace is a number above 0.")?);
        }
        _ => rule(lab, key, value)?,
    }
    Ok(())
}

/// A setting or a guard, as the header of a script says it.
fn rule(lab: &Lab, key: &str, value: &str) -> Result<(), String> {
    let change = {
        let session = lab.session();
        let is_setting = SettingRef::find(&session.scenario().cast, key).is_some();
        let word = if is_setting { "set" } else { "guard" };
        let line = format!("{word} {key} {value}").replace(char::is_control, " ");
        let read = parse_script(session.scenario(), &line);
        let (run, _) = read.map_err(|complaints| {
            let why = complaints.first().map_or("", |complaint| complaint.what.as_str());
            format!("Nothing was set: {why}.")
        })?;
        session.run().change.with(&run.change)
    };
    lab.change(|session| session.set_change(change));
    lab.tell(Interest::Run);
    Ok(())
}
