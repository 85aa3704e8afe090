//! The catalogue of mechanisms: one folder each, by family.
pub mod agreement;
pub mod replication;
pub mod time;

use crate::node::Protocol;

/// Somebody who wants to know every mechanism, with its type.
pub trait Visitor {
    /// One of them.
    fn visit<P: Protocol>(&mut self);
}

/// Shows every mechanism of every family.
pub fn each(visitor: &mut impl Visitor) {
    agreement::each(visitor);
    replication::each(visitor);
    time::each(visitor);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Kind;
    use crate::kernel::ServiceId;
    use crate::node::{Card, Setup};

    struct Vectors(usize);

    impl Visitor for Vectors {
        fn visit<P: Protocol>(&mut self) {
            let setup = Setup::new(&P::CARD, ServiceId(0), 5, 7);
            let matrix = P::modes(&setup);
            for class in &matrix.classes {
                let floor = class.contracts[class.contracts.len() - 1].vector;
                for contract in &class.contracts {
                    let (name, vector) = (contract.name, contract.vector);
                    assert_eq!(vector.well_formed(), Ok(()), "{name}: {vector}");
                    assert!(vector.at_least(floor), "{name}: {vector} above a floor of {floor}");
                    self.0 += 1;
                }
            }
        }
    }

    #[test]
    fn contracts_promise_what_can_be_promised_and_floors_promise_least() {
        let mut vectors = Vectors(0);
        each(&mut vectors);
        assert!(vectors.0 >= 12, "{} contracts were looked at", vectors.0);
    }

    struct Speech(usize);

    impl Visitor for Speech {
        fn visit<P: Protocol>(&mut self) {
            let Card { slug, kinds, .. } = P::CARD;
            for kind in kinds.iter().filter(|_| !kinds.contains(&Kind::ElectionVote)) {
                let says = kind.card().says;
                let of_office = ["term", "follow", "vote"].iter().any(|word| says.contains(word));
                assert!(!of_office, "nobody is elected in {slug}: {says}");
                self.0 += 1;
            }
        }
    }

    #[test]
    fn evidence_speaks_of_terms_only_where_there_are_terms() {
        let mut speech = Speech(0);
        each(&mut speech);
        assert!(speech.0 >= 8, "{} kinds were looked at", speech.0);
    }
}
