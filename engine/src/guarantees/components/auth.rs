//! Who is known to have asked, and that nobody changed it.
use super::{Forbidden, Phenomenon};

/// What somebody who is not entitled can be seen to achieve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AuthPhenomenon {
    /// Who holds no credential acts under a principal's name.
    Impersonation,
    /// Who copied a principal's credential acts under its name.
    StolenCredential,
    /// A message that was recorded takes effect once more.
    Replay,
    /// A message is changed on its way between the two ends of one channel.
    ChannelTamper,
    /// A message is changed between its author and its last reader, by those who pass it on or
    /// keep it. Changes on a channel are cases.
    PayloadTamper,
    /// A service is talked into using its own authority for a caller who lacks it: Hardy, "The
    /// Confused Deputy" (1988).
    ConfusedDeputy,
    /// An issuer vouches for a stranger.
    RogueIssuer,
}

/// Who is known to have asked, and that nobody changed it.
///
/// What an authentication must assume is what it leaves open: a bearer token assumes that nobody
/// copies it, a channel that those who pass messages on are honest. So fewer assumptions are more
/// phenomena ruled out, and the order by assumptions is the order of the sets.
pub type Auth = Forbidden<AuthPhenomenon>;

use AuthPhenomenon as P;

const fn all(phenomenon: AuthPhenomenon) -> Auth {
    Auth::closure(1 << phenomenon as u16)
}

impl Auth {
    /// Nobody is asked who they are.
    pub const UNAUTH: Auth = Auth::NOTHING;
    /// Whoever bears the token is believed; the least that counts as authentication.
    pub const BEARER: Auth = all(P::Impersonation);
    /// The caller proves to hold a key that is never sent.
    pub const POSSESSION: Auth = Auth::BEARER.join(all(P::StolenCredential));
    /// Both ends of the channel are authenticated (mTLS).
    pub const CHANNEL: Auth = Auth::POSSESSION.join(all(P::Replay)).join(all(P::ChannelTamper));
    /// The author signed the message itself, for whoever reads it last.
    pub const PAYLOAD: Auth = Auth::POSSESSION.join(all(P::PayloadTamper));
}

impl Phenomenon for AuthPhenomenon {
    const COMPONENT: &'static str = "Auth";
    const ALL: &'static [AuthPhenomenon] = &[
        P::Impersonation,
        P::StolenCredential,
        P::Replay,
        P::ChannelTamper,
        P::PayloadTamper,
        P::ConfusedDeputy,
        P::RogueIssuer,
    ];
    const CASES: &'static [u16] = &[0, 0, 0, 0, 1 << P::ChannelTamper as u16, 0, 0];
    const NAMED: &'static [(&'static str, Auth)] = &[
        ("Unauth", Auth::UNAUTH),
        ("Auth", Auth::BEARER),
        ("Auth(bearer)", Auth::BEARER),
        ("Auth(possession)", Auth::POSSESSION),
        ("Auth(channel)", Auth::CHANNEL),
        ("Auth(payload)", Auth::PAYLOAD),
    ];
    const SHOWN: &'static [&'static str] = &["Unauth", "Auth"];

    fn number(self) -> u16 {
        self as u16
    }

    fn name(self) -> &'static str {
        match self {
            P::Impersonation => "impersonation",
            P::StolenCredential => "stolen-credential",
            P::Replay => "replay",
            P::ChannelTamper => "channel-tamper",
            P::PayloadTamper => "payload-tamper",
            P::ConfusedDeputy => "confused-deputy",
            P::RogueIssuer => "rogue-issuer",
        }
    }
}
