//! What happened in a run, as JSON.
use engine::checks::{Undertaking, undertakings};
use engine::consistency::Verdict;
use engine::kernel::{NodeId, ServiceId};
use engine::modes::{ClassId, Gap};
use engine::node::{Answer, Call, Outcome, Value as Written};
use engine::scenario::{Run, Scenario, write_fault};
use engine::timeline::Timeline;
use engine::world::Cause;
use serde_json::{Value, json};
use std::fmt::Write;

/// The answer of `lab run`.
pub fn run(scenario: &Scenario, run: &Run, line: &Timeline) -> Value {
    json!({
        "scenario": scenario.id,
        "seed": run.seed,
        "occurrences": line.cursor(),
        "end_ns": line.now().0,
        "trace_hash": format!("{:016x}", line.trace().hash_at(line.cursor())),
        "verdicts": verdicts(scenario, line),
        "windows": windows(scenario, line),
        "modes": modes(scenario, line),
        "history": history(scenario, line),
    })
}

fn verdicts(scenario: &Scenario, line: &Timeline) -> Vec<Value> {
    let verdict = |(service, check): &(ServiceId, engine::checks::Check)| {
        let verdict = check.verdict(*service, line);
        let name = format!("{}.{}", scenario.cast.info(*service).name, check.slug());
        let (why, steps) = match &verdict {
            Verdict::Holds => (String::new(), Vec::new()),
            Verdict::Violated(breach) => (breach.why.clone(), breach.steps.clone()),
            Verdict::Unknown(why) => (why.clone(), Vec::new()),
        };
        json!({"check": name, "verdict": verdict.word(), "why": why, "steps": steps})
    };
    scenario.checks.iter().map(verdict).collect()
}

fn row(scenario: &Scenario, node: NodeId, class: ClassId) -> String {
    let service = &scenario.cast.info(node.service).name;
    format!("{service}.{}", scenario.cast.class_name(node.service, class))
}

fn windows(scenario: &Scenario, line: &Timeline) -> Vec<Value> {
    let windows = line.windows(line.cursor()).into_iter();
    let parted = windows.filter(|window| window.stance.gap != Gap::Honest);
    let told = parted.map(|window| {
        let (node, class) = (window.who.node(), window.who.class());
        json!({
            "node": scenario.cast.node_name(node),
            "class": row(scenario, node, class),
            "gap": window.stance.gap.name(),
            "from_ns": window.from.0,
            "to_ns": window.until.unwrap_or(line.now()).0,
        })
    });
    told.collect()
}

fn modes(scenario: &Scenario, line: &Timeline) -> Vec<Value> {
    let mut told = Vec::new();
    for (node, _) in scenario.cast.nodes() {
        let matrix = line.world().cluster(node.service).matrix().clone();
        for class in matrix.ids() {
            let shown = |contract: u8| matrix.contract(class, contract).mode.name();
            let Some(stance) = line.world().stance(node, class) else { continue };
            let mut mode = json!({
                "node": scenario.cast.node_name(node),
                "class": row(scenario, node, class),
                "believed": shown(stance.believed),
                "entitled": shown(stance.entitled),
            });
            if stance.recovering {
                mode["recovering"] = json!(true);
            }
            told.push(mode);
        }
    }
    told
}

fn history(scenario: &Scenario, line: &Timeline) -> Vec<Value> {
    let operation = |undertaking: &Undertaking| {
        let request = &undertaking.request;
        let (outcome, value) = match undertaking.told.as_ref().map(|told| &told.outcome) {
            Some(Outcome::Ok(answer)) => ("ok", answered(answer)),
            Some(Outcome::Fail(why)) => ("fail", json!(why.name())),
            Some(Outcome::Info) => ("info", Value::Null),
            None => ("open", Value::Null),
        };
        json!({
            "client": scenario.cast.node_name(request.op.client),
            "nth": request.op.nth,
            "service": scenario.cast.info(request.service).name,
            "f": request.call.name(),
            "key": scenario.cast.key_name(request.service, request.key),
            "value": asked(request.call),
            "outcome": outcome,
            "answer": value,
            "invoked_ns": undertaking.invoked.0,
            "returned_ns": undertaking.told.as_ref().map(|told| told.at.0),
        })
    };
    undertakings(line).iter().map(operation).collect()
}

fn asked(call: Call) -> Value {
    match call {
        Call::Read => Value::Null,
        Call::Write(Written(value)) => json!(value),
        Call::Cas(Written(old), Written(new)) => json!([old, new]),
    }
}

fn answered(answer: &Answer) -> Value {
    match answer {
        Answer::Done => Value::Null,
        Answer::Value(value) => json!(value.map(|Written(value)| value)),
        Answer::Siblings(values) => json!(values.iter().map(|value| value.0).collect::<Vec<_>>()),
    }
}

/// The whole trace, one step a line.
pub fn trace(scenario: &Scenario, line: &Timeline) -> String {
    let mut text = String::new();
    for step in 0..line.cursor() {
        let taken = line.trace().step(step);
        let cause = match taken.occurrence.cause {
            Cause::Start => "start".to_owned(),
            Cause::Lapse => "lapse".to_owned(),
            Cause::Act(fault) => write_fault(&scenario.cast, &fault),
            Cause::Event(pending) => format!("{:?}", pending.event),
        };
        let records = line.trace().records(step).iter();
        let records: Vec<_> = records.map(|record| format!("{record:?}")).collect();
        let told = json!({"step": step, "at_ns": taken.at().0, "cause": cause, "records": records});
        let _ = writeln!(text, "{told}");
    }
    text
}
