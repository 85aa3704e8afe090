//! The button that asks what to compare a run with, and the dialog that it opens.
use super::list::list;
use crate::controls::Dialog;
use crate::state::Lab;
use yew::prelude::*;

/// What the button gets.
#[derive(Clone, PartialEq, Properties)]
pub struct ChooseProps {
    /// The run.
    pub lab: Lab,
}

/// The button. While the dialog is open the run stands still, and the links know where.
#[component]
pub fn Choose(props: &ChooseProps) -> Html {
    let open = use_state_eq(|| false);
    let onclick = {
        let (lab, open) = (props.lab.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            lab.set_playing(false);
            open.set(true);
        })
    };
    let on_close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    html! {
        <>
            <button class="w compare-open" aria-haspopup="dialog" {onclick}>{ "Compare" }</button>
            if *open {
                <Dialog title="Compare with a run that differs in one thing" class="choosing"
                    {on_close}>
                    { list(&props.lab) }
                </Dialog>
            }
        </>
    }
}
