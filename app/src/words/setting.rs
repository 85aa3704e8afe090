//! Settings and guards, in words.
use engine::kernel::ServiceId;
use engine::node::Layer;
use engine::scenario::{Cast, SettingRef};

/// Who decides about a setting, and what that means.
pub fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Nature => "Nature: it can be moved, and not turned off",
        Layer::Strategy => "Strategy: which pattern",
        Layer::Tactic => "Tactic: how it is carried out",
    }
}

/// "election timeout"; where there are several services, whose it is, too.
pub fn setting(cast: &Cast, of: &SettingRef) -> String {
    match of.service {
        Some(service) => named(cast, service, of.card.name),
        None => format!("network {}", of.card.name),
    }
}

/// The name of a guard or a setting of a service.
pub fn named(cast: &Cast, service: ServiceId, name: &str) -> String {
    let plain = name.replace('-', " ");
    let services = cast.services.iter().filter(|info| !info.card.classes.is_empty()).count();
    if services > 1 { format!("{} {plain}", cast.info(service).name) } else { plain }
}
