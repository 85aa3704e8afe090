//! The panel: three charts, what they mean, and the numbers behind them.
use super::figures::figures;
use super::numbers::{each, numbers};
use super::table::table;
use crate::hooks::{LabProps, use_watch, use_width};
use crate::state::Interest;
use engine::kernel::Instant;
use yew::prelude::*;

/// The charts. While the run is played they are drawn anew once for each stretch of time.
#[component]
pub fn Charts(props: &LabProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let room = use_node_ref();
    let width = use_width(&room);
    let session = props.lab.session();
    let (now, end) = (session.now(), session.end());
    let until = match props.lab.is_playing() {
        true => Instant(now.0 / each(end).0 * each(end).0),
        false => now,
    };
    let trace = session.line().trace();
    let key =
        (trace.hash_at(trace.steps_until(until)), until.0.div_ceil(each(end).0), width as u32);
    let drawn = use_memo(key, |(_, _, width)| {
        let found = numbers(&session.undertakings(), until, end);
        html! { <>{ figures(&found, *width, end) }{ table(&found) }</> }
    });
    html! { <div ref={room} class="charts">{ (*drawn).clone() }</div> }
}
