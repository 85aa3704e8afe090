//! Many objects of one kind, each under its key.
use super::{ReferenceObject, Value};
use crate::kernel::SortedMap;

/// One object for each key, and one for whoever names none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Keyed<O>(SortedMap<Option<Value>, O>);

impl<O> Default for Keyed<O> {
    fn default() -> Keyed<O> {
        Keyed(SortedMap::new())
    }
}

impl<O: ReferenceObject + Default> ReferenceObject for Keyed<O> {
    type Call = (Option<Value>, O::Call);
    type Return = O::Return;
    type Part = (Option<Value>, O::Part);

    fn apply(&mut self, (key, call): &Self::Call) -> O::Return {
        let mut object = self.0.remove(key).unwrap_or_default();
        let answer = object.apply(call);
        self.0.insert(key.clone(), object);
        answer
    }

    fn part((key, call): &Self::Call) -> Self::Part {
        (key.clone(), O::part(call))
    }

    fn is_read((_, call): &Self::Call, answer: Option<&O::Return>) -> bool {
        O::is_read(call, answer)
    }

    fn is_blind((_, call): &Self::Call) -> bool {
        O::is_blind(call)
    }

    fn matters_to(&self, (key, call): &Self::Call, answer: Option<&O::Return>) -> bool {
        match self.0.get(key) {
            Some(object) => object.matters_to(call, answer),
            None => O::default().matters_to(call, answer),
        }
    }

    fn revives(writer: &Self::Call, call: &Self::Call, answer: &O::Return) -> bool {
        writer.0 == call.0 && O::revives(&writer.1, &call.1, answer)
    }

    fn supplies(writer: &Self::Call, call: &Self::Call, answer: &O::Return) -> bool {
        writer.0 == call.0 && O::supplies(&writer.1, &call.1, answer)
    }

    fn describe((key, call): &Self::Call, answer: Option<&O::Return>) -> String {
        let said = O::describe(call, answer);
        key.as_ref().map_or(said.clone(), |key| format!("{key}: {said}"))
    }

    fn weight(&self) -> usize {
        8 + self.0.values().map(O::weight).sum::<usize>()
    }
}
