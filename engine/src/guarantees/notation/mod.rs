//! Guarantee vectors as readers write them: `⟨Object, Lx, SI, Fresh(lease), Idem(K), Auth⟩`.
mod bounds;
mod names;
mod slots;

use super::GuaranteeVector;

impl GuaranteeVector {
    /// Reads a vector; angle brackets may be left out. The error is one sentence: what stands
    /// where it should not, and what could stand there. Whether the components fit together is
    /// another question: [`GuaranteeVector::well_formed`].
    pub fn parse(text: &str) -> Result<GuaranteeVector, String> {
        slots::parse(text)
    }
}
