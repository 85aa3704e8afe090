//! Every order there is: too slow for anything but tiny histories, and too simple to be wrong.
use crate::consistency::{Ended, History, ReferenceObject};

/// An operation to be placed.
pub(in crate::consistency) struct Item<'a, O: ReferenceObject> {
    pub(in crate::consistency) call: &'a O::Call,
    pub(in crate::consistency) answer: Option<&'a O::Return>,
    /// May it be left out?
    pub(in crate::consistency) is_optional: bool,
    pub(in crate::consistency) invoked: u64,
    /// Endless if it never returned.
    pub(in crate::consistency) returned: u64,
}

/// All operations of a history as they are.
pub(in crate::consistency) fn items<O: ReferenceObject>(
    history: &History<O::Call, O::Return>,
) -> Vec<Item<'_, O>> {
    let operations = history.operations().iter();
    let did_happen = operations.filter(|operation| operation.outcome != Ended::Fail);
    did_happen
        .map(|operation| {
            let is_optional = operation.outcome == Ended::Info;
            let returned = operation.returned.filter(|_| !is_optional);
            Item {
                call: &operation.call,
                answer: if let Ended::Ok(answer) = &operation.outcome {
                    Some(answer)
                } else {
                    None
                },
                is_optional,
                invoked: operation.invoked.0,
                returned: returned.map_or(u64::MAX, |at| at.0),
            }
        })
        .collect()
}

/// Does some order of some of them explain all that must be there?
pub(in crate::consistency) fn has_order<O: ReferenceObject>(
    object: &O,
    items: &[Item<'_, O>],
) -> bool {
    extend(object, items, &mut vec![false; items.len()], 0)
}

/// `begun` is the latest call among those placed: what returned before it comes too late.
fn extend<O: ReferenceObject>(
    object: &O,
    items: &[Item<'_, O>],
    used: &mut [bool],
    begun: u64,
) -> bool {
    if items.iter().zip(&*used).all(|(item, used)| *used || item.is_optional) {
        return true;
    }
    (0..items.len()).any(|next| {
        let item = &items[next];
        if used[next] || item.returned < begun {
            return false;
        }
        let mut after = object.clone();
        let answer = after.apply(item.call);
        if item.answer.is_some_and(|seen| *seen != answer) {
            return false;
        }
        used[next] = true;
        let found = extend(&after, items, used, begun.max(item.invoked));
        used[next] = false;
        found
    })
}
