//! The numbers behind the charts.
use super::numbers::{Numbers, Stretch};
use crate::words::seconds;
use engine::kernel::Span;
use yew::prelude::*;

/// The same in numbers.
pub(super) fn table(found: &Numbers) -> Html {
    let row = |(nth, one): (usize, &Stretch)| {
        let time = |span: Option<Span>| span.map_or("–".into(), |span| seconds(span, 3));
        let (middle, longest) = one.latency.unzip();
        html! {
            <tr key={nth.to_string()}>
                <th scope="row">{ seconds(Span(nth as u64 * found.each.0), 2) }</th>
                <td>{ one.asked }</td>
                <td>{ one.answered }</td>
                <td>{ time(middle) }</td>
                <td>{ time(longest) }</td>
                <td>{ time(one.stale) }</td>
            </tr>
        }
    };
    let head = ["from", "asked", "answered", "middle", "longest", "stalest"];
    html! {
        <details>
            <summary>{ "The numbers" }</summary>
            <table class="plain mono">
                <thead>
                    <tr>{ for head.map(|name| html! { <th scope="col">{ name }</th> }) }</tr>
                </thead>
                <tbody>{ for found.stretches.iter().enumerate().map(row) }</tbody>
            </table>
        </details>
    }
}
