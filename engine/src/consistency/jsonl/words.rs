//! What the lines mean to each object: which `f` it knows, and the shapes of keys and values.
use super::line::{Kind, Line, complain, scalar, shown};
use super::pairs::Pair;
use crate::consistency::{
    CasAnswer, CasCall, CasRegister, Ended, History, KeyAnswer, KeyCall, KeyValue, Keyed,
    Operation, ReferenceObject, Register, RegisterAnswer, RegisterCall, Value,
};
use crate::kernel::Instant;
use serde_json::Value as Json;

/// An object that lines can speak of.
pub(super) trait Spoken: ReferenceObject + Default {
    /// What it is called, with its article.
    const NAME: &'static str;
    /// What it can be asked for.
    const KNOWS: &'static str;
    /// What a call asks for; none if it knows no such `f`.
    fn call(line: &Line) -> Result<Option<Self::Call>, String>;
    /// What an end that says ok answers; none if it does not say.
    fn answer(call: &Self::Call, line: &Line) -> Result<Option<Self::Return>, String>;
}

/// The history of an object. A line is an instant.
pub(super) fn history<O: Spoken>(pairs: &[Pair]) -> Result<History<O::Call, O::Return>, String> {
    let operations = pairs.iter().map(operation::<O>);
    Ok(History::new(operations.collect::<Result<_, _>>()?))
}

fn operation<O: Spoken>(pair: &Pair) -> Result<Operation<O::Call, O::Return>, String> {
    let Pair { call: line, end } = pair;
    let call = O::call(line).map_err(|what| complain(line.number, what))?;
    let call = call.ok_or_else(|| {
        let (name, knows) = (O::NAME, O::KNOWS);
        let f = shown(&Json::String(line.f.clone()));
        let what = format_args!(
            "`f` is {f}, but {name} knows only {knows}; check the text as another object, or \
             correct the line"
        );
        complain(line.number, what)
    })?;
    let invoked = Instant(line.number as u64);
    let mut operation = Operation::open(line.process, call, invoked);
    if let Some(end) = end {
        operation.returned = Some(Instant(end.number as u64));
        operation.outcome = match end.kind {
            Kind::Ok => match O::answer(&operation.call, end) {
                Ok(answer) => answer.map_or(Ended::OkUnseen, Ended::Ok),
                Err(what) => return Err(complain(end.number, what)),
            },
            Kind::Fail => Ended::Fail,
            Kind::Invoke | Kind::Unsure => Ended::Info,
        };
    }
    Ok(operation)
}

impl Spoken for Register {
    const NAME: &'static str = "a register";
    const KNOWS: &'static str = "read and write";

    fn call(line: &Line) -> Result<Option<RegisterCall>, String> {
        Ok(match line.f.as_str() {
            "read" => no_value(line).map(|()| Some(RegisterCall::Read))?,
            "write" => Some(RegisterCall::Write(given(line)?)),
            _ => None,
        })
    }

    fn answer(call: &RegisterCall, line: &Line) -> Result<Option<RegisterAnswer>, String> {
        match call {
            RegisterCall::Read => Ok(seen(line)?.map(RegisterAnswer::Value)),
            RegisterCall::Write(value) => {
                repeats(line, &[value]).map(|()| Some(RegisterAnswer::Written))
            }
        }
    }
}

impl Spoken for CasRegister {
    const NAME: &'static str = "a cas-register";
    const KNOWS: &'static str = "read, write and cas";

    fn call(line: &Line) -> Result<Option<CasCall>, String> {
        Ok(match line.f.as_str() {
            "read" => no_value(line).map(|()| Some(CasCall::Read))?,
            "write" => Some(CasCall::Write(given(line)?)),
            "cas" => {
                let (old, new) = exchanged(line)?;
                Some(CasCall::Cas(old, new))
            }
            _ => None,
        })
    }

    fn answer(call: &CasCall, line: &Line) -> Result<Option<CasAnswer>, String> {
        match call {
            CasCall::Read => Ok(seen(line)?.map(CasAnswer::Value)),
            CasCall::Write(value) => repeats(line, &[value]).map(|()| Some(CasAnswer::Written)),
            CasCall::Cas(old, new) => {
                repeats(line, &[old, new]).map(|()| Some(CasAnswer::Swapped(true)))
            }
        }
    }
}

/// A line that names a key is about the object under it.
impl<O: Spoken> Spoken for Keyed<O> {
    const NAME: &'static str = O::NAME;
    const KNOWS: &'static str = O::KNOWS;

