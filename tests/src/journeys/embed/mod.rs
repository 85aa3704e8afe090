//! Labs on pages of others: a post on another host, with a strict policy, that embeds them.
mod element;
mod file;
mod guide;
mod host;
mod hostile;
mod module;
mod poster;
mod run;
mod site;
mod told;
mod trouble;
pub(super) use file::JOURNEY as FILE;
pub(super) use guide::JOURNEY as GUIDE;
pub(super) use hostile::JOURNEY as HOSTILE;
pub(super) use module::JOURNEY as MODULE;
pub(super) use poster::JOURNEY as POSTER;
pub(super) use run::JOURNEY as RUN;
pub(super) use trouble::JOURNEY as TROUBLE;
