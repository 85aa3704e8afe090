//! Links and disks as settings, so that they can be changed like those of a mechanism.
use crate::kernel::Unit;
use crate::node::{Layer, SettingCard};

const fn span(name: &'static str, says: &'static str, default_micros: i64) -> SettingCard {
    SettingCard {
        name,
        says,
        layer: Layer::Nature,
        unit: Unit::Span,
        range: (0, 60_000_000_000),
        default: default_micros * 1_000,
    }
}

/// What can be chosen about links and disks.
pub const NETWORK: &[SettingCard] = &[
    span("latency", "No message takes less than this.", 20_000),
    span("jitter", "A message takes up to so much longer, by chance.", 20_000),
    span("tail", "Some messages take much longer: the mean of that part.", 0),
    span("flush", "No flush of a disk takes less than this.", 2_000),
];
