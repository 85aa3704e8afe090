//! What is fixed about a mechanism: its card, as menus and the book show it.
use crate::evidence::Kind;
use crate::kernel::Unit;
use crate::modes::Invariant;

/// A mechanism, as readers see it.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// In URLs and scenario files.
    pub slug: &'static str,
    /// In headings.
    pub title: &'static str,
    /// Paper or specification, with the sections that are followed.
    pub source: &'static str,
    /// Its classes of operations, in the order of their numbers.
    pub classes: &'static [ClassCard],
    /// The evidence that its nodes issue to each other.
    pub kinds: &'static [Kind],
    /// What protects it and can be switched off.
    pub guards: &'static [GuardCard],
    /// What can be chosen.
    pub settings: &'static [SettingCard],
    /// What an operator can order a node to do.
    pub orders: &'static [&'static str],
    /// What the two numbers of a message are called: "term", "index"; nothing if readers need
    /// not see them. The first is also what evidence is bound to.
    pub numbers: [&'static str; 2],
}

/// A class of operations.
#[derive(Clone, Copy, Debug)]
pub struct ClassCard {
    /// "reads".
    pub name: &'static str,
    /// What belongs to it, in one sentence.
    pub says: &'static str,
}

/// A guard: a rule without which an invariant can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuardCard {
    /// In scripts and scenario files.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub says: &'static str,
    /// What it protects.
    pub protects: Invariant,
}

/// Who decides about a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// It can be moved and not turned off.
    Nature,
    /// A pattern of design.
    Strategy,
    /// A way to carry it out.
    Tactic,
}

/// A setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettingCard {
    /// In scripts and scenario files.
    pub name: &'static str,
    /// What it means, in one sentence.
    pub says: &'static str,
    /// Who decides.
    pub layer: Layer,
    /// How its number is to be read.
    pub unit: Unit,
    /// Its least and its greatest value.
    pub range: (i64, i64),
    /// If nobody says otherwise.
    pub default: i64,
}

impl Card {
    /// The guard of this name.
    pub fn guard(&self, name: &str) -> Option<&'static GuardCard> {
        self.guards.iter().find(|guard| guard.name == name)
    }

    /// The setting of this name.
    pub fn setting(&self, name: &str) -> Option<&'static SettingCard> {
        self.settings.iter().find(|setting| setting.name == name)
    }
}
