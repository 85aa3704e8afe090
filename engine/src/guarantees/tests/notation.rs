//! What readers see can be read back; what belongs elsewhere is refused in one sentence.
use super::super::{
    Auth, GuaranteeVector, Idempotence, KeyDiscipline, Order, Premises, Recency, Scope, Visibility,
};
use super::vectors;
use crate::kernel::Span;

fn parse(text: &str) -> Result<GuaranteeVector, String> {
    GuaranteeVector::parse(text)
}

fn refused(text: &str, expected: &str) {
    let error = parse(text).expect_err(text);
    assert!(error.contains(expected), "{error}");
    assert!(error.ends_with('.'), "{error}");
}

#[test]
fn a_vector_is_written_as_readers_see_it() {
    let vector = GuaranteeVector {
        scope: Scope::OBJECT,
        order: Order::LX,
        visibility: Visibility::SI,
        recency: Recency::fresh(Premises::LEASE),
        idempotence: Idempotence::by(KeyDiscipline::RequestKey),
        auth: Auth::BEARER,
    };
    let text = "⟨Object, Lx, SI, Fresh(lease), Idem(K), Auth⟩";
    assert_eq!(vector.to_string(), text);
    assert_eq!(parse(text), Ok(vector));
    assert_eq!(parse("Object,Lx , SI,Fresh( lease ),Idem(K), Auth(bearer)"), Ok(vector));
    assert_eq!(GuaranteeVector::NOTHING.to_string(), "⟨Nothing, None, Dirty, EO, None, Unauth⟩");
}

#[test]
fn bounds_and_windows_are_read_with_their_units() {
    let text = "<Global, Seq, SER, BS(200 ms)+BS(3 versions), Idem(session, 300 s), Unauth>";
    let vector = parse(text).unwrap();
    assert_eq!(vector.recency.span(), Some(Span::millis(200)));
    assert_eq!(vector.recency.versions(), Some(3));
    let window = vector.idempotence.window(KeyDiscipline::SessionSequence);
    assert_eq!(window, Some(Span::secs(300)));
    let two = parse("⟨Range, RYW+MR, RR, Fresh(true time & lease), None, Auth(payload)⟩").unwrap();
    assert_eq!(two.order, Order::RYW.join(Order::MR));
    assert_eq!(two.recency, Recency::fresh(Premises::LEASE.and(Premises::TRUE_TIME)));
}

#[test]
fn whatever_is_written_is_read_back() {
    for vector in vectors() {
        assert_eq!(parse(&vector.to_string()), Ok(vector), "{vector}");
    }
}

#[test]
fn abused_slots_are_refused() {
    refused(
        "⟨VM, Manual, Static, EO, None, Unauth⟩",
        "`VM` is no value of Scope: write Object, Range, Transaction, Global (or Nothing); facts of \
         a domain belong into the mode row.",
    );
    refused(
        "⟨Authenticity, Authorization, SI, EO, None, Auth⟩",
        "`Authenticity` is no value of Scope",
    );
    refused(
        "⟨Object, RA = Read-After, SI, EO, None, Auth⟩",
        "`RA = Read-After` is no value of Order: write None, Causal, Lx, SS (or RYW,",
    );
    refused("⟨Regional, Lx, SI, EO, None, Auth⟩", "`Regional` is no value of Scope");
}

#[test]
fn values_in_the_wrong_slot_are_shown_their_place() {
    refused(
        "⟨Object, SI, Lx, EO, None, Unauth⟩",
        "`SI` is a value of Visibility, but stands where Order belongs: None, Causal,",
    );
    refused(
        "⟨Object, Lx, SI, RA, None, Unauth⟩",
        "`RA` is a value of Visibility, but stands where Recency belongs: EO, BS(200 ms),",
    );
    refused("⟨Object, Lx, SI, EO, Auth, Idem(K)⟩", "`Auth` is a value of Auth, but stands where");
    refused("⟨Object, Lx, SI, EO, Unauth⟩", "six components (Scope, Order, Visibility, Recency,");
    refused("⟨Object, Lx, SI, EO, None, Unauth, Fast⟩", "not 7.");
    refused("", "not 1.");
}

#[test]
fn a_duration_is_no_proof_and_no_bound_is_no_bound() {
    refused(
        "⟨Object, Lx, SI, Fresh(1s), None, Unauth⟩",
        "Recency: `Fresh(1s)` gives a duration where a proof belongs; write BS(1s), or name",
    );
    refused(
        "⟨Object, Lx, SI, Fresh(10 moons), None, Unauth⟩",
        "`10 moons` is no proof of freshness;",
    );
    refused("⟨Object, Lx, SI, Fresh, None, Unauth⟩", "`Fresh` says nothing without its bracket;");
    refused("⟨Object, Seq, SI, BS(∞), None, Unauth⟩", "Recency: `BS(∞)` bounds nothing; write EO.");
    refused("⟨Object, Seq, SI, BS(0 s), None, Unauth⟩", "`BS(0 s)` is freshness without a proof;");
    refused("⟨Object, Seq, SI, BS(soon), None, Unauth⟩", "`soon` is neither a time nor a number");
    refused("⟨Object, Seq, SI, EO, Idem, Unauth⟩", "`Idem` needs the key it goes by;");
    refused("⟨Object, Seq, SI, EO, Idem(luck), Unauth⟩", "`luck` is no key discipline;");
    refused("⟨Object, Seq, SI, EO, Idem(K, 0 s), Unauth⟩", "`0 s` is no window of time;");
}
