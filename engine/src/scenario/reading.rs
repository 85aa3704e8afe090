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
pub fn read_raw<T: Tree>(from: &T) -> Result<RawScenario, Vec<Complaint>> {
    let (mut raw, mut complaints) = (RawScenario::default(), Complaints::default());
    raw.read(from, At::FILE, &mut complaints);
    match complaints.is_empty() {
        true => Ok(raw),
        false => Err(complaints.into_list()),
    }
}

/// What to do about all that is said here.
pub(super) const HINT: &str = "see the other scenarios for the form";
/// No number in a file is larger: beyond it JavaScript cannot tell one from the next.
const EXACT: f64 = 9_007_199_254_740_991.0;

/// A place into which something can be read.
///
/// Places are filled one by one, by one function for all tables: a scenario has a hundred fields,
/// and every page that shows one carries what is written out for each.
trait Read<T> {
    /// Reads into it, or complains and leaves it.
    fn read(&mut self, from: &T, at: At, to: &mut Complaints);

    /// May it be left out, whatever table it stands in?
    fn is_optional(&self) -> bool {
        false
    }
}

/// Keeps what was read, or complains that it is something else.
fn keep<V>(place: &mut V, read: Option<V>, wanted: &str, at: At, to: &mut Complaints) {
    match read {
        Some(value) => *place = value,
        None => to.add(at, || format!("this is not {wanted}"), HINT),
    }
}

impl<T: Tree> Read<T> for String {
    fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
        keep(self, from.text(), "a text", at, to);
    }
}

impl<T: Tree> Read<T> for f64 {
    fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
        keep(self, from.number(), "a number", at, to);
    }
}

impl<T: Tree> Read<T> for bool {
    fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
        keep(self, from.truth(), "true or false", at, to);
    }
}

impl<T: Tree> Read<T> for u64 {
    fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
        keep(self, whole(from), "a whole number from 0 to 2^53 - 1", at, to);
    }
}

impl<T: Tree> Read<T> for usize {
    fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
        let small = whole(from).and_then(|number| usize::try_from(number).ok());
        keep(self, small, "a whole number as small as is wanted", at, to);
    }
}

impl<T: Tree> Read<T> for u8 {
    fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
        let small = whole(from).and_then(|number| u8::try_from(number).ok());
        keep(self, small, "a whole number from 0 to 255", at, to);
    }
}

fn whole(from: &impl Tree) -> Option<u64> {
    let number = from.number().filter(|number| (0.0..=EXACT).contains(number))?;
    let whole = number as u64;
    (whole as f64 == number).then_some(whole)
}

impl<T: Tree, V: Read<T> + Default> Read<T> for Option<V> {
    fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
        self.insert(V::default()).read(from, at, to);
    }

    fn is_optional(&self) -> bool {
        true
    }
}

impl<T: Tree, V: Read<T> + Default> Read<T> for Vec<V> {
    fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
        let Some(list) = from.list() else { return keep(self, None, "a list", at, to) };
        for (place, part) in list.iter().enumerate() {
            let mut value = V::default();
            value.read(part, at.nth(place), to);
            self.push(value);
        }
    }
}

impl<T: Tree> Read<T> for RawSettings {
    fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
        let Some(names) = from.names() else { return keep(self, None, "a table", at, to) };
        for name in names {
            let mut value = String::new();
            field(from, &name, &mut value, true, at, to);
            self.insert(name, value);
        }
    }
}

/// A field of a table.
struct Field<'a, T> {
    name: &'static str,
    /// Must it be there?
    is_needed: bool,
    /// Where it goes; nowhere if it is not read, though it may be there.
    place: Option<&'a mut dyn Read<T>>,
}

