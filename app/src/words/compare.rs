//! Two runs beside each other, in words: what they are called, where they part, what it bought.
use super::{amount, label, named, outcome, seconds, setting};
use crate::state::{Comparison, Half};
use engine::account::{Counts, MEASURES, Measure};
use engine::kernel::{Instant, Span, Unit};
use engine::scenario::{Cast, Change, Difference, Scenario, SettingRef};

/// What each of the two runs is called after what differs: "pre vote: on", "pre vote: off".
pub fn names(scenario: &Scenario, change: &Change, difference: &Difference) -> [String; 2] {
    let cast = &scenario.cast;
    match difference {
        Difference::Setting(name, value) => match SettingRef::find(cast, name) {
            Some(found) => [scenario.value(change, &found), *value].map(|value| {
                let said = amount(found.card.unit, value);
                let choice = matches!(found.card.unit, Unit::Choice(_));
                let said = if choice { said.replace('-', " ") } else { said };
                format!("{}: {said}", setting(cast, &found))
            }),
            None => [name.clone(), name.clone()],
        },
        Difference::Guard(name, on) => {
            let known = name.split_once('.').and_then(|(service, guard)| {
                let service = cast.service(service)?;
                Some((service, cast.info(service).card.guard(guard)?))
            });
            let Some((service, guard)) = known else { return [name.clone(), name.clone()] };
            [scenario.is_on(change, service, guard), *on].map(|on| {
                format!("{}: {}", named(cast, service, guard.name), if on { "on" } else { "off" })
            })
        }
        Difference::Mechanism(service, card) => {
            let info = cast.info(*service);
            [info.card, *card].map(|card| format!("{}: {}", info.name, card.title))
        }
    }
}

/// A figure as a table shows it.
pub fn figure(measure: &Measure, value: Option<u64>) -> String {
    match (value, measure.counts) {
        (None, _) => "—".into(),
        (Some(value), Counts::Things) => value.to_string(),
        (Some(value), Counts::Time) => seconds(Span(value), 3),
    }
}

/// How much more or less the second is than the first.
pub fn figure_difference(measure: &Measure, [one, two]: [Option<u64>; 2]) -> String {
    match (one, two) {
        (Some(one), Some(two)) if one == two => "=".into(),
        (Some(one), Some(two)) => {
            let sign = if two > one { "+" } else { "−" };
            format!("{sign}{}", figure(measure, Some(one.abs_diff(two))))
        }
        _ => "—".into(),
    }
}

/// What the difference bought and what it cost, in one sentence.
pub fn bought_and_cost(found: &Comparison, name: &str) -> String {
    if found.parted.step.is_none() {
        return format!("With {name} nothing changes: the two runs are the same.");
    }
    let (mut bought, mut cost) = (Vec::new(), Vec::new());
    for measure in MEASURES {
        let [one, two] = found.halves.each_ref().map(|half| (measure.read)(&half.account));
        let (Some(one), Some(two), Some([less, more])) = (one, two, measure.less_and_more) else {
            continue;
        };
        let words = if two > one { more } else { less };
        let told = words.replace('#', &figure(measure, Some(one.abs_diff(two))));
        match () {
            () if one == two => (),
            () if (two > one) == measure.more_is_better => bought.push(told),
            () => cost.push(told),
        }
    }
    match (bought.is_empty(), cost.is_empty()) {
        (true, true) => format!("With {name} the runs part, and no main figure changes."),
        (false, true) => format!("What {name} bought: {}. It cost nothing.", all(&bought)),
        (true, false) => format!("What {name} cost: {}. It bought nothing.", all(&cost)),
        (false, false) => {
            format!("What {name} bought: {}. What it cost: {}.", all(&bought), all(&cost))
        }
    }
}

fn all(parts: &[String]) -> String {
    match parts {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        parts => parts.concat(),
    }
}

/// Where the two part, each place with its instant and one sentence; the first divergence first.
pub fn partings(cast: &Cast, found: &Comparison, names: &[String; 2]) -> Vec<(Instant, String)> {
    let mut told = Vec::new();
    let at = |at: Instant| seconds(at - Instant(0), 3);
    if let Some((_, when)) = found.parted.step {
        let [one, two] = found.halves.each_ref().map(|half| half.step.as_deref());
        let over = "the run is over";
        let (one, two) = (one.unwrap_or(over), two.unwrap_or(over));
        let says = match one == two {
            true => format!("In both, {one}. What the node makes of it differs."),
            false => format!("With {}, {one}. With {}, {two}.", names[0], names[1]),
        };
        told.push((when, format!("The runs part at {}. {says}", at(when))));
    }
    if let Some(when) = found.parted.stance {
        let says = format!("At {} a row first stands under another contract.", at(when));
        told.push((when, says));
    }
    if let Some(when) = found.asked() {
        let says = |half: &Half| match &half.outcome {
            Some(one) => format!("{}: {}", label(cast, one), outcome(cast, one)),
            None => "not asked".into(),
        };
        let [one, two] = found.halves.each_ref().map(says);
        let says = format!(
            "The first client to be told something else asked at {}. With {}, {one}. With {}, {two}.",
            at(when),
            names[0],
            names[1]
        );
        told.push((when, says));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Opening, Pair, sample};
    use crate::words::step;

    fn told(with: &str) -> (String, Vec<(Instant, String)>, [String; 2]) {
        let scenario = sample(0).scenario().clone();
        let difference = Difference::parse(&scenario, with).expect("a difference");
        let pair = Pair::open(scenario.clone(), &Opening::Stage(1), difference, step);
        let session = pair.labs()[0].session();
        let names = names(&scenario, session.change(), pair.difference());
        let found = pair.found();
        (bought_and_cost(&found, &names[1]), partings(&scenario.cast, &found, &names), names)
    }

    #[test]
    fn what_a_stricter_read_buys_and_costs_is_one_sentence() {
        let (said, places, names) = told("register.reads=read-index");
        assert_eq!(names, ["reads: lease", "reads: read index"]);
        assert!(said.starts_with("What reads: read index bought: "), "{said}");
        assert!(said.contains("s of lying") && said.contains("messages more"), "{said}");
        let (first, sentence) = &places[0];
        assert!(sentence.starts_with("The runs part at "), "{sentence}");
        assert!(places.iter().all(|(at, _)| at >= first), "nothing differs before they part");
    }

    #[test]
    fn equal_runs_part_nowhere() {
        let (said, places, _) = told("register.pre-vote=on");
        assert!(said.ends_with("the two runs are the same."), "{said}");
        assert!(places.is_empty());
    }
}
