//! Rows of the mode matrix, in words.
use super::clock::seconds;
use super::stance::mode_of;
use crate::state::Session;
use engine::kernel::{Instant, NodeId, ServiceId, Span};
use engine::modes::{Believer, ClassId, Gap, Mode, Stance, Window};
use engine::scenario::Cast;

/// A row as it stands at the playhead.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Whose.
    pub node: NodeId,
    /// For which operations.
    pub class: ClassId,
    /// Where it stands.
    pub stance: Stance,
    /// The column that it believes it stands in.
    pub believed: Mode,
    /// The column that it is entitled to.
    pub entitled: Mode,
    /// For how long it has stood in this gap.
    pub since: Span,
}

impl Row {
    /// The row of a node that claims anything.
    pub fn of(session: &Session, node: NodeId, class: ClassId) -> Option<Row> {
        let world = session.line().world();
        let stance = world.stance(node, class)?;
        let [believed, entitled] = [stance.believed, stance.entitled]
            .map(|contract| mode_of(world, node, class, &stance, contract));
        let since = since(&session.windows(), session.now(), node, class);
        Some(Row { node, class, stance, believed, entitled, since })
    }

    /// "lying 1.84 s", "honest".
    pub fn verdict(&self) -> String {
        match self.stance.gap {
            Gap::Honest => Gap::Honest.name().into(),
            gap => format!("{} {}", gap.name(), seconds(self.since, 2)),
        }
    }
}

/// A class of operations, with its service where there are several: "reads", "ledger reads".
pub fn class_label(cast: &Cast, service: ServiceId, class: ClassId) -> String {
    let name = cast.class_name(service, class);
    match cast.services.len() {
        // One service, and the clients.
        ..=2 => name.to_owned(),
        _ => format!("{} {name}", cast.info(service).name),
    }
}

/// For how long a row has stood in its gap: over all windows of one gap that touch.
pub fn since(windows: &[Window], now: Instant, node: NodeId, class: ClassId) -> Span {
    let mine = windows.iter().filter(|window| {
        matches!(window.who, Believer::Node(of, in_class) if of == node && in_class == class)
    });
    let mut begin = None::<(Instant, Gap)>;
    for window in mine.filter(|window| window.from <= now) {
        match begin {
            Some((_, gap)) if gap == window.stance.gap => (),
            _ => begin = Some((window.from, window.stance.gap)),
        }
    }
    begin.map_or(Span::ZERO, |(from, _)| now - from)
}
