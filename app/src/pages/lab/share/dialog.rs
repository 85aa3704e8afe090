//! The dialog, one of its parts at a time.
use super::sharing::ShareProps;
use super::{cite, embed, files::Files, link::LinkPart};
use crate::controls::{Dialog, Tabs, TabsProps, piece};
use yew::prelude::*;

const PARTS: [&str; 4] = ["Link", "Files", "Cite", "Embed"];

/// The dialog. The run stands still as long as it is open.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let ShareProps { lab, on_open, on_close } = props.clone();
    let open = use_state_eq(|| 0_usize);
    let on_part = {
        let open = open.clone();
        Callback::from(move |part| open.set(part))
    };
    let id = lab.id("share");
    let names: Vec<AttrValue> = PARTS.map(AttrValue::from).to_vec();
    let label = format!("{id}-tab-{}", *open);
    let tabs = TabsProps {
        label: "Ways to share".into(),
        names,
        open: *open,
        controls: id.clone().into(),
        on_open: on_part,
        class: AttrValue::default(),
    };
    let part = match *open {
        0 => html! { <LinkPart {lab} /> },
        1 => html! { <Files {lab} {on_open} /> },
        2 => cite::part(&lab),
        _ => embed::part(&lab),
    };
    html! {
        <Dialog title="Share this run" class="share" {on_close}>
            { piece::<Tabs>(tabs) }
            <div {id} role="tabpanel" tabindex="0" aria-labelledby={label} key={*open}>
                { part }
            </div>
        </Dialog>
    }
}
