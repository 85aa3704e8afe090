//! A dialog: in the middle of the window, or a menu beside what it is for.
use crate::browser::{Element, Key, close_dialog, open_dialog, put_near};
use yew::prelude::*;

/// What a dialog gets.
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Its heading.
    pub title: AttrValue,
    /// Beside which place of the window, in pixels; nothing is the middle.
    #[prop_or_default]
    pub near: Option<(f64, f64)>,
    /// More classes.
    #[prop_or_default]
    pub class: AttrValue,
    /// It is closed: by its button, by Esc, by a click outside.
    pub on_close: Callback<()>,
    /// What stands in it.
    pub children: Html,
}

/// A dialog, open as long as it is there. The browser keeps the focus in it and gives it back.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let element = dialog.cast::<Element>();
            element.iter().for_each(open_dialog);
            move || element.iter().for_each(close_dialog)
        });
    }
    {
        // What stands in it may have become larger.
        let (dialog, near) = (dialog.clone(), props.near);
        use_effect(move || {
            if let (Some(element), Some(near)) = (dialog.cast::<Element>(), near) {
                put_near(&element, near);
            }
        });
    }
    let close = |_: ()| {
        let on_close = props.on_close.clone();
        move || on_close.emit(())
    };
    let oncancel = {
        let close = close(());
        Callback::from(move |event: Event| {
            event.prevent_default();
            close();
        })
    };
    let onclick = {
        let (dialog, close) = (dialog.clone(), close(()));
        Callback::from(move |event: MouseEvent| {
            let outside = event.target_dyn_into::<Element>() == dialog.cast::<Element>();
            if outside {
                close();
            }
        })
    };
    let onkeydown = keys(close(()));
    let shut = close(());
    let onshut = Callback::from(move |_: MouseEvent| shut());
    let class = if props.near.is_some() { "dialog near" } else { "dialog" };
    html! {
        <dialog ref={dialog} class={classes!(class, props.class.to_string())}
            aria-label={props.title.clone()} {oncancel} {onclick} {onkeydown}>
            <div class="sheet">
                <header>
                    <h2>{ &props.title }</h2>
                    <button class="shut" aria-label="Close" onclick={onshut}>{ "×" }</button>
                </header>
                { props.children.clone() }
            </div>
        </dialog>
    }
}

/// Keys stay inside. Some browsers keep Escape for the field of a search, and never close its
/// dialog.
fn keys(close: impl Fn() + 'static) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        event.stop_propagation();
        if Key::of(&event) == Key::Escape {
            event.prevent_default();
            close();
        }
    })
}
