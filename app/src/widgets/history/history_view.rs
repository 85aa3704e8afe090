//! A table of operations.
use crate::hooks::{LabProps, watched};
use crate::marks::{Icon, icon};
use crate::state::{Interest, Session, Topic, ViewAction};
use crate::words::{contract_name, label, outcome, seconds};
use engine::checks::Undertaking;
use engine::kernel::Instant;
use yew::prelude::*;

/// So many of the latest.
const MOST: usize = 60;

/// The table. Operations that break an invariant are in it however long ago they were.
pub fn history(props: &LabProps) -> Html {
    watched(props, Interest::Step, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let all = session.undertakings();
    let conclusions = session.conclusions();
    let guilty = |one: &Undertaking| {
        let mut found = conclusions.iter().filter_map(|(_, _, verdict)| verdict.witness());
        found.any(|breach| breach.operations.contains(&one.request.op))
    };
    let on_ask = {
        let focus = props.focus.clone();
        Callback::from(move |topic: Topic| focus.dispatch(ViewAction::Ask(topic)))
    };
    let latest = all.iter().rev().enumerate().map(|(nth, one)| (nth, one, guilty(one)));
    let rows = latest.filter(|(nth, _, bad)| *nth < MOST || *bad);
    let rows: Vec<_> = rows.map(|(_, one, bad)| row(&session, one, bad, &on_ask)).collect();
    let hidden = all.len() - rows.len();
    let acknowledged = all.iter().filter(|one| one.is_acknowledged()).count();
    html! {
        <div class="scroll">
            <p class="i2">
                { format!("{} asked, {acknowledged} acknowledged.", all.len()) }
                if hidden > 0 { { format!(" {hidden} earlier ones are not listed.") } }
            </p>
            <table class="rows">
                <caption class="vh">{ "Operations of clients, the latest first" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "asked" }</th>
                        <th scope="col">{ "what" }</th>
                        <th scope="col">{ "told" }</th>
                        <th scope="col">{ "answered by" }</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn row(session: &Session, one: &Undertaking, bad: bool, on_ask: &Callback<Topic>) -> Html {
    let cast = &session.scenario().cast;
    let op = one.request.op;
    let onclick = on_ask.reform(move |_: MouseEvent| Topic::Operation(op));
    let by = one.answered.as_ref().map(|(_, _, by, contract, backed)| {
        let class = one.request.class;
        let under =
            contract.map(|contract| contract_name(session.line().world(), *by, class, contract));
        let under = under.map_or_else(String::new, |name| format!(", {name}"));
        (format!("{}{under}", cast.own_name(*by)), *backed)
    });
    let (by, backed) = by.unwrap_or_else(|| ("nobody yet".into(), true));
    html! {
        <tr key={format!("{}-{}", op.client.place.0, op.nth)} class={if bad { "bad" } else { "" }}>
            <td class="mono">{ seconds(one.invoked - Instant(0), 2) }</td>
            <th scope="row">
                <button {onclick}>
                    if bad { { icon(Icon::Broken) } }
                    { format!("{} {}", cast.own_name(op.client), label(cast, one)) }
                </button>
            </th>
            <td>{ outcome(cast, one) }</td>
            <td>
                { by }
                if !backed { <span class="red">{ ", not backed" }</span> }
            </td>
        </tr>
    }
}