    fn call(line: &Line) -> Result<Option<Self::Call>, String> {
        Ok(O::call(line)?.map(|call| (line.key.clone(), call)))
    }

    fn answer((_, call): &Self::Call, line: &Line) -> Result<Option<O::Return>, String> {
        O::answer(call, line)
    }
}

impl Spoken for KeyValue {
    const NAME: &'static str = "a key-value store";
    const KNOWS: &'static str = "get, put and append";

    fn call(line: &Line) -> Result<Option<KeyCall>, String> {
        let key = || {
            let key = line.key.clone();
            key.ok_or("`key` is missing; say which key it is about, as a string or a whole number")
        };
        Ok(match line.f.as_str() {
            "get" => no_value(line).and_then(|()| Ok(Some(KeyCall::Get(key()?))))?,
            "put" => Some(KeyCall::Put(key()?, given(line)?)),
            "append" => match given(line)? {
                Value::Text(text) => Some(KeyCall::Append(key()?, text)),
                _ => return Err("`value` of an append must be a string; put it in quotes".into()),
            },
            _ => None,
        })
    }

    fn answer(call: &KeyCall, line: &Line) -> Result<Option<KeyAnswer>, String> {
        match call {
            KeyCall::Get(_) => Ok(seen(line)?.map(KeyAnswer::seen)),
            KeyCall::Put(_, value) => repeats(line, &[value]).map(|()| Some(KeyAnswer::Written)),
            KeyCall::Append(_, text) => {
                repeats(line, &[&Value::Text(text.clone())]).map(|()| Some(KeyAnswer::Written))
            }
        }
    }
}

/// Who asks what is there does not say it.
fn no_value(line: &Line) -> Result<(), String> {
    match &line.value {
        None | Some(Json::Null) => Ok(()),
        Some(value) => Err(format!(
            "`value` of an invoked {} must be null, found {}; the value belongs into the line \
             that says ok",
            line.f,
            shown(value)
        )),
    }
}

/// A value that is asked to be stored.
fn given(line: &Line) -> Result<Value, String> {
    let value = line.value.as_ref().unwrap_or(&Json::Null);
    scalar(value).ok_or_else(|| {
        let (f, found) = (&line.f, shown(value));
        format!("`value` of a {f} must be a string or a whole number, found {found}")
    })
}

/// A value that was found: null is absent, and no field at all is unknown.
fn seen(line: &Line) -> Result<Option<Value>, String> {
    match &line.value {
        None => Ok(None),
        Some(Json::Null) => Ok(Some(Value::Absent)),
        Some(value) => scalar(value).map(Some).ok_or_else(|| {
            let (f, found) = (&line.f, shown(value));
            format!(
                "`value` of a {f} must be a string, a whole number or null, found {found}; leave \
                 the field out if the answer is not known"
            )
        }),
    }
}

/// The two values of an exchange; the old one may be absent.
fn exchanged(line: &Line) -> Result<(Value, Value), String> {
    let pair = match &line.value {
        Some(Json::Array(pair)) => match &pair[..] {
            [Json::Null, new] => scalar(new).map(|new| (Value::Absent, new)),
            [old, new] => scalar(old).zip(scalar(new)),
            _ => None,
        },
        _ => None,
    };
    pair.ok_or_else(|| {
        let found = line.value.as_ref().map_or("none".into(), shown);
        format!("`value` of a cas must be [old, new] with strings or whole numbers, found {found}")
    })
}

/// A line that says ok may say again what was asked, but nothing else.
fn repeats(line: &Line, asked: &[&Value]) -> Result<(), String> {
    let said: Option<Vec<Value>> = match &line.value {
        None | Some(Json::Null) => return Ok(()),
        Some(Json::Array(pair)) => pair
            .iter()
            .map(|json| if json.is_null() { Some(Value::Absent) } else { scalar(json) })
            .collect(),
        Some(value) => scalar(value).map(|value| vec![value]),
    };
    if said.is_some_and(|said| said.iter().eq(asked.iter().copied())) {
        return Ok(());
    }
    let found = line.value.as_ref().map_or("none".into(), shown);
    let asked: Vec<String> = asked.iter().map(ToString::to_string).collect();
    Err(format!(
        "`value` is {found}, but the {} asked for {}; repeat that, or leave the field out",
        line.f,
        asked.join(", ")
    ))
}
