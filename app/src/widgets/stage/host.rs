//! One host: a clock inside the modes of the nodes that it carries; or a client.
use crate::marks::pen;
use crate::marks::{Dial, Point, Ring, Standing, TURN_SECONDS, dial, ring};
use crate::state::Session;
use crate::words::mode_of;
use engine::kernel::{HostId, Instant, NodeId};
use engine::modes::{Believer, ClassId, Gap, Stance, Window};
use engine::world::{Frame, HostView};
use yew::prelude::*;

/// What is needed to draw hosts.
pub(super) struct Scene<'a> {
    pub session: &'a Session,
    pub frame: &'a Frame,
    pub windows: &'a [Window],
    pub scale: f64,
}

impl Scene<'_> {
    /// Draws a host that carries services.
    pub(super) fn server(&self, view: &HostView, at: Point) -> Html {
        let rows = &self.session.scenario().focus;
        let of = rows.len().max(1);
        let worn: Vec<_> = rows
            .iter()
            .enumerate()
            .filter_map(|(which, row)| Some((which, self.wears(view.id, *row)?)))
            .collect();
        let plain = worn.is_empty();
        html! {
            <>
                if plain {
                    <circle cx={pen::n(at.x)} cy={pen::n(at.y)}
                        r={pen::n(43.2 * self.scale)} class="follower" />
                }
                {
                    for worn.iter().map(|(which, (node, class, stance))| {
                        let part = Ring { centre: at, scale: self.scale, part: (*which, of) };
                        ring(part, &self.standing(*node, *class, stance))
                    })
                }
                { dial(&self.clock(view, at, &worn)) }
                if !view.up { { struck_out(at, self.scale) } }
                if view.paused { { still(at, self.scale) } }
            </>
        }
    }

    /// The node on a host that stands in a row, and where.
    fn wears(
        &self,
        host: HostId,
        (service, class): (engine::kernel::ServiceId, ClassId),
    ) -> Option<(NodeId, ClassId, Stance)> {
        let mut here = self.frame.nodes.iter().filter(|node| node.host == host);
        here.find_map(|node| {
            let stance = node.rows.get(class.index()).copied().flatten()?;
            (node.id.service == service).then_some((node.id, class, stance))
        })
    }

    fn standing(&self, node: NodeId, class: ClassId, stance: &Stance) -> Standing {
        let world = self.session.line().world();
        let mode = |contract| mode_of(world, node, class, stance, contract);
        let now = turns(self.frame.at);
        let begin = self.windows.iter().filter(|window| {
            window.who == Believer::Node(node, class)
                && window.stance.gap == Gap::Lying
                && window.covers(self.frame.at)
        });
        let begin = begin.map(|window| window.from).min();
        let lie = match stance.gap {
            Gap::Lying => begin.map(|begin| (turns(begin).max(now - 0.999), now)),
            _ => None,
        };
        Standing {
            believed: mode(stance.believed),
            entitled: mode(stance.entitled),
            gap: stance.gap,
            lie,
        }
    }

    fn clock(
        &self,
        view: &HostView,
        centre: Point,
        worn: &[(usize, (NodeId, ClassId, Stance))],
    ) -> Dial {
        let own = view.wall.0 as f64 / 1e9 / TURN_SECONDS;
        let off = view.wall_error.unsigned_abs() > 20_000_000;
        let lease = worn.iter().find_map(|(_, (node, ..))| self.lease(*node, view));
        Dial {
            centre,
            scale: self.scale,
            own,
            truth: off.then(|| turns(self.frame.at)),
            lease,
            down: !view.up,
        }
    }

    /// How far a lease reaches on a node's own clock, in turns.
    fn lease(&self, node: NodeId, view: &HostView) -> Option<f64> {
        let items = &self.frame.nodes.iter().find(|known| known.id == node)?.items;
        let world = self.session.line().world();
        let holdings = world.holdings(node, items, self.frame.at);
        let lease = holdings.iter().find(|holding| holding.has_deadline)?;
        let left = (lease.believed_until - self.frame.at).as_secs_f64();
        let rate = (1_000_000 + view.drift_ppm) as f64 / 1e6;
        (left > 0.0 && left < 3_600.0).then_some(left * rate / TURN_SECONDS)
    }
}

fn turns(at: Instant) -> f64 {
    (at - Instant(0)).as_secs_f64() / TURN_SECONDS
}

/// A client: a small arrow head.
pub(super) fn client(at: Point, up: bool) -> Html {
    let d = pen::trace("M# #l14 8-14 8Z", &[at.x - 7.0, at.y - 8.0]);
    html! {
        <>
            { pen::path(d, if up { "client" } else { "client dim" }) }
            if !up { { struck_out(at, 0.4) } }
        </>
    }
}

fn struck_out(at: Point, scale: f64) -> Html {
    let r = 30.0 * scale;
    let d = pen::trace(
        "M# #L# #M# #L# #",
        &[at.x - r, at.y - r, at.x + r, at.y + r, at.x + r, at.y - r, at.x - r, at.y + r],
    );
    pen::path(d, "no-s down")
}

fn still(at: Point, scale: f64) -> Html {
    let (w, h) = (7.0 * scale, 22.0 * scale);
    let d = pen::trace("M# #v#M# #v#", &[at.x - w, at.y - h / 2.0, h, at.x + w, at.y - h / 2.0, h]);
    pen::path(d, "no-s still")
}
