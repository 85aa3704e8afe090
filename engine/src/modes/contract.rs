//! Contracts: for one class of operations, what each mode preserves, needs and promises.
use super::{Invariant, Mode};
use crate::evidence::{Requirement, View};
use crate::guarantees::GuaranteeVector;
use crate::kernel::{Moment, Place};

/// A class of operations of one mechanism, by its place in the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u8);

impl ClassId {
    /// Position in tables with one entry per class.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

/// What an operator would see, think and do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeeThinkDo {
    /// On the dashboard.
    pub see: &'static str,
    /// What it means.
    pub think: &'static str,
    /// What helps.
    pub act: &'static str,
}

/// One invariant that a contract puts at stake, and the evidence that protects it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// At stake.
    pub invariant: Invariant,
    /// What protects it.
    pub requires: Requirement,
    /// The node does not look: it believes this whatever it holds. Truth looks.
    pub assumed: bool,
}

impl Clause {
    /// The node looks before it serves.
    pub fn checked(invariant: Invariant, requires: Requirement) -> Clause {
        Clause { invariant, requires, assumed: false }
    }

    /// The node serves without looking.
    pub fn assumed(invariant: Invariant, requires: Requirement) -> Clause {
        Clause { invariant, requires, assumed: true }
    }

    /// Until when it is protected, or for a believer who does not look, taken to be.
    fn horizon<V: View>(&self, view: &V, holder: Place) -> V::Moment {
        match self.assumed && view.is_belief() {
            true => Moment::FOREVER,
            false => self.requires.horizon(view, holder),
        }
    }
}

/// What a node does in one mode.
#[derive(Clone, Debug)]
pub struct Contract {
    /// The column.
    pub mode: Mode,
    /// In two or three words: "by lease".
    pub name: &'static str,
    /// What a user may count on, in one sentence.
    pub promise: &'static str,
    /// The same, component by component.
    pub vector: GuaranteeVector,
    /// What is at stake, and what protects it.
    pub clauses: Vec<Clause>,
    /// The human side.
    pub operator: SeeThinkDo,
}

impl Contract {
    /// Until when every clause is protected.
    pub fn horizon<V: View>(&self, view: &V, holder: Place) -> V::Moment {
        let ends = self.clauses.iter().map(|clause| clause.horizon(view, holder));
        ends.min().unwrap_or(Moment::FOREVER)
    }
}

/// The contracts of one class, strongest first; the last one needs nothing.
#[derive(Clone, Debug)]
pub struct ClassContracts {
    /// What the class is called: "reads".
    pub name: &'static str,
    /// Target, Degraded (one or more), Floor.
    pub contracts: Vec<Contract>,
}

impl ClassContracts {
    /// The one that needs nothing.
    pub fn floor(&self) -> u8 {
        self.contracts.len().saturating_sub(1) as u8
    }

    /// The strongest contract of a mode, or of the next weaker one that there is.
    pub fn first_of(&self, mode: Mode) -> u8 {
        let found = self.contracts.iter().position(|contract| contract.mode >= mode);
        found.map_or(self.floor(), |at| at as u8)
    }

    /// The strongest contract that holds in a view at a moment, among those from `first` on.
    pub fn strongest<V: View>(&self, view: &V, holder: Place, now: V::Moment, first: u8) -> u8 {
        let holds = |contract: &Contract| now < contract.horizon(view, holder);
        let rest = self.contracts.iter().skip(first.into());
        rest.clone().position(holds).map_or(self.floor(), |at| first + at as u8)
    }
}

/// All that one mechanism promises.
#[derive(Clone, Debug, Default)]
pub struct ModeMatrix {
    /// One entry per class.
    pub classes: Vec<ClassContracts>,
}

impl ModeMatrix {
    /// The contracts of one class.
    pub fn class(&self, class: ClassId) -> &ClassContracts {
        &self.classes[class.index()]
    }

    /// One contract.
    pub fn contract(&self, class: ClassId, contract: u8) -> &Contract {
        &self.classes[class.index()].contracts[usize::from(contract)]
    }

    /// All classes.
    pub fn ids(&self) -> impl Iterator<Item = ClassId> + use<> {
        (0..self.classes.len() as u8).map(ClassId)
    }
}
