//! Round trips: how often the answer to an operation had to wait for the network.
use crate::kernel::Event;
use crate::timeline::{StepIndex, Timeline};
use crate::world::Cause;

/// Round trips on the chain of causes from the step in which an operation was begun to the one in
/// which its client was told: pairs of messages that came one after the other, half ones counted
/// whole. What went in parallel counts once, as the last of it to arrive.
pub fn round_trips(line: &Timeline, begun: StepIndex, told: StepIndex) -> u32 {
    let trace = line.trace();
    let (mut step, mut messages) = (told, 0_u32);
    while step > begun {
        let Cause::Event(pending) = trace.step(step).occurrence.cause else { break };
        if matches!(pending.event, Event::Deliver(_)) {
            messages += 1;
        }
        match trace.origin(pending.id) {
            Some(origin) if origin < step => step = origin,
            _ => break,
        }
    }
    messages.div_ceil(2)
}
