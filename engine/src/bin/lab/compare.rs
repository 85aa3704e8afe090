//! `lab compare`: two runs of one seed and one script that differ in one thing.
use super::run::{Wished, wished};
use engine::account::{Account, MEASURES, Stood, parted};
use engine::kernel::Instant;
use engine::modes::Mode;
use engine::node::OpId;
use engine::scenario::{Difference, Run, Scenario};
use engine::timeline::Timeline;
use serde_json::{Map, Value, json};
use std::path::Path;

/// Plays both, and tells what each gave and cost, and where they part.
pub fn compare(folder: &Path, words: &[String]) -> Result<Value, String> {
    let (with, words) = difference(words)?;
    let Wished { scenario, run, end, trace } = wished(folder, "compare", &words)?;
    if trace.is_some() {
        return Err("lab compare writes no trace; lab run does".into());
    }
    let difference = Difference::parse(&scenario, &with)?;
    let (other, changed) = difference.apply(&scenario, &run);
    let (one, two) = (played(&scenario, &run, end), played(&other, &changed, end));
    let apart = parted(&one, &two);
    let operation = |of: Option<OpId>| {
        let name = |op: OpId| json!({"client": scenario.cast.node_name(op.client), "nth": op.nth});
        of.map(name)
    };
    Ok(json!({
        "scenario": scenario.id,
        "stage": run.stage + 1,
        "seed": run.seed,
        "end_ns": end.0,
        "with": difference.write(&scenario),
        "one": told(&scenario, &one),
        "other": told(&other, &two),
        "parted": {
            "step": apart.step.map(|(step, _)| step),
            "at_ns": apart.step.map(|(_, at)| at.0),
            "stance_ns": apart.stance.map(|at| at.0),
            "operation": operation(apart.operation),
            "outcome": operation(apart.outcome),
        },
    }))
}

/// The value of `--with`, and the words that are left.
fn difference(words: &[String]) -> Result<(String, Vec<String>), String> {
    let mut rest = words.to_vec();
    let Some(at) = rest.iter().position(|word| word == "--with") else {
        return Err("lab compare wants --with NAME=VALUE, the one thing that differs".into());
    };
    if at + 1 >= rest.len() {
        return Err("`--with` wants NAME=VALUE".into());
    }
    let with = rest.remove(at + 1);
    rest.remove(at);
    match rest.iter().any(|word| word == "--with") {
        true => Err("two runs differ in one thing; write `--with` once".into()),
        false => Ok((with, rest)),
    }
}

fn played(scenario: &Scenario, run: &Run, end: Instant) -> Timeline {
    let mut line = run.timeline(scenario);
    line.run_until(end);
    line
}

fn told(scenario: &Scenario, line: &Timeline) -> Value {
    let account = Account::of(line, &scenario.focus);
    let figure = |measure: &engine::account::Measure| {
        (measure.slug.to_owned(), json!((measure.read)(&account)))
    };
    let mut told: Map<String, Value> = MEASURES.iter().map(figure).collect();
    let row = |row: &Stood| {
        let of = |mode: Mode| (mode.name().to_owned(), json!(row.modes[mode as usize].0));
        let service = &scenario.cast.info(row.node.service).name;
        let class = scenario.cast.class_name(row.node.service, row.class);
        json!({
            "node": scenario.cast.node_name(row.node),
            "class": format!("{service}.{class}"),
            "entitled_ns": Mode::ALL.map(of).into_iter().collect::<Map<_, _>>(),
            "lying_ns": row.lying.0,
        })
    };
    let rows: Vec<_> = Stood::of(line, &scenario.focus).iter().map(row).collect();
    told.insert("rows".into(), rows.into());
    told.insert("trace_hash".into(), format!("{:016x}", line.trace().hash()).into());
    Value::Object(told)
}
