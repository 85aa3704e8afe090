//! Classes that nodes do not wear: one line each.
use crate::state::{Session, Topic};
use crate::words::Row;
use engine::kernel::ServiceId;
use engine::modes::{ClassId, Gap};
use yew::prelude::*;

/// One line for each class that is not in a table: who does not stand honestly at its floor.
pub(super) fn lesser(session: &Session, on_ask: &Callback<Topic>) -> Html {
    let world = session.line().world();
    let clients = session.scenario().cast.services.len() - 1;
    let services = (0..clients).map(|service| ServiceId(service as u8));
    let all = services
        .flat_map(|service| world.modes(service).matrix().ids().map(move |class| (service, class)));
    let others = all.filter(|row| !session.scenario().focus.contains(row));
    let lines: Vec<_> =
        others.map(|(service, class)| line(session, service, class, on_ask)).collect();
    if lines.is_empty() {
        return html! {};
    }
    html! { <ul class="lesser">{ for lines }</ul> }
}

fn line(session: &Session, service: ServiceId, class: ClassId, on_ask: &Callback<Topic>) -> Html {
    let cast = &session.scenario().cast;
    let world = session.line().world();
    let floor = world.modes(service).matrix().class(class).floor();
    let rows = world.members(service).filter_map(|node| Row::of(session, node, class));
    let telling = rows.filter(|row| {
        row.stance.gap != Gap::Honest || row.stance.believed != floor || row.stance.recovering
    });
    let worst = telling.max_by_key(|row| (row.stance.gap, std::cmp::Reverse(row.stance.believed)));
    let name = format!("{}, {}", cast.info(service).name, cast.class_name(service, class));
    let Some(row) = worst else {
        return html! { <li><b>{ name }</b>{ " all at Floor" }</li> };
    };
    let topic = Topic::Row(row.node, row.class, Some(row.believed));
    let onclick = on_ask.reform(move |_: MouseEvent| topic);
    let class = if row.stance.gap == Gap::Lying { "red" } else { "i2" };
    let says = format!("{} in {}", cast.own_name(row.node), row.believed.name());
    html! {
        <li>
            <b>{ name }</b>{ " " }
            <button {onclick}>{ says }{ ", " }<span {class}>{ row.verdict() }</span></button>
        </li>
    }
}
