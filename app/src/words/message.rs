//! Messages under way, in words.
use super::{clock, evidence};
use engine::kernel::{Instant, MessageName};
use engine::modes::Gap;
use engine::scenario::Cast;
use engine::world::MessageView;

/// "“append” from n3 to n1".
pub fn message(cast: &Cast, name: MessageName, caption: &str) -> String {
    let (from, to) = (cast.node_name(name.from), cast.node_name(name.to));
    format!("“{caption}” from {from} to {to}")
}

/// "“append” from n3 to n1, term 2, sent 0.012 s ago".
pub fn under_way(cast: &Cast, message: &MessageView, now: Instant) -> String {
    let caption = &message.caption;
    let mut told = self::message(cast, message.name, caption.name);
    let binding = match caption.epoch {
        0 => String::new(),
        number => evidence::epoch(cast, message.name.to, number.into()),
    };
    let kind = caption.brings.map(|kind| format!("brings {}", kind.name()));
    let sent = format!("sent {} ago", clock::seconds(now - message.sent, 3));
    let held = message.waits.then(|| "held up".to_owned());
    let lost = message.doom.map(|loss| format!("to be {}", loss.name()));
    let lies = message.stance.is_some_and(|stance| stance.gap == Gap::Lying);
    let lies = lies.then(|| "an act that nothing protects".to_owned());
    for part in [Some(binding), kind, Some(sent), held, lost, lies].into_iter().flatten() {
        if !part.is_empty() {
            told.push_str(", ");
            told.push_str(&part);
        }
    }
    told
}
