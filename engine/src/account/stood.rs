//! For how long each row of each node stood in each mode.
use crate::kernel::{NodeId, ServiceId, Span};
use crate::modes::{Believer, ClassId, Mode};
use crate::timeline::Timeline;

/// Where one row stood, up to the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Whose row.
    pub node: NodeId,
    /// Which row.
    pub class: ClassId,
    /// How long it was entitled to each mode, in the order of [`Mode::ALL`]; while it recovers, it
    /// is in Recovery.
    pub modes: [Span; Mode::ALL.len()],
    /// How long it lied.
    pub lying: Span,
}

impl Stood {
    /// All rows of these classes, node by node.
    pub fn of(line: &Timeline, rows: &[(ServiceId, ClassId)]) -> Vec<Stood> {
        let (modes, lying) = Default::default();
        let row = |(service, class): &(ServiceId, ClassId)| {
            let class = *class;
            let nodes = line.world().members(*service);
            nodes.map(move |node| Stood { node, class, modes, lying }).collect::<Vec<_>>()
        };
        let mut all: Vec<_> = rows.iter().flat_map(row).collect();
        for window in line.windows(line.cursor()) {
            let Believer::Node(node, class) = window.who else { continue };
            let mine = all.iter_mut().find(|row| (row.node, row.class) == (node, class));
            let Some(mine) = mine else { continue };
            let matrix = line.world().cluster(node.service).matrix();
            let mode = match window.stance.recovering {
                true => Mode::Recovery,
                false => matrix.contract(class, window.stance.entitled).mode,
            };
            let length = window.length(line.now());
            let place = &mut mine.modes[mode as usize];
            *place = *place + length;
            if window.is_lying() {
                mine.lying = mine.lying + length;
            }
        }
        all
    }
}
