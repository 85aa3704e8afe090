//! The one sentence that says what the picture shows.
use super::row::{Row, class_label};
use super::{clock, operation, row, stance};
use crate::state::Session;
use engine::checks::{Breach, Undertaking};
use engine::kernel::{Instant, NodeId, sort_by_key};
use engine::modes::{ClassId, Gap, Mode, Stance};

/// What is said: the first part stands out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Say {
    /// "n1 believes Target and is entitled to Floor."
    pub first: String,
    /// "It has been lying for 1.84 s."
    pub then: String,
    /// A broken invariant, if one is.
    pub broken: String,
    /// Is it a lie that it tells of?
    pub alarming: bool,
}

/// What there is to say where nobody claims anything.
pub fn silence(session: &Session) -> &'static str {
    match session.now() {
        Instant(0) => "Nobody claims anything yet.",
        _ => "Nobody claims anything now.",
    }
}

/// The situation at the playhead; what was never promised is not broken.
pub fn situation(session: &Session) -> Say {
    let mut say = match worst_row(session) {
        Some((node, class, stance)) => match lowered(session) {
            Some(first) if stance.gap == Gap::Honest => {
                Say { first, then: "Each believes the same of itself.".into(), ..Say::default() }
            }
            _ => of_row(session, node, class, &stance),
        },
        None => Say { first: silence(session).into(), ..Say::default() },
    };
    say.broken = broken(session);
    say
}

/// The row that is worst off, among those that the nodes wear; of equals, the first.
pub fn worst_row(session: &Session) -> Option<(NodeId, ClassId, Stance)> {
    let world = session.line().world();
    let rows = session
        .scenario()
        .focus
        .iter()
        .flat_map(|(service, class)| world.members(*service).map(move |node| (node, *class)));
    let standing = rows.filter_map(|(node, class)| Some((node, class, world.stance(node, class)?)));
    // Of the honest, who promises least; of the others, who promises most.
    let worse = |stance: &Stance| {
        let promised = i16::from(stance.believed);
        (stance.gap, if stance.gap == Gap::Honest { promised } else { -promised })
    };
    standing.reduce(|worst, row| if worse(&row.2) > worse(&worst.2) { row } else { worst })
}

/// Who serves as less than Target, by the rows that nodes wear: "Floor for reads: n1, n2.".
fn lowered(session: &Session) -> Option<String> {
    let (world, scenario) = (session.line().world(), session.scenario());
    let mut told = Vec::new();
    for (service, class) in &scenario.focus {
        let rows = world.members(*service).filter_map(|node| Row::of(session, node, *class));
        let rows: Vec<_> = rows.collect();
        let class = class_label(&scenario.cast, *service, *class);
        for mode in Mode::ALL.into_iter().filter(|mode| *mode != Mode::Target) {
            let here = rows.iter().filter(|row| row.believed == mode);
            let names: Vec<_> = here.map(|row| scenario.cast.own_name(row.node)).collect();
            if !names.is_empty() {
                told.push(format!("{} for {class}: {}.", mode.name(), names.join(", ")));
            }
        }
    }
    (!told.is_empty()).then(|| told.join(" "))
}

fn of_row(session: &Session, node: NodeId, class: ClassId, stance: &Stance) -> Say {
    let name = session.scenario().cast.own_name(node);
    let (first, then) = standing(session, node, class, stance);
    let alarming = stance.gap == Gap::Lying;
    Say { first: format!("{name} {first}"), then, broken: String::new(), alarming }
}

/// Where a row stands, and for how long it has if that is not as it should be.
pub fn standing(
    session: &Session,
    node: NodeId,
    class: ClassId,
    stance: &Stance,
) -> (String, String) {
    let world = session.line().world();
    let since = row::since(&session.windows(), session.now(), node, class);
    let [believed, entitled] = [stance.believed, stance.entitled]
        .map(|contract| stance::mode_of(world, node, class, stance, contract));
    stance::gap_sentence(stance.gap, believed, entitled, since)
}

fn broken(session: &Session) -> String {
    let (conclusions, scenario) = (session.conclusions(), session.scenario());
    let claimed = conclusions
        .iter()
        .filter(|(service, check, _)| !scenario.model.unclaimed.contains(&(*service, *check)));
    let mut broken =
        claimed.filter_map(|(service, check, verdict)| Some((service, check, verdict.witness()?)));
    let Some((service, check, found)) = broken.next() else { return String::new() };
    let whose = match scenario.services.len() {
        1 => String::new(),
        _ => format!(" in the {}", scenario.cast.info(*service).name),
    };
    format!("{} is broken{whose}: {}", check.invariant().name(), breach(session, found))
}

/// When it broke: the last answer of those that show it, or else now.
pub fn breach_at(session: &Session, breach: &Breach) -> Instant {
    let all = session.undertakings();
    let guilty = all.iter().filter(|one| breach.operations.contains(&one.request.op));
    let told = guilty.filter_map(|one| one.told.as_ref().map(|told| told.at));
    told.max().unwrap_or_else(|| session.now())
}

/// What broke an invariant: the last two operations that show it, if it shows in operations.
pub fn breach(session: &Session, breach: &Breach) -> String {
    let all = session.undertakings();
    let cast = &session.scenario().cast;
    let mut guilty: Vec<&Undertaking> =
        all.iter().filter(|one| breach.operations.contains(&one.request.op)).collect();
    sort_by_key(&mut guilty, |one| one.told.as_ref().map_or(one.invoked, |told| told.at));
    let told = guilty.iter().rev().take(2).rev().map(|one| {
        let at = one.told.as_ref().map_or(one.invoked, |told| told.at);
        let who = cast.node_name(one.request.op.client);
        let (what, ended) = (operation::label(cast, one), operation::outcome(cast, one));
        let at = clock::seconds(at - Instant(0), 2);
        format!("{who} {what}, {ended}, at {at}")
    });
    let told: Vec<_> = told.collect();
    match told.is_empty() {
        true => breach.why.clone(),
        false => format!("{}.", told.join("; then ")),
    }
}
