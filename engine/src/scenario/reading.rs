//! From a file, or an object of a page, to a scenario in its own words.
use super::at::At;
use super::complaints::Complaints;
use super::raw::{
    RawAha, RawChange, RawChoice, RawClient, RawExpect, RawHonesty, RawHost, RawModel, RawNetwork,
    RawScenario, RawService, RawSettings, RawStage,
};
use super::{Complaint, Tree};

/// Reads a scenario, all complaints at once. A program without the feature `text` is not told what
/// is wrong, only that something is.
pub fn read_raw(from: &impl Tree) -> Result<RawScenario, Vec<Complaint>> {
    let mut complaints = Complaints::default();
    match RawScenario::read(from, At::FILE, &mut complaints) {
        Some(raw) if complaints.is_empty() => Ok(raw),
        _ => Err(complaints.into_list()),
    }
}

/// What to do about all that is said here.
pub(super) const HINT: &str = "see the other scenarios for the form";
/// No number in a file is larger: beyond it JavaScript cannot tell one from the next.
const EXACT: f64 = 9_007_199_254_740_991.0;

/// What can be read.
trait Read: Sized {
    /// Reads it, or complains.
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<Self>;

    /// What it is where nothing is written; nothing where something must be.
    fn left_out() -> Option<Self> {
        None
    }
}

/// What was read, or a complaint that it is something else.
fn or<T>(read: Option<T>, wanted: &str, at: At, to: &mut Complaints) -> Option<T> {
    if read.is_none() {
        to.add(at, || format!("this is not {wanted}"), HINT);
    }
    read
}

impl Read for String {
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<String> {
        or(from.text(), "a text", at, to)
    }
}

impl Read for f64 {
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<f64> {
        or(from.number(), "a number", at, to)
    }
}

impl Read for bool {
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<bool> {
        or(from.truth(), "true or false", at, to)
    }
}

impl Read for u64 {
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<u64> {
        let whole = from.number().filter(|number| (0.0..=EXACT).contains(number));
        let whole = whole.filter(|number| *number as u64 as f64 == *number);
        or(whole, "a whole number from 0 to 2^53 - 1", at, to).map(|number| number as u64)
    }
}

impl Read for usize {
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<usize> {
        let whole = u64::read(from, at, to)?;
        or(usize::try_from(whole).ok(), "so small a number as is wanted", at, to)
    }
}

impl Read for u8 {
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<u8> {
        let whole = u64::read(from, at, to)?;
        or(u8::try_from(whole).ok(), "a whole number from 0 to 255", at, to)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<Option<T>> {
        T::read(from, at, to).map(Some)
    }

    fn left_out() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<Vec<T>> {
        let list = or(from.list(), "a list", at, to)?;
        let parts = list.iter().enumerate();
        parts.map(|(place, part)| T::read(part, at.nth(place), to)).collect()
    }
}

impl Read for RawSettings {
    fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<RawSettings> {
        let mut settings = RawSettings::new();
        for name in or(from.names(), "a table", at, to)? {
            let value = field(from, &name, None, at, to)?;
            settings.insert(name, value);
        }
        Some(settings)
    }
}

/// What stands under a name, or what takes its place where nothing does.
fn field<T: Read>(
    from: &impl Tree,
    name: &str,
    instead: Option<T>,
    at: At,
    to: &mut Complaints,
) -> Option<T> {
    if let Some(value) = from.field(name) {
        return T::read(&value, at.key(name), to);
    }
    let instead = instead.or_else(T::left_out);
    if instead.is_none() {
        to.add(at, || format!("the field `{name}` is missing"), HINT);
    }
    instead
}

/// Nothing in a table may have another name.
fn knows(from: &impl Tree, known: &[&str], at: At, to: &mut Complaints) -> Option<()> {
    for name in or(from.names(), "a table", at, to)? {
        if !known.contains(&name.as_str()) {
            let hint = || format!("there are {}", known.join(", "));
            to.add_with(at.key(&name), || format!("there is no field `{name}`"), hint);
        }
    }
    Some(())
}

/// The fields of every table, each with its name in files. What may be left out says what it is
/// then, unless that is nothing; what only the book's build asks is not read without `text`.
macro_rules! tables {
    ($($raw:ident {
        $($field:ident $name:literal $(or $instead:expr)?),* ;
        $($asked:ident $asked_name:literal),*
    })*) => {
        $(impl Read for $raw {
            fn read(from: &impl Tree, at: At, to: &mut Complaints) -> Option<$raw> {
                knows(from, &[$($name,)* $($asked_name),*], at, to)?;
                // All are read before one that is missing ends it: all complaints at once.
                $(let $field = field(from, $name, None $(.or(Some($instead)))?, at, to);)*
                $(let $asked = match cfg!(feature = "text") {
                    true => field(from, $asked_name, Some(Default::default()), at, to),
                    false => Some(Default::default()),
                };)*
                Some($raw { $($field: $field?,)* $($asked: $asked?),* })
            }
        })*
    };
}

tables! {
    RawScenario {
        id "id" or String::new(), title "title", teaser "teaser", chapter "chapter",
        covers "covers" or Vec::new(), seed "seed", length "length", pace "pace",
        description "description", network "network" or RawNetwork::default(), hosts "host",
        services "service", clients "client" or Vec::new(), focus "focus",
        controls "controls" or Vec::new(), guards "guards" or Vec::new(), checks "checks",
        model "model", stages "stage", honesty "honesty";
        ahas "aha"
    }
    RawNetwork { latency "latency", jitter "jitter", tail "tail", flush "flush"; }
    RawHost { name "name", x "x", y "y", claims "claims"; }
    RawService {
        name "name", mechanism "mechanism", nodes "nodes", sustain "sustain",
        settings "settings" or RawSettings::new(), guards_off "guards-off" or Vec::new(),
        keys "keys" or Vec::new();
    }
    RawClient {
        name "name", x "x", y "y", services "services", targets "targets" or Vec::new(),
        route "route", pace "pace", every "every", start "start", stop "stop", reads "reads",
        patience "patience", persistence "persistence", asks "asks" or Vec::new();
    }
    RawModel {
        says "says", faults "faults", beyond "beyond" or Vec::new(),
        unclaimed "unclaimed" or Vec::new();
    }
    RawStage {
        title "title", headline "headline", question "question", choices "choice",
        reveal "reveal", notes "notes" or String::new(), minutes "minutes",
        script "script" or Vec::new(), set "set" or RawSettings::new(),
        guards_off "guards-off" or Vec::new(), from "from", look "look";
        facts "facts", expects "expect"
    }
    RawChoice { text "text", right "right" or false, why "why"; }
    RawExpect {
        check "check", verdict "verdict", row "row", gap "gap", at_least "at-least",
        believed "believed", entitled "entitled", at "at";
    }
    RawAha {
        says "says", stage "stage", check "check", broken "broken" or RawChange::default(),
        mended "mended" or RawChange::default(), seeds "seeds";
    }
    RawChange { set "set" or RawSettings::new(), guards_off "guards-off" or Vec::new(); }
    RawHonesty { simplified "simplified", idealised "idealised", sources "sources"; }
}
