//! Links between hosts: whole, severed, held, or ailing.
use crate::marks::Point;
use crate::marks::pen;
use engine::kernel::{HostId, LinkState};
use engine::world::Frame;
use yew::prelude::*;

/// A pair of hosts and what their link is like, one way and the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    pub a: HostId,
    pub b: HostId,
    pub there: LinkState,
    pub back: LinkState,
}

/// All links between hosts that carry services, and between clients and those that they may ask.
pub(super) fn links(frame: &Frame, pairs: &[(HostId, HostId)]) -> Vec<Link> {
    let state = |from: HostId, to: HostId| {
        let found = frame.links.iter().find(|link| (link.from, link.to) == (from, to));
        found.map_or(LinkState::default(), |link| link.state)
    };
    let link = |(a, b): &(HostId, HostId)| Link {
        a: *a,
        b: *b,
        there: state(*a, *b),
        back: state(*b, *a),
    };
    pairs.iter().map(link).collect()
}

impl Link {
    /// Draws the link between two drawings that reach so far.
    pub(super) fn view(&self, a: (Point, f64), b: (Point, f64)) -> Html {
        let whole = a.0.distance(b.0).max(1.0);
        let from = a.0.towards(b.0, (a.1 + 4.0) / whole);
        let to = a.0.towards(b.0, 1.0 - (b.1 + 4.0) / whole);
        let class = match (self.there.cut, self.back.cut) {
            (true, true) => "lk off",
            (false, false) if self.there.held || self.back.held => "lk held",
            (false, false) if self.there.impaired || self.back.impaired => "lk ailing",
            (false, false) => "lk",
            _ => "lk half",
        };
        let d = pen::line(from, to);
        let open = match (self.there.cut, self.back.cut) {
            (true, false) => Some((to, from)),
            (false, true) => Some((from, to)),
            _ => None,
        };
        html! {
            <>
                { pen::path(d, class) }
                if let Some((from, to)) = open {
                    <path d={pen::line(from, to)}
                        class="data thin" marker-end="url(#ah)" />
                }
            </>
        }
    }
}
