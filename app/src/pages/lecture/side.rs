//! What is told large beside the stage and below it, at the playhead.
use crate::hooks::{LabProps, watched};
use crate::marks::{Cell, cell};
use crate::state::Interest;
use crate::widgets::timeline::strip;
use crate::words::{Row, seconds, silence, worst_row};
use engine::modes::{Gap, Mode};
use yew::prelude::*;

/// The width of the drawing of the strips, which is enlarged as a whole.
const WIDTH: f64 = 588.0;

/// From far away, so many strips can be told apart.
const STRIPS: usize = 2;

/// Where the row that is worst off stands, and for how long it has lied.
pub(super) fn telling(props: &LabProps) -> Html {
    watched(props, Interest::Tick, |props| {
        let session = props.lab.session();
        let worst = worst_row(&session);
        let Some(row) = worst.and_then(|(node, class, _)| Row::of(&session, node, class)) else {
            return html! { <p class="bigmx">{ silence(&session) }</p> };
        };
        let name = session.scenario().cast.own_name(row.node).to_owned();
        let one = |mode| {
            let (believed, entitled) = (row.believed, row.entitled);
            cell(&Cell { mode, believed, entitled, gap: row.stance.gap })
        };
        let lying = row.stance.gap == Gap::Lying;
        let apart = row.stance.gap != Gap::Honest;
        html! {
            <>
                <div class="bigmx">
                    <p>
                        <span>{ name }{ " believes " }<b>{ row.believed.name() }</b></span>
                        <span>{ "entitled to " }<b>{ row.entitled.name() }</b></span>
                    </p>
                    <div class="cells">{ for Mode::ALL.into_iter().map(one) }</div>
                </div>
                if apart {
                    <p class={if lying { "big red" } else { "big" }}>
                        <span>{ row.stance.gap.name() }{ " for" }</span>
                        <b>{ seconds(row.since, 2) }</b>
                    </p>
                }
            </>
        }
    })
}

/// The strips of those that stood out, and the playhead.
pub(super) fn strip_view(props: &LabProps) -> Html {
    watched(props, Interest::Tick, |props| {
        let (drawn, height) = strip(&props.lab.session(), WIDTH, STRIPS);
        html! {
            <svg class="tl" viewBox={format!("0 0 {WIDTH} {height}")} role="img"
                aria-label="Timeline">
                { drawn }
            </svg>
        }
    })
}
