//! What both runs gave and cost, from start to end, with the difference.
use crate::state::Comparison;
use crate::words::{figure, figure_difference};
use engine::account::{MEASURES, Measure, Part};
use yew::prelude::*;

/// The table.
pub(super) fn figures(found: &Comparison, names: &[String; 2]) -> Html {
    let part = |title: &'static str, of: Part| {
        let mine = MEASURES.iter().filter(|measure| measure.part == of);
        html! {
            <tbody>
                <tr><th class="lbl" colspan="4" scope="rowgroup">{ title }</th></tr>
                { for mine.map(|measure| line(found, measure)) }
            </tbody>
        }
    };
    html! {
        <section class="figures" aria-label="From start to end">
            <h2>{ "From start to end" }</h2>
            <table>
                <thead>
                    <tr>
                        <td></td>
                        { for names.iter().map(|name| html! { <th scope="col">{ name }</th> }) }
                        <th scope="col">{ "difference" }</th>
                    </tr>
                </thead>
                { part("What it gave", Part::Gave) }
                { part("What it cost", Part::Cost) }
            </table>
        </section>
    }
}

fn line(found: &Comparison, measure: &Measure) -> Html {
    let values = found.halves.each_ref().map(|half| (measure.read)(&half.account));
    let cell = |(run, value): (&str, Option<u64>)| {
        let data = value.map(|value| value.to_string());
        let figure_name = format!("{}/{run}", measure.slug);
        html! {
            <td class="mono" data-figure={figure_name} data-value={data}>
                { figure(measure, value) }
            </td>
        }
    };
    html! {
        <tr>
            <th scope="row">{ measure.title }</th>
            { for ["one", "other"].into_iter().zip(values).map(cell) }
            <td class="mono">{ figure_difference(measure, values) }</td>
        </tr>
    }
}
