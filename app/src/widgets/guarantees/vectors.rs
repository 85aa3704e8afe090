//! For the row in question: the vector of its strongest contract, as believed, and in truth.
use crate::hooks::{LabProps, watched};
use crate::marks::{Icon, icon};
use crate::state::{Interest, Panel, Session, Topic, ViewAction};
use crate::words::{Row, breach, worst_row};
use engine::guarantees::GuaranteeVector;
use engine::kernel::NodeId;
use engine::modes::ClassId;
use yew::prelude::*;

/// The names of the components, in their order.
const COMPONENTS: [&str; 6] =
    ["Scope", "Order", "Visibility", "Recency", "Idempotence", "Identity"];

/// The table of one row, and what broke its promise.
pub fn vectors(props: &LabProps) -> Html {
    watched(props, Interest::Step, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let asked = match props.focus.topic {
        Some(Topic::Row(node, class, _)) => Some((node, class)),
        _ => worst_row(&session).map(|(node, class, _)| (node, class)),
    };
    let Some((node, class)) = asked else {
        return html! { <p class="i2">{ "Nobody promises anything yet." }</p> };
    };
    let cast = &session.scenario().cast;
    let name = cast.node_name(node);
    let Some(row) = Row::of(&session, node, class) else {
        return html! { <p class="i2">{ format!("{name} is down and promises nothing.") }</p> };
    };
    let contracts = &session.line().world().modes(node.service).matrix().class(class).contracts;
    let [best, believed, entitled] = [0, row.stance.believed, row.stance.entitled]
        .map(|contract| &contracts[usize::from(contract)]);
    let title = format!("What {name} promises, {}", cast.class_name(node.service, class));
    let ask = {
        let (focus, topic) = (props.focus.clone(), Topic::Row(node, class, Some(row.believed)));
        Callback::from(move |_: MouseEvent| focus.dispatch(ViewAction::Ask(topic)))
    };
    let lines = lines(best.vector, believed.vector, entitled.vector);
    html! {
        <div class="scroll">
            <h2>{ title }</h2>
            <table class="rows vectors">
                <caption class="vh">{ "Components of the guarantee" }</caption>
                <thead>
                    <tr>
                        <th scope="col"></th>
                        <th scope="col">{ format!("at best: {}", best.name) }</th>
                        <th scope="col">{ format!("as it believes: {}", believed.name) }</th>
                        <th scope="col">{ format!("in truth: {}", entitled.name) }</th>
                    </tr>
                </thead>
                <tbody>{ for lines }</tbody>
            </table>
            <button class="btn-line" onclick={ask}>{ "Why does it stand there?" }</button>
            { broken(&session, node, class, props) }
        </div>
    }
}

/// One line a component; red where belief promises more than truth backs.
fn lines(
    best: GuaranteeVector,
    believed: GuaranteeVector,
    entitled: GuaranteeVector,
) -> impl Iterator<Item = Html> {
    let [best, claims, backed] = [best, believed, entitled].map(shown);
    let holds = [
        entitled.scope.at_least(believed.scope),
        entitled.order.at_least(believed.order),
        entitled.visibility.at_least(believed.visibility),
        entitled.recency.at_least(believed.recency),
        entitled.idempotence.at_least(believed.idempotence),
        entitled.auth.at_least(believed.auth),
    ];
    (0..COMPONENTS.len()).map(move |at| {
        let class = if holds[at] { "" } else { "red" };
        html! {
            <tr>
                <th scope="row">{ COMPONENTS[at] }</th>
                <td class="i2">{ &best[at] }</td>
                <td>{ &claims[at] }</td>
                <td {class}>
                    if !holds[at] { { icon(Icon::Cross) } }
                    { &backed[at] }
                </td>
            </tr>
        }
    })
}

fn shown(vector: GuaranteeVector) -> [String; 6] {
    let GuaranteeVector { scope, order, visibility, recency, idempotence, auth } = vector;
    [
        scope.to_string(),
        order.to_string(),
        visibility.to_string(),
        recency.to_string(),
        idempotence.to_string(),
        auth.to_string(),
    ]
}

/// Operations that broke a promise of this class.
fn broken(session: &Session, node: NodeId, class: ClassId, props: &LabProps) -> Html {
    let conclusions = session.conclusions();
    let all = session.undertakings();
    let mine = conclusions.iter().filter_map(|(service, check, verdict)| {
        let found = verdict.witness().filter(|_| *service == node.service)?;
        let guilty = all
            .iter()
            .any(|one| one.request.class == class && found.operations.contains(&one.request.op));
        let name = check.invariant().name();
        guilty.then(|| format!("{name} is broken: {}", breach(session, found)))
    });
    let mine: Vec<_> = mine.collect();
    if mine.is_empty() {
        return html! {};
    }
    let focus = props.focus.clone();
    let show = Callback::from(move |_: MouseEvent| {
        focus.dispatch(ViewAction::Open(Panel::Invariants));
    });
    html! {
        <div class="broken-promises">
            { for mine.iter().map(|says| html! {
                <p class="red">{ icon(Icon::Broken) }{ says }</p>
            }) }
            <button class="btn-line" onclick={show}>{ "Show the witness" }</button>
        </div>
    }
}