/// Reads the fields of a table. Nothing in it may have another name.
fn table<T: Tree>(from: &T, fields: &mut [Field<'_, T>], at: At, to: &mut Complaints) {
    let Some(names) = from.names() else { return keep(&mut (), None, "a table", at, to) };
    for name in names {
        if !fields.iter().any(|field| field.name == name) {
            let known = || fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
            let hint = || format!("there are {}", known());
            to.add_with(at.key(&name), || format!("there is no field `{name}`"), hint);
        }
    }
    for Field { name, is_needed, place } in fields {
        if let Some(place) = place {
            field(from, name, &mut **place, *is_needed, at, to);
        }
    }
}

/// Reads what stands under a name.
fn field<T: Tree>(
    from: &T,
    name: &str,
    place: &mut dyn Read<T>,
    is_needed: bool,
    at: At,
    to: &mut Complaints,
) {
    match from.field(name) {
        Some(value) => place.read(&value, at.key(name), to),
        None if place.is_optional() || !is_needed => {}
        None => to.add(at, || format!("the field `{name}` is missing"), HINT),
    }
}

/// Must a field be there? Not where its table has "or nothing" for it.
macro_rules! needed {
    () => {
        true
    };
    (nothing) => {
        false
    };
}

/// The fields of every table, each with its name in files. Of what may be left out there is then
/// nothing; what only the book's build asks may be, and a program without `text` has not even what
/// would read it.
macro_rules! tables {
    ($($raw:ident {
        $($field:ident $name:literal $(or $nothing:ident)?),* ;
        $($asked:ident $asked_name:literal),*
    })*) => {
        $(impl<T: Tree> Read<T> for $raw {
            fn read(&mut self, from: &T, at: At, to: &mut Complaints) {
                let fields = &mut [
                    $(Field {
                        name: $name,
                        is_needed: needed!($($nothing)?),
                        place: Some(&mut self.$field),
                    },)*
                    $(Field {
                        name: $asked_name,
                        is_needed: false,
                        place: if cfg!(feature = "text") { Some(&mut self.$asked) } else { None },
                    },)*
                ];
                table(from, fields, at, to);
            }
        })*
    };
}

tables! {
    RawScenario {
        id "id" or nothing, title "title", teaser "teaser", chapter "chapter",
        covers "covers" or nothing, seed "seed", length "length", pace "pace",
        description "description", network "network" or nothing, hosts "host",
        services "service", clients "client" or nothing, focus "focus",
        controls "controls" or nothing, guards "guards" or nothing, checks "checks",
        model "model", stages "stage", honesty "honesty";
        ahas "aha"
    }
    RawNetwork { latency "latency", jitter "jitter", tail "tail", flush "flush"; }
    RawHost { name "name", x "x", y "y", claims "claims"; }
    RawService {
        name "name", mechanism "mechanism", nodes "nodes", sustain "sustain",
        settings "settings" or nothing, guards_off "guards-off" or nothing,
        keys "keys" or nothing;
    }
    RawClient {
        name "name", x "x", y "y", services "services", targets "targets" or nothing,
        route "route", pace "pace", every "every", start "start", stop "stop", reads "reads",
        patience "patience", persistence "persistence", asks "asks" or nothing;
    }
    RawModel {
        says "says", faults "faults", beyond "beyond" or nothing,
        unclaimed "unclaimed" or nothing;
    }
    RawStage {
        title "title", headline "headline", question "question", choices "choice",
        reveal "reveal", notes "notes" or nothing, minutes "minutes",
        script "script" or nothing, set "set" or nothing,
        guards_off "guards-off" or nothing, from "from", look "look";
        facts "facts", expects "expect"
    }
    RawChoice { text "text", right "right" or nothing, why "why"; }
    RawExpect {
        check "check", verdict "verdict", row "row", gap "gap", at_least "at-least",
        believed "believed", entitled "entitled", at "at";
    }
    RawAha {
        says "says", stage "stage", check "check", broken "broken" or nothing,
        mended "mended" or nothing, seeds "seeds";
    }
    RawChange { set "set" or nothing, guards_off "guards-off" or nothing; }
    RawHonesty { simplified "simplified", idealised "idealised", sources "sources"; }
}
