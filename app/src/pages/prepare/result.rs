//! The address that comes of it: to be copied, opened, or read by a phone.
use crate::browser::{base, origin};
use crate::controls::Lines;
use crate::marks::{QR_LONGEST, qr};
use crate::state::Prepared;
use yew::prelude::*;

/// The address to copy, a link to open it, and a code that carries it.
pub(super) fn result(prepared: &Prepared) -> Html {
    let address = format!("{}{}{}", origin(), base(), prepared.address());
    let fits = address.len() <= QR_LONGEST;
    html! {
        <section class="prepared" aria-label="What comes of it">
            <div>
                <Lines title="The address" text={address.clone()} rows={3} id="prepared" />
                <p><a class="btn btn-solid" href={address.clone()}>{ "Open it" }</a></p>
                if !fits {
                    <p class="i2">
                        { "The run is too long for a code that a phone reads from a screen; hand \
                           on the address itself." }
                    </p>
                }
            </div>
            { qr(&address, "The address as a code") }
        </section>
    }
}
