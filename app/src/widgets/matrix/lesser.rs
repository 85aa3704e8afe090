//! Classes that nodes do not wear: one line each, and the table behind it.
use super::table::{Look, table};
use crate::marks::{Icon, icon};
use crate::state::Session;
use crate::words::{Row, class_label};
use engine::kernel::ServiceId;
use engine::modes::{ClassId, Gap};
use yew::prelude::*;

/// A class of a service.
pub(super) type Class = (ServiceId, ClassId);

/// One line for each class that is not in a table: who does not stand honestly at its floor.
pub(super) fn lesser(
    session: &Session,
    open: &UseStateHandle<Option<Class>>,
    look: &Look,
    count: &mut usize,
) -> Html {
    let world = session.line().world();
    let clients = session.scenario().cast.services.len() - 1;
    let services = (0..clients).map(|service| ServiceId(service as u8));
    let all = services
        .flat_map(|service| world.modes(service).matrix().ids().map(move |class| (service, class)));
    let others = all.filter(|row| !session.scenario().focus.contains(row));
    let mut lines = Vec::new();
    for class in others {
        let is_open = **open == Some(class);
        let onclick = {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set((!is_open).then_some(class)))
        };
        lines.push(html! {
            <div class="lesser">
                <button {onclick} aria-expanded={is_open.to_string()}>
                    { icon(if is_open { Icon::Down } else { Icon::On }) }{ line(session, class) }
                </button>
                if is_open { { table(session, class.0, class.1, look, count) } }
            </div>
        });
    }
    html! { <>{ for lines }</> }
}

fn line(session: &Session, (service, class): Class) -> Html {
    let cast = &session.scenario().cast;
    let world = session.line().world();
    let floor = world.modes(service).matrix().class(class).floor();
    let rows = world.members(service).filter_map(|node| Row::of(session, node, class));
    let telling = rows.filter(|row| {
        row.stance.gap != Gap::Honest || row.stance.believed != floor || row.stance.recovering
    });
    let worst = telling.max_by_key(|row| (row.stance.gap, std::cmp::Reverse(row.stance.believed)));
    let name = class_label(cast, service, class);
    let says = match worst {
        Some(row) => {
            let class = if row.stance.gap == Gap::Lying { "red" } else { "i2" };
            let says = format!("{} in {}, ", cast.own_name(row.node), row.believed.name());
            html! { <>{ says }<span {class}>{ row.verdict() }</span></> }
        }
        None => html! { "nobody stands above Floor" },
    };
    html! { <><b>{ name }</b><span>{ says }</span></> }
}
