//! A file that somebody has brought: hostile until it has been read.
use crate::browser::{self, Chosen, Json};
use engine::scenario::{Link, SAVED_LONGEST, Saved, Scenario, encode};

/// Where the run of a file can be seen.
pub(super) enum Opened {
    /// In this lab.
    Here(Link),
    /// At this address.
    Elsewhere(String),
}

/// No host has to answer a longer address.
const ADDRESS_MOST: usize = 8_000;

/// Reads a file, or says in one sentence what is wrong with it.
pub(super) async fn opened(file: &Chosen, here: &Scenario) -> Result<Opened, String> {
    if file.bytes() > SAVED_LONGEST as f64 {
        return Err(format!(
            "The file has {} bytes; no honest run is longer than {SAVED_LONGEST}.",
            file.bytes()
        ));
    }
    let text = file.text().await.ok_or("The file cannot be read.")?;
    let json = Json::parse(&text).ok_or("The file is not JSON.")?;
    let saved = Saved::read(&json)?;
    if saved.scenario == here.id {
        return saved.link(here).map(Opened::Here);
    }
    let other = browser::scenario(&saved.scenario).await.map_err(|_| {
        format!(
            "The file is a run of the lab “{}”, which this book does not have or which could not \
             be loaded.",
            saved.scenario
        )
    })?;
    let code = encode(&saved.link(&other)?);
    if code.len() > ADDRESS_MOST {
        return Err(format!(
            "The run is of the lab “{}”, and too long to be taken there: open that lab first, and \
             the file in it.",
            other.title
        ));
    }
    Ok(Opened::Elsewhere(format!("{}play/{}/?run={code}", browser::base(), other.id)))
}
