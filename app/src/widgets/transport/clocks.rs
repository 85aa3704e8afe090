//! Now, as each clock shows it; clocks that agree are told together.
use crate::hooks::{LabProps, watched};
use crate::state::{Interest, Session};
use crate::words::seconds;
use engine::kernel::{HostId, Instant, Span};
use yew::prelude::*;

/// Clocks that differ from true time by less than this, in nanoseconds, are called right.
const RIGHT: u64 = 500_000;

/// True time, every clock that is wrong, and all the others together.
pub fn clocks(props: &LabProps) -> Html {
    watched(props, Interest::Tick, draw)
}

fn draw(props: &LabProps) -> Html {
    let session = props.lab.session();
    let truth = seconds(session.now() - Instant(0), 3);
    let (wrong, right) = apart(&session);
    let wrong = wrong.into_iter().take(3).map(|(name, shows)| {
        html! { <li class="red"><b>{ name }</b>{ shows }</li> }
    });
    html! {
        <ul class="clocks mono" aria-label="Now, in each clock">
            <li><b>{ "true" }</b>{ &truth }</li>
            { for wrong }
            if let Some(names) = together(&right) { <li><b>{ names }</b>{ &truth }</li> }
        </ul>
    }
}

/// The clocks that are wrong, with what they show; and the names of those that are right.
fn apart(session: &Session) -> (Vec<(String, String)>, Vec<String>) {
    let cast = &session.scenario().cast;
    let (mut wrong, mut right) = (Vec::new(), Vec::new());
    for (number, host) in session.frame().hosts.iter().enumerate() {
        if cast.hosts[number].is_client {
            continue;
        }
        let name = cast.host_name(HostId(number as u16)).to_owned();
        match host.wall_error.unsigned_abs() < RIGHT {
            true => right.push(name),
            false => {
                let shows = Span(host.wall.0.max(0).cast_unsigned());
                wrong.push((name, seconds(shows, 3)));
            }
        }
    }
    (wrong, right)
}

fn together(names: &[String]) -> Option<String> {
    match names {
        [] => None,
        [one] => Some(one.clone()),
        [first, .., last] => Some(format!("{first} to {last}")),
    }
}
