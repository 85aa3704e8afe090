//! What a reference object says of itself, so that a checker need not know which one it is.
use std::hash::Hash;

/// A sequential specification: calls, one at a time, with the answers they must get.
///
/// Only `apply` says what is right. The other questions let a checker leave out work, and name
/// things for readers; whoever answers them must err on the stated side.
pub trait ReferenceObject: Clone + Eq + Hash {
    /// What one may ask of it.
    type Call: Clone + Eq + Hash;
    /// What it answers.
    type Return: Clone + Eq + Hash;
    /// A name for what one call touches. Calls with different names never influence each other, so
    /// a history is linearizable if it is so part by part (Herlihy and Wing, TOPLAS 1990).
    type Part: Ord;

    /// Does what is asked, and answers.
    fn apply(&mut self, call: &Self::Call) -> Self::Return;

    /// The part that a call touches.
    fn part(call: &Self::Call) -> Self::Part;

    /// Does the call, if this is its answer, leave every object as it is? When in doubt, no.
    fn is_read(call: &Self::Call, answer: Option<&Self::Return>) -> bool;

    /// Does the call lead its part to the same state, with the same answer, from every state? When
    /// in doubt, no.
    fn is_blind(call: &Self::Call) -> bool;

    /// The object is in this state: is it one that the call needs for this answer (or, if that is
    /// not known, for an effect), or one that further calls may build upon to make it so? For a
    /// call that needs nothing, always no. When in doubt, yes.
    fn matters_to(&self, call: &Self::Call, answer: Option<&Self::Return>) -> bool;

    /// In a state that does not matter to the call: could `writer` lead to one that does? When in
    /// doubt, yes.
    fn revives(writer: &Self::Call, call: &Self::Call, answer: &Self::Return) -> bool;

    /// Could the answer to `call`, which changes nothing, be that in a state to which `writer` has
    /// just led? When in doubt, yes.
    fn supplies(writer: &Self::Call, call: &Self::Call, answer: &Self::Return) -> bool;

    /// The call and its answer, in a few words: "read → 1".
    fn describe(call: &Self::Call, answer: Option<&Self::Return>) -> String;

    /// Roughly how much memory the state takes, in words of eight bytes.
    fn weight(&self) -> usize {
        1
    }
}
