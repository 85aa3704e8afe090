//! A capsule as it arrives, perhaps with fields stripped on the way, and one that is complete.
use super::{Boundary, Context, Fallback};
use crate::evidence::Evidence;
use std::fmt;

/// A complete capsule. Invariants, modes, rows of the matrix and keys are types of those who use
/// it: `I`, `M`, `R` and `K`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capsule<K, I, M, R> {
    /// What must not break.
    pub invariant: I,
    /// What proves it; an empty list says that nothing does.
    pub evidence: Vec<Evidence>,
    /// Inside of what the evidence counts.
    pub boundary: Boundary<K>,
    /// The mode in which the caller believes to be.
    pub mode: M,
    /// What to do when evidence is missing.
    pub fallback: Fallback<R>,
    /// What may be said besides.
    pub context: Context,
}

/// What has arrived of a capsule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft<K, I, M, R> {
    /// What must not break.
    pub invariant: Option<I>,
    /// What proves it.
    pub evidence: Option<Vec<Evidence>>,
    /// Inside of what the evidence counts.
    pub boundary: Option<Boundary<K>>,
    /// The mode in which the caller believes to be.
    pub mode: Option<M>,
    /// What to do when evidence is missing.
    pub fallback: Option<Fallback<R>>,
    /// What may be said besides.
    pub context: Context,
}

/// A field that is missing or says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CapsuleField {
    /// There must be one.
    Invariant,
    /// There must be a list, if only an empty one.
    Evidence,
    /// There must be one, about at least one key, in a domain that has a name.
    Boundary,
    /// There must be one.
    Mode,
    /// There must be one, and its label must say something.
    Fallback,
    /// If there is a requirement, it must not contradict itself or the context.
    Required,
    /// If there is an offer, it must not contradict itself or the context.
    Offered,
}

impl<K: Ord + Clone, I, M, R> Draft<K, I, M, R> {
    /// A capsule, or all fields that keep it from being one. Where a boundary asks for a capsule,
    /// a draft that is none leads to a downgrade or a refusal, never to a pass.
    pub fn check(self) -> Result<Capsule<K, I, M, R>, Vec<CapsuleField>> {
        let faults = self.faults();
        let Draft { invariant, evidence, boundary, mode, fallback, context } = self;
        match (invariant, evidence, boundary, mode, fallback) {
            (Some(invariant), Some(evidence), Some(boundary), Some(mode), Some(fallback))
                if faults.is_empty() =>
            {
                Ok(Capsule { invariant, evidence, boundary, mode, fallback, context })
            }
            _ => Err(faults),
        }
    }

    fn faults(&self) -> Vec<CapsuleField> {
        let is_sound = |boundary: &Boundary<K>| {
            !boundary.extent.is_empty() && !boundary.domain.0.trim().is_empty()
        };
        let has_label = |fallback: &Fallback<R>| !fallback.label.trim().is_empty();
        let token = self.context.session_token();
        let [required, offered] = [self.context.required, self.context.offered]
            .map(|vector| vector.is_none_or(|vector| vector.well_formed_with(token).is_ok()));
        let fields = [
            (CapsuleField::Invariant, self.invariant.is_some()),
            (CapsuleField::Evidence, self.evidence.is_some()),
            (CapsuleField::Boundary, self.boundary.as_ref().is_some_and(is_sound)),
            (CapsuleField::Mode, self.mode.is_some()),
            (CapsuleField::Fallback, self.fallback.as_ref().is_some_and(has_label)),
            (CapsuleField::Required, required),
            (CapsuleField::Offered, offered),
        ];
        fields.into_iter().filter(|(_, is_fine)| !is_fine).map(|(field, _)| field).collect()
    }
}

impl<K: Ord + Clone, I, M, R> Capsule<K, I, M, R> {
    /// A capsule with its required fields and nothing besides, or all that is wrong with them.
    pub fn new(
        invariant: I,
        evidence: Vec<Evidence>,
        boundary: Boundary<K>,
        mode: M,
        fallback: Fallback<R>,
    ) -> Result<Self, Vec<CapsuleField>> {
        let capsule =
            Capsule { invariant, evidence, boundary, mode, fallback, context: Context::default() };
        capsule.into_draft().check()
    }

