//! For how long each row of each node was entitled to which mode, in both runs.
use crate::state::Comparison;
use engine::account::Stood;
use engine::kernel::Span;
use engine::modes::Mode;
use engine::scenario::Cast;
use yew::prelude::*;

/// The table.
pub(super) fn rows(cast: &Cast, found: &Comparison, names: &[String; 2]) -> Html {
    let [one, two] = found.halves.each_ref().map(|half| &half.stood);
    let row = |mine: &Stood| {
        let other = two.iter().find(|row| (row.node, row.class) == (mine.node, mine.class));
        let class = cast.class_name(mine.node.service, mine.class);
        let node = format!("{} {class}", cast.node_name(mine.node));
        html! {
            <tbody>
                <tr>
                    <th rowspan="2" scope="rowgroup">{ node }</th>
                    { cells(&names[0], Some(mine)) }
                </tr>
                <tr>{ cells(&names[1], other) }</tr>
            </tbody>
        }
    };
    html! {
        <section class="figures stood" aria-label="Time in each mode">
            <h2>{ "Time in each mode, in seconds" }</h2>
            <div class="wide" tabindex="0" role="region" aria-label="Time in each mode, the table">
                <table>
                    <thead>
                        <tr>
                            <td></td>
                            <td></td>
                            { for Mode::ALL.map(|mode| html! {
                                <th scope="col">{ mode.name() }</th>
                            }) }
                            <th scope="col">{ "lying" }</th>
                        </tr>
                    </thead>
                    { for one.iter().map(row) }
                </table>
            </div>
        </section>
    }
}

fn cells(name: &str, stood: Option<&Stood>) -> Html {
    let cell = |span: Option<Span>| {
        let text = span.map_or("—".into(), |span| match span {
            Span::ZERO => "0".into(),
            span => format!("{span:.2}").trim_end_matches(" s").to_owned(),
        });
        html! { <td class="mono">{ text }</td> }
    };
    let mode = |mode: Mode| cell(stood.map(|row| row.modes[mode as usize]));
    html! {
        <>
            <th scope="row" class="i2">{ name }</th>
            { for Mode::ALL.map(mode) }
            { cell(stood.map(|row| row.lying)) }
        </>
    }
}
