//! What can be struck, by name.
use super::act::sides;
use super::clock::seconds;
use super::message::message;
use crate::state::{Session, Subject};
use engine::kernel::Instant;

/// What a menu is for, as its heading; of what is on the stage, also its name there.
pub fn subject(session: &Session, of: &Subject) -> String {
    let cast = &session.scenario().cast;
    match *of {
        Subject::Host(host) => match cast.hosts.get(host.index()) {
            Some(info) if info.is_client => format!("Client {}", info.name),
            _ => cast.host_name(host).to_owned(),
        },
        Subject::Link(a, b) => format!("Link {} – {}", cast.host_name(a), cast.host_name(b)),
        Subject::Cut(cut) => format!("Cut {}", sides(cast, &cut)),
        Subject::Message(name) => {
            let frame = session.frame();
            let found = frame.messages.iter().find(|message| message.name == name);
            message(cast, name, found.map_or("a message", |message| message.caption.name))
        }
        Subject::Act(act) => {
            let at = session.line().script().acts().get(act).map_or(Instant(0), |act| act.at);
            format!("At {}", seconds(at - Instant(0), 3))
        }
        Subject::Anything => "Faults".into(),
    }
}
