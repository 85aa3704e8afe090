//! Where nodes stand, in words.
use super::clock::seconds;
use engine::kernel::{NodeId, Span};
use engine::modes::{ClassId, Gap, Mode, Stance};
use engine::observation::Observation;
use engine::scenario::Cast;
use engine::world::World;

/// The column in which a contract stands: Recovery lies over the others.
pub fn mode_of(world: &World, node: NodeId, class: ClassId, stance: &Stance, contract: u8) -> Mode {
    match stance.recovering {
        true => Mode::Recovery,
        false => world.modes(node.service).matrix().contract(class, contract).mode,
    }
}

/// A contract's name: "by lease".
pub fn contract_name(world: &World, node: NodeId, class: ClassId, contract: u8) -> &'static str {
    world.modes(node.service).matrix().contract(class, contract).name
}

/// "leader, term 4", "follows n3".
pub fn role(cast: &Cast, node: NodeId, looks: &Observation) -> String {
    if let Some(leader) = looks.follows {
        return format!("follows {}", cast.own_name(leader));
    }
    let word = cast.info(node.service).card.numbers[0];
    match looks.epoch {
        Some(epoch) if !word.is_empty() && epoch > 0 => {
            format!("{}, {word} {epoch}", looks.role.name())
        }
        _ => looks.role.name().into(),
    }
}

/// "believes Target and is entitled to Floor; it has been lying for 1.84 s".
pub fn gap_sentence(gap: Gap, believed: Mode, entitled: Mode, since: Span) -> (String, String) {
    let apart = |verb: &str| {
        let stands = match believed == entitled {
            true => format!("is in {}.", believed.name()),
            false => {
                format!("believes {} and is entitled to {}.", believed.name(), entitled.name())
            }
        };
        (stands, format!("It has been {verb} for {}.", seconds(since, 2)))
    };
    match gap {
        Gap::Lying if believed == entitled => (
            format!("believes {}, and nothing protects what that puts at stake.", believed.name()),
            format!("It has been lying for {}.", seconds(since, 2)),
        ),
        Gap::Lying => apart("lying"),
        Gap::Hopeful => apart("hopeful"),
        Gap::Timid => apart("timid"),
        Gap::Honest => (format!("is in {}, and entitled to it.", believed.name()), String::new()),
    }
}
