//! What belongs to a mechanism as everybody else carries it: messages, records, names of timers.
//!
//! Only its mechanism can open it. So the world around nodes is compiled once, and not once more
//! for every mechanism that a page loads.
use super::{Caption, Captioned};
use crate::kernel::Chunks;
use std::any::Any;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::rc::Rc;

/// Something of a mechanism's own. Without opening it one can tell what it would write.
pub trait Sealed: Any {
    /// Writes it, as its `Hash` does.
    fn write_into(&self, hasher: &mut dyn Hasher);
}

impl<T: Any + Hash> Sealed for T {
    fn write_into(&self, mut hasher: &mut dyn Hasher) {
        self.hash(&mut hasher);
    }
}

impl Hash for dyn Sealed {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.write_into(state);
    }
}

/// Opens what is of this type.
pub fn open<T: 'static>(sealed: Rc<dyn Sealed>) -> Option<Rc<T>> {
    (sealed as Rc<dyn Any>).downcast().ok()
}

/// Looks into what is of this type.
pub fn look<T: 'static>(sealed: &dyn Sealed) -> Option<&T> {
    (sealed as &dyn Any).downcast_ref()
}

/// A message with what is written on its outside.
#[derive(Clone)]
pub struct Envelope {
    /// How the message is called.
    pub caption: Caption,
    /// Itself.
    pub message: Rc<dyn Sealed>,
}

impl Envelope {
    /// Seals a message.
    pub fn seal(message: impl Captioned + Hash + 'static) -> Envelope {
        Envelope { caption: message.caption(), message: Rc::new(message) }
    }
}

/// What is written outside comes from inside, and is not sent twice.
impl Hash for Envelope {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.message.hash(state);
    }
}

/// The name of a timer: it can be told from others.
pub trait Name: Sealed {
    /// Is it the same as the other?
    fn is(&self, other: &dyn Sealed) -> bool;
}

impl<T: Any + Hash + PartialEq> Name for T {
    fn is(&self, other: &dyn Sealed) -> bool {
        look(other) == Some(self)
    }
}

impl Hash for dyn Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.write_into(state);
    }
}

/// What a disk kept, in the order in which it was written.
pub struct Kept<'a, R> {
    records: &'a Chunks<Rc<dyn Sealed>>,
    of: PhantomData<R>,
}

impl<'a, R: 'static> Kept<'a, R> {
    /// All of these are of this type.
    pub fn of(records: &'a Chunks<Rc<dyn Sealed>>) -> Kept<'a, R> {
        Kept { records, of: PhantomData }
    }

    /// Nothing: a first start, or a disk that is gone.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// All records.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &'a R> {
        self.records.iter().filter_map(|record| look(record.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{digest, width};

    #[derive(Clone, Debug, PartialEq, Hash)]
    struct Vote(u64, Vec<u8>);

    impl Captioned for Vote {
        fn caption(&self) -> Caption {
            Caption::plain("vote")
        }
    }

    #[test]
    fn only_its_own_type_opens_it() {
        let vote = Vote(7, vec![1, 2]);
        let letter = Envelope::seal(vote.clone());
        assert_eq!(look::<Vote>(letter.message.as_ref()), Some(&vote));
        assert_eq!(look::<u64>(letter.message.as_ref()), None);
        assert!(open::<u64>(letter.message.clone()).is_none());
        assert_eq!(open::<Vote>(letter.message).as_deref(), Some(&vote));
    }

    /// What a run costs, and what its links know it by, is the same sealed and open.
    #[test]
    fn sealed_it_writes_what_it_writes_open() {
        let vote = Vote(7, vec![1, 2]);
        let letter = Envelope::seal(vote.clone());
        assert_eq!((letter.caption.name, width(&letter)), ("vote", width(&vote)));
        assert_eq!(digest(&letter), digest(&vote));
    }

    #[test]
    fn names_are_the_same_if_type_and_value_are() {
        let name: &dyn Name = &7_u32;
        assert!(name.is(&7_u32) && !name.is(&8_u32) && !name.is(&7_u64));
    }

    #[test]
    fn what_was_kept_comes_in_its_order() {
        let records: Chunks<Rc<dyn Sealed>> =
            [3_u8, 1, 2].into_iter().map(|record| Rc::new(record) as Rc<dyn Sealed>).collect();
        let kept = Kept::<u8>::of(&records);
        assert!(!kept.is_empty() && kept.iter().eq(&[3, 1, 2]));
        assert!(kept.iter().rev().eq(&[2, 1, 3]));
    }
}
