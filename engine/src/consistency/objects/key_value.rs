//! Keys with values, read, overwritten and appended to.
use super::{ReferenceObject, Value};
use crate::kernel::SortedMap;
use std::sync::Arc;

/// A map. A key that holds the empty text is as good as absent, and reads so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct KeyValue(SortedMap<Value, Value>);

/// What one may ask of a map; the key comes first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum KeyCall {
    /// What does the key hold?
    Get(Value),
    /// Let it hold this.
    Put(Value, Value),
    /// Let it hold what it holds and, after that, this.
    Append(Value, Arc<str>),
}

/// What a map answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum KeyAnswer {
    /// To a get. Build it with [`KeyAnswer::seen`].
    Value(Value),
    /// To a put or an append.
    Written,
}

impl KeyAnswer {
    /// A get that saw this; the empty text counts as nothing.
    pub fn seen(value: Value) -> KeyAnswer {
        KeyAnswer::Value(if value == Value::text("") { Value::Absent } else { value })
    }
}

impl KeyValue {
    /// What a key holds.
    pub fn get(&self, key: &Value) -> Value {
        self.0.get(key).cloned().unwrap_or_default()
    }

    fn put(&mut self, key: &Value, value: Value) {
        match KeyAnswer::seen(value) {
            KeyAnswer::Value(Value::Absent) | KeyAnswer::Written => self.0.remove(key),
            KeyAnswer::Value(value) => self.0.insert(key.clone(), value),
        };
    }
}

impl KeyCall {
    /// The key it is about.
    pub fn key(&self) -> &Value {
        let (KeyCall::Get(key) | KeyCall::Put(key, _) | KeyCall::Append(key, _)) = self;
        key
    }
}

impl ReferenceObject for KeyValue {
    type Call = KeyCall;
    type Return = KeyAnswer;
    type Part = Value;

    fn apply(&mut self, call: &KeyCall) -> KeyAnswer {
        match call {
            KeyCall::Get(key) => return KeyAnswer::Value(self.get(key)),
            KeyCall::Put(key, value) => self.put(key, value.clone()),
            KeyCall::Append(key, more) => {
                let longer = self.get(key).letters() + more;
                self.put(key, Value::Text(longer.into()));
            }
        }
        KeyAnswer::Written
    }

    fn part(call: &KeyCall) -> Value {
        call.key().clone()
    }

    fn is_read(call: &KeyCall, _: Option<&KeyAnswer>) -> bool {
        matches!(call, KeyCall::Get(_))
    }

    fn is_blind(call: &KeyCall) -> bool {
        matches!(call, KeyCall::Put(..))
    }

    /// Until the next put, all that is ever seen begins with what is held now.
    fn matters_to(&self, call: &KeyCall, answer: Option<&KeyAnswer>) -> bool {
        let Some(KeyAnswer::Value(seen)) = answer else { return false };
        match (self.0.get(call.key()), seen) {
            (None, _) => true,
            (Some(Value::Text(held)), Value::Text(seen)) => seen.starts_with(&**held),
            (Some(held), seen) => seen.letters().starts_with(&held.letters()),
        }
    }

    /// What was appended to letters that are wrong stays wrong.
    fn revives(writer: &KeyCall, call: &KeyCall, answer: &KeyAnswer) -> bool {
        let (KeyCall::Put(key, value), KeyAnswer::Value(seen)) = (writer, answer) else {
            return false;
        };
        key == call.key() && seen.letters().starts_with(&value.letters())
    }

    fn supplies(writer: &KeyCall, call: &KeyCall, answer: &KeyAnswer) -> bool {
        let KeyAnswer::Value(seen) = answer else { return false };
        writer.key() == call.key()
            && match writer {
                KeyCall::Get(_) => false,
                KeyCall::Put(_, value) => KeyAnswer::seen(value.clone()) == *answer,
                KeyCall::Append(_, more) => {
                    let is_number = matches!(seen, Value::Number(_));
                    !is_number && seen.letters().ends_with(&**more)
                }
            }
    }

    fn describe(call: &KeyCall, answer: Option<&KeyAnswer>) -> String {
        match (call, answer) {
            (KeyCall::Get(key), Some(KeyAnswer::Value(seen))) => format!("get {key} → {seen}"),
            (KeyCall::Get(key), _) => format!("get {key}"),
            (KeyCall::Put(key, value), _) => format!("put {key} {value}"),
            (KeyCall::Append(key, more), _) => {
                format!("append {key} {}", Value::Text(Arc::clone(more)))
            }
        }
    }

    fn weight(&self) -> usize {
        let letters = |value: &Value| if let Value::Text(text) = value { text.len() } else { 0 };
        64 + self.0.values().map(|value| 4 + letters(value) / 8).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appends_add_up_and_the_empty_text_is_nothing() {
        let mut map = KeyValue::default();
        let key = Value::from(1);
        map.apply(&KeyCall::Append(key.clone(), "a".into()));
        map.apply(&KeyCall::Append(key.clone(), "b".into()));
        assert_eq!(map.apply(&KeyCall::Get(key.clone())), KeyAnswer::seen(Value::text("ab")));
        map.apply(&KeyCall::Put(key.clone(), Value::text("")));
        assert_eq!(map.apply(&KeyCall::Get(key.clone())), KeyAnswer::seen(Value::text("")));
        assert_eq!(map, KeyValue::default());
        map.apply(&KeyCall::Put(key.clone(), 7.into()));
        map.apply(&KeyCall::Append(key.clone(), "x".into()));
        assert_eq!(map.get(&key), Value::text("7x"));
    }
}
