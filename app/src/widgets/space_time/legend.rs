//! What the lines mean, how much time is seen, and where the same is told in words.
use super::scale::STRETCHES;
use crate::browser::value_of;
use crate::marks::pen;
use crate::words::seconds;
use yew::prelude::*;

/// The row above the drawing.
pub(super) fn legend(chosen: usize, set: Callback<usize>, table: Callback<()>) -> Html {
    let option = |(place, stretch): (usize, &engine::kernel::Span)| {
        let decimals = usize::from(stretch.0 < 1_000_000_000);
        html! {
            <option value={place.to_string()} selected={place == chosen}>
                { seconds(*stretch, decimals) }
            </option>
        }
    };
    let onchange = set.reform(|event: Event| value_of(&event).parse().unwrap_or_default());
    let sample = |class: &'static str, d: &'static str, word: &'static str| {
        html! {
            <span class="sample">
                <svg width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">
                    { pen::path(d, class) }
                </svg>
                { word }
            </span>
        }
    };
    html! {
        <div class="sieve">
            <label>
                { "across" }
                <select {onchange}>{ for STRETCHES.iter().enumerate().map(option) }</select>
            </label>
            { sample("data thin", "M2 12L26 2", "data") }
            { sample("ev weak", "M2 12L26 2", "evidence") }
            { sample("no-s", "M10 3l8 8m0-8l-8 8", "lost") }
            { sample("follower", "M14 4a3 3 0 1 0 .01 0", "stands out") }
            <button class="table" onclick={table.reform(|_: MouseEvent| ())}>
                { "as a table" }
            </button>
        </div>
    }
}