    /// The same, to be changed and checked again.
    pub fn into_draft(self) -> Draft<K, I, M, R> {
        Draft {
            invariant: Some(self.invariant),
            evidence: Some(self.evidence),
            boundary: Some(self.boundary),
            mode: Some(self.mode),
            fallback: Some(self.fallback),
            context: self.context,
        }
    }
}

impl fmt::Display for CapsuleField {
    /// What it must be.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CapsuleField::Invariant => "the invariant must be named",
            CapsuleField::Evidence => "the evidence must be listed, if only as an empty list",
            CapsuleField::Boundary => "the boundary must hold at least one key and name its domain",
            CapsuleField::Mode => "the mode of the caller must be said",
            CapsuleField::Fallback => "the fallback must be there, with a label for the caller",
            CapsuleField::Required => "what is required must not contradict itself",
            CapsuleField::Offered => "what is offered must not contradict itself",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Epoch;
    use crate::guarantees::{
        Domain, Extent, GuaranteeVector, Keys, Order, Recency, Scope, Trace, Visibility,
    };

    type Plain = Capsule<u32, &'static str, u8, u8>;

    fn boundary(keys: Keys<u32>) -> Boundary<u32> {
        let extent = Extent { keys, region: None, tenant: None };
        Boundary { extent, domain: Domain("shop".into()), epoch: Epoch(3) }
    }

    fn fallback(label: &str) -> Fallback<u8> {
        Fallback { row: 2, label: label.into() }
    }

    fn plain() -> Plain {
        Capsule::new("Freshness", vec![], boundary(Keys::Every), 0, fallback("may be old")).unwrap()
    }

    #[test]
    fn a_complete_capsule_survives_being_a_draft() {
        assert_eq!(plain().into_draft().check(), Ok(plain()));
    }

    #[test]
    fn every_stripped_field_is_named() {
        let strip = |change: fn(&mut Draft<u32, &'static str, u8, u8>)| {
            let mut draft = plain().into_draft();
            change(&mut draft);
            draft.check().expect_err("a field is missing")
        };
        assert_eq!(strip(|draft| draft.invariant = None), [CapsuleField::Invariant]);
        assert_eq!(strip(|draft| draft.evidence = None), [CapsuleField::Evidence]);
        assert_eq!(strip(|draft| draft.mode = None), [CapsuleField::Mode]);
        let both = strip(|draft| (draft.boundary, draft.fallback) = (None, None));
        assert_eq!(both, [CapsuleField::Boundary, CapsuleField::Fallback]);
    }

    #[test]
    fn fields_that_say_nothing_are_missing() {
        let none = Keys::Range(4, 4);
        let capsule: Result<Plain, _> =
            Capsule::new("Freshness", vec![], boundary(none), 0, fallback(" "));
        assert_eq!(capsule, Err(vec![CapsuleField::Boundary, CapsuleField::Fallback]));
    }

    #[test]
    fn a_requirement_must_fit_the_context() {
        let causal = GuaranteeVector {
            scope: Scope::OBJECT,
            order: Order::CAUSAL,
            visibility: Visibility::FRACTURED,
            recency: Recency::EVENTUAL,
            ..GuaranteeVector::NOTHING
        };
        let mut draft = plain().into_draft();
        draft.context.required = Some(causal);
        assert_eq!(draft.clone().check(), Err(vec![CapsuleField::Required]));
        draft.context.trace = Some(Trace { session: Some("s1@9".into()), ..Trace::default() });
        let capsule = draft.check().unwrap();
        assert!(!capsule.context.is_satisfied());
        let offered = GuaranteeVector { order: Order::SEQ, ..causal };
        assert!(Context { offered: Some(offered), ..capsule.context }.is_satisfied());
    }
}
