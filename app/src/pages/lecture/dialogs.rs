//! What lies over a lecture: its keys, the running order, the code.
use super::address::for_students;
use super::keys::KEYS;
use super::order::OrderDialog;
use super::talk::Talk;
use crate::controls::Dialog;
use crate::marks::qr;
use yew::prelude::*;

/// What is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// The keys.
    Help,
    /// The running order.
    Order,
    /// The code, large.
    Code,
}

/// The dialog that is open.
pub(super) fn dialogs(open: Option<Open>, talk: &Talk, on_close: Callback<()>) -> Html {
    match open {
        None => html! {},
        Some(Open::Order) => html! { <OrderDialog talk={talk.clone()} {on_close} /> },
        Some(Open::Help) => html! {
            <Dialog title="Keys" class="keylist" {on_close}>
                <dl>
                    { for KEYS.iter().map(|(key, does)| html! {
                        <><dt>{ *key }</dt><dd>{ *does }</dd></>
                    }) }
                </dl>
            </Dialog>
        },
        Some(Open::Code) => {
            let address = for_students(&talk.lecture.borrow());
            html! {
                <Dialog title="For students" class="bigcode" {on_close}>
                    { qr(&address, "The address below, as a code") }
                    <p>{ &address }</p>
                </Dialog>
            }
        }
    }
}
