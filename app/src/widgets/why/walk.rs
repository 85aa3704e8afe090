//! Walking along a chain: it stays as it was asked for, while the playhead goes from link to link.
use crate::hooks::LabProps;
use crate::state::{Session, Topic, ViewAction};
use crate::words::seconds;
use engine::kernel::Instant;
use engine::timeline::Reason;
use yew::prelude::*;

/// A chain, and where it was asked for.
#[derive(Clone)]
pub(super) struct Walk {
    /// What the reader had chosen.
    chosen: Option<Topic>,
    /// What the chain explains.
    pub topic: Topic,
    /// Where the playhead stood.
    at: Instant,
    /// The links, earliest first.
    pub links: Vec<Reason>,
    /// Of the run, up to the last link.
    hash: u64,
}

impl Walk {
    /// Begins where the playhead stands.
    pub fn new(session: &Session, chosen: Option<Topic>, topic: Topic, links: Vec<Reason>) -> Walk {
        let hash = hash(session, &links);
        Walk { chosen, topic, at: session.now(), links, hash: hash.unwrap_or_default() }
    }

    /// Is what is asked now one of its links, in the run that it was asked for?
    pub fn leads_over(&self, session: &Session, topic: Topic) -> bool {
        let link = |link: &Reason| topic == session.topic_of_step(link.step);
        hash(session, &self.links) == Some(self.hash) && self.links.iter().any(link)
    }
}

/// A run that was changed before the last link has another.
fn hash(session: &Session, links: &[Reason]) -> Option<u64> {
    let trace = session.line().trace();
    let last = links.last()?.step + 1;
    (last <= trace.len()).then(|| trace.hash_at(last))
}

/// Back to the moment and the question at which the walk began.
pub(super) fn back(walk: &Walk, props: &LabProps) -> Html {
    let says = format!("Back to {}", seconds(walk.at - Instant(0), 2));
    let (at, asked) = (walk.at, walk.chosen.map_or(ViewAction::Look(None), ViewAction::Ask));
    let LabProps { lab, focus } = props.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        focus.dispatch(asked);
        lab.change(|session| session.seek_to(at));
    });
    html! { <button {onclick}>{ says }</button> }
}
