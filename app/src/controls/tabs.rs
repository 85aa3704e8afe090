//! A row of tabs, as the ARIA practices describe them: one stop for the Tab key, arrows choose.
use crate::browser::{Element, Key, focus_in};
use yew::prelude::*;

/// What tabs get.
#[derive(Clone, PartialEq, Properties)]
pub struct TabsProps {
    /// What they are for.
    pub label: AttrValue,
    /// Their names.
    pub names: Vec<AttrValue>,
    /// Which one is open.
    pub open: usize,
    /// The element that shows what the open one stands for.
    pub controls: AttrValue,
    /// Another one is chosen.
    pub on_open: Callback<usize>,
    /// More classes.
    #[prop_or_default]
    pub class: AttrValue,
}

/// Tabs.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let row = use_node_ref();
    let onkeydown = {
        let (row, props) = (row.clone(), props.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = props.names.len().saturating_sub(1);
            let next = match Key::of(&event) {
                Key::Left => props.open.checked_sub(1).unwrap_or(last),
                Key::Right if props.open == last => 0,
                Key::Right => props.open + 1,
                Key::Home => 0,
                Key::End => last,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            props.on_open.emit(next);
            if let Some(row) = row.cast::<Element>() {
                focus_in(&row, &format!("[data-tab=\"{next}\"]"));
            }
        })
    };
    let tab = |(place, name): (usize, &AttrValue)| {
        let open = place == props.open;
        let on_open = props.on_open.clone();
        html! {
            <button role="tab" class="tab" data-tab={place.to_string()}
                id={format!("{}-tab-{place}", props.controls)}
                aria-selected={if open { "true" } else { "false" }}
                aria-controls={props.controls.clone()} tabindex={if open { "0" } else { "-1" }}
                onclick={Callback::from(move |_: MouseEvent| on_open.emit(place))}>
                { name }
            </button>
        }
    };
    html! {
        <div ref={row} class={classes!("tabs", props.class.to_string())} role="tablist"
            aria-label={props.label.clone()} {onkeydown}>
            { for props.names.iter().enumerate().map(tab) }
        </div>
    }
}
