//! What a mode needs: each atom ticked or crossed, by the node and in truth.
use crate::marks::{Icon, icon};
use crate::state::Session;
use crate::words::{epoch, left, seconds};
use engine::evidence::{Judgement, Part};
use engine::kernel::{Instant, NodeId};
use engine::modes::{ClassId, Mode};
use engine::scenario::Cast;
use engine::world::ContractView;
use yew::prelude::*;

/// The contracts of a class, the ones of the mode in question first and in full.
pub(super) fn atoms(session: &Session, node: NodeId, class: ClassId, mode: Mode) -> Html {
    let views = session.line().world().explain(node, class, session.now());
    let name = session.scenario().cast.own_name(node).to_owned();
    let asked: Vec<_> = views.iter().filter(|view| view.mode == mode).collect();
    let others = views.iter().filter(|view| view.mode != mode && !view.clauses.is_empty());
    html! {
        <table class="atoms">
            <caption class="vh">
                { format!("What {} needs, judged by {name} and in truth", mode.name()) }
            </caption>
            <thead>
                <tr>
                    <th scope="col">{ format!("{} needs", mode.name()) }</th>
                    <th scope="col">{ format!("{name} believes") }</th>
                    <th scope="col">{ "in truth" }</th>
                </tr>
            </thead>
            <tbody>
                { for asked.iter().map(|view| in_full(session, node, view)) }
                { for others.map(in_short) }
            </tbody>
        </table>
    }
}

fn in_full(session: &Session, node: NodeId, view: &ContractView) -> Html {
    if view.clauses.is_empty() {
        return html! {
            <tr>
                <th scope="row">{ "nothing" }</th>
                <td>{ tick(true) }</td>
                <td>{ tick(true) }</td>
            </tr>
        };
    }
    let clauses = view.clauses.iter().map(|clause| {
        let mut lines = Vec::new();
        walk(session, node, (&clause.belief, &clause.truth), clause.assumed, &mut lines);
        html! {
            <>
                <tr class="grp">
                    <th scope="rowgroup" colspan="3">
                        { format!("for {}", clause.invariant.name()) }
                    </th>
                </tr>
                { for lines }
            </>
        }
    });
    html! { <>{ for clauses }</> }
}

/// A contract of another mode, in one line.
fn in_short(view: &ContractView) -> Html {
    html! {
        <tr class="alt">
            <th scope="row">{ format!("{}: {}", view.mode.name(), view.name) }</th>
            <td>
                { tick(view.is_believed()) }
                { if view.is_believed() { "has it" } else { "lacks it" } }
            </td>
            <td class={if view.is_true() { "" } else { "red" }}>
                { tick(view.is_true()) }{ if view.is_true() { "holds" } else { "does not hold" } }
            </td>
        </tr>
    }
}

/// Walks the two judgements of one requirement, which have one shape.
fn walk(
    session: &Session,
    node: NodeId,
    (belief, truth): (&Judgement, &Judgement),
    assumed: bool,
    lines: &mut Vec<Html>,
) {
    match belief.part {
        Part::All | Part::Any => {
            for pair in belief.parts.iter().zip(&truth.parts) {
                walk(session, node, pair, assumed, lines);
            }
        }
        Part::Atom(item, _) => {
            let cast = &session.scenario().cast;
            let from = cast.own_name(item.issuer);
            let own = item.issuer == item.holder;
            let name = item.kind.name();
            let name = if own { name.to_owned() } else { format!("{name} from {from}") };
            lines.push(line(session, node, (belief, truth), assumed, name));
        }
        Part::Quorum(kind, size, _) => {
            let name = format!("{} from {size} of {}", kind.name(), belief.parts.len());
            lines.push(line(session, node, (belief, truth), assumed, name));
        }
    }
}

fn line(
    session: &Session,
    node: NodeId,
    (belief, truth): (&Judgement, &Judgement),
    assumed: bool,
    name: String,
) -> Html {
    let believes = match assumed {
        true => html! { <td class="i2">{ icon(Icon::Dash) }{ "does not look" }</td> },
        false => html! { <td>{ tick(belief.holds()) }{ standing(session, node, belief) }</td> },
    };
    let class = if truth.holds() { "" } else { "red" };
    html! {
        <tr>
            <th scope="row">{ name }</th>
            { believes }
            <td {class}>{ tick(truth.holds()) }{ standing(session, node, truth) }</td>
        </tr>
    }
}

/// "term 4, 0.16 s left", "ended 1.84 s ago", "all 5", "only n1 n2, for 1.32 s".
fn standing(session: &Session, node: NodeId, judged: &Judgement) -> String {
    let cast = &session.scenario().cast;
    let holds = judged.holds();
    let who = match judged.part {
        Part::Quorum(..) if holds => issuers(cast, judged),
        Part::Quorum(..) => format!("only {}", issuers(cast, judged)),
        Part::Atom(item, _) if item.epoch.0 > 0 => epoch(cast, node, item.epoch.0),
        _ => String::new(),
    };
    let ended = judged.until > Instant(0);
    let since = || seconds(judged.now - judged.until, 2);
    let how = match (holds, judged.part) {
        (true, _) if judged.until.0 < u64::MAX / 2 => {
            format!("{} left", left(judged.now, judged.until, 2))
        }
        (true, _) => String::new(),
        (false, Part::Quorum(..)) if ended => format!("for {}", since()),
        (false, _) if ended => format!("ended {} ago", since()),
        (false, Part::Quorum(..)) => String::new(),
        (false, _) => "never held".into(),
    };
    match (who.is_empty(), how.is_empty()) {
        (true, _) => how,
        (_, true) => who,
        _ => format!("{who}, {how}"),
    }
}

/// Whose items count towards a quorum: "all 5", "n1 n2", "4 of 5", "nobody".
fn issuers(cast: &Cast, quorum: &Judgement) -> String {
    let counting = quorum.parts.iter().filter(|part| part.holds());
    let names = counting.filter_map(|part| match part.part {
        Part::Atom(item, _) => Some(cast.own_name(item.issuer)),
        _ => None,
    });
    let names: Vec<_> = names.collect();
    match (names.len(), quorum.parts.len()) {
        (0, _) => "nobody".into(),
        (some, all) if some == all => format!("all {all}"),
        (some, all) if some > 3 => format!("{some} of {all}"),
        _ => names.join(" "),
    }
}

fn tick(holds: bool) -> Html {
    icon(if holds { Icon::Tick } else { Icon::Cross })
}
