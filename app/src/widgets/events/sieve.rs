//! Which steps are shown: those of one host, those that stand out, those near the playhead.
use crate::browser::{is_ticked, value_of};
use crate::state::Session;
use crate::words::{hosts_of, is_notable};
use engine::kernel::HostId;
use yew::prelude::*;

/// So many rows are shown at most, half of them after the playhead if there are so many.
const MOST: usize = 200;

/// What is let through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sieve {
    /// Only what this host has to do with.
    pub host: Option<HostId>,
    /// Only what stands out.
    pub notable: bool,
}

/// What came through.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sifted {
    /// The steps that are shown.
    pub steps: Vec<usize>,
    /// The last of them that lies before the playhead.
    pub current: Option<usize>,
    /// How many there are before and after those shown.
    pub beyond: (usize, usize),
}

impl Sieve {
    fn passes(&self, session: &Session, step: usize) -> bool {
        (!self.notable || is_notable(session.line(), step))
            && self.host.is_none_or(|host| hosts_of(session, step).contains(host))
    }

    /// The steps to show.
    pub(super) fn sift(&self, session: &Session) -> Sifted {
        let line = session.line();
        let all = (0..line.trace().len()).filter(|step| self.passes(session, *step));
        let steps: Vec<usize> = all.collect();
        window(&steps, line.cursor(), MOST)
    }

    /// The controls.
    pub(super) fn view(self, session: &Session, set: &Callback<Sieve>) -> Html {
        let hosts = session.scenario().cast.hosts.iter().enumerate();
        let option = |(number, host): (usize, &engine::scenario::CastHost)| {
            let selected = self.host == Some(HostId(number as u16));
            html! { <option value={number.to_string()} {selected}>{ &host.name }</option> }
        };
        let onchange = set.reform(move |event: Event| {
            let host = value_of(&event).parse().ok().map(HostId);
            Sieve { host, ..self }
        });
        let ontick = set.reform(move |event: Event| {
            let notable = is_ticked(&event);
            Sieve { notable, ..self }
        });
        html! {
            <div class="sieve">
                <label>
                    { "where" }
                    <select {onchange}>
                        <option value="" selected={self.host.is_none()}>{ "anywhere" }</option>
                        { for hosts.map(option) }
                    </select>
                </label>
                <label>
                    <input type="checkbox" checked={self.notable} onchange={ontick} />
                    { "only what stands out" }
                </label>
            </div>
        }
    }
}

/// At most so many steps around the cursor.
fn window(steps: &[usize], cursor: usize, most: usize) -> Sifted {
    let past = steps.partition_point(|step| *step < cursor);
    let after = (steps.len() - past).min(most / 2);
    let before = past.min(most - after);
    let shown = &steps[past - before..past + after];
    Sifted {
        steps: shown.to_vec(),
        current: past.checked_sub(1).map(|last| steps[last]),
        beyond: (past - before, steps.len() - past - after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::sample;

    #[test]
    fn a_window_lies_around_the_cursor() {
        let steps: Vec<usize> = (0..100).map(|n| n * 3).collect();
        let middle = window(&steps, 151, 20);
        assert_eq!((middle.steps.len(), middle.current), (20, Some(150)));
        assert_eq!(middle.beyond, (41, 39));
        let end = window(&steps, 1_000, 20);
        assert_eq!((end.steps.len(), end.current, end.beyond), (20, Some(297), (80, 0)));
        assert_eq!(window(&[], 5, 20).current, None);
    }

    #[test]
    fn a_host_sees_what_it_has_to_do_with() {
        let session = sample(3_000);
        let of = |host, notable| Sieve { host, notable }.sift(&session).steps;
        let n1 = of(Some(HostId(0)), true);
        assert!(!n1.is_empty() && n1.len() < of(None, true).len());
        assert!(n1.iter().all(|step| hosts_of(&session, *step).contains(HostId(0))));
    }
}
