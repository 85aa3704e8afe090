//! How much virtual time passes in one second of the reader's.
use crate::browser::value_of;
use crate::hooks::{LabProps, watched};
use crate::marks::pen;
use crate::state::Interest;
use yew::prelude::*;

/// The paces of the slider.
const PACES: [f64; 14] =
    [0.1, 0.2, 0.35, 0.5, 0.75, 1.0, 1.5, 2.0, 5.0, 10.0, 30.0, 100.0, 300.0, 1_000.0];

/// A slider over some paces between ×0.1 and ×1000.
pub fn pace(props: &LabProps) -> Html {
    watched(props, Interest::Tick, draw)
}

fn draw(props: &LabProps) -> Html {
    let pace = props.lab.pace();
    let apart = |known: f64| (known / pace).max(pace / known);
    let nearest = (0..PACES.len()).min_by(|a, b| apart(PACES[*a]).total_cmp(&apart(PACES[*b])));
    let oninput = {
        let lab = props.lab.clone();
        Callback::from(move |event: InputEvent| {
            let chosen = value_of(&event).parse::<usize>().ok();
            if let Some(pace) = chosen.and_then(|place| PACES.get(place)) {
                lab.set_pace(*pace);
            }
        })
    };
    let shown = format!("×{}", pen::n(pace));
    html! {
        <label class="pace">
            { "pace" }
            <input class="slider" type="range" min="0" max={(PACES.len() - 1).to_string()} step="1"
                value={nearest.unwrap_or_default().to_string()} aria-valuetext={shown.clone()}
                {oninput} />
            <span class="mono">{ shown }</span>
        </label>
    }
}
