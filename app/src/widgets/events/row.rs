//! One row: drawn once for each step, and again when the playhead passes it.
use crate::state::Lab;
use crate::words::{hosts_of, place_of, seconds, step};
use engine::kernel::Instant;
use yew::prelude::*;

/// What a row gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowProps {
    /// The run.
    pub lab: Lab,
    /// Which step.
    pub step: usize,
    /// Stands for the run up to it.
    pub hash: u64,
    /// The playhead stands on it.
    pub current: bool,
    /// It lies after the playhead.
    pub later: bool,
    /// The Tab key stops here.
    pub stop: bool,
    /// It is chosen.
    pub on_go: Callback<usize>,
}

/// A row.
#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let session = props.lab.session();
    let at = seconds(session.line().trace().step(props.step).at() - Instant(0), 3);
    let place = place_of(&session.scenario().cast, hosts_of(&session, props.step));
    let class = match (props.current, props.later) {
        (true, _) => "now",
        (_, true) => "later",
        _ => "",
    };
    let (step_number, on_go) = (props.step, props.on_go.clone());
    let onclick = Callback::from(move |_: MouseEvent| on_go.emit(step_number));
    html! {
        <tr {class} data-step={props.step.to_string()}>
            <td class="mono i3">{ props.step }</td>
            <td><time class="mono">{ at }</time></td>
            <td>{ place }</td>
            <td>
                <button aria-current={props.current.then_some("step")} {onclick}
                    tabindex={if props.stop { "0" } else { "-1" }}>
                    { step(&session, props.step) }
                </button>
            </td>
        </tr>
    }
}
