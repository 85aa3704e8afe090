//! The address that comes of it: to be copied, opened, or read by a phone.
use crate::browser::{base, origin};
use crate::marks::{QR_LONGEST, qr};
use crate::state::Prepared;
use yew::prelude::*;

/// The address in a field that selects itself, with a link and a code.
pub(super) fn result(prepared: &Prepared) -> Html {
    let address = format!("{}{}{}", origin(), base(), prepared.address());
    let fits = address.len() <= QR_LONGEST;
    html! {
        <section class="result" aria-labelledby="prepared-label">
            <div>
                <p class="address">
                    <label id="prepared-label" for="prepared">{ "The address" }</label>
                    <textarea id="prepared" readonly=true rows="3" spellcheck="false"
                        value={address.clone()} />
                </p>
                <p class="row">
                    <a class="btn btn-solid" href={address.clone()}>{ "Open it" }</a>
                </p>
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
