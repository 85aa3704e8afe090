//! One card: what it says, and where it stands.
use super::kind::kind;
use crate::browser::{Element, named, note_of, put_beside, set_if};
use crate::marks::icon;
use yew::prelude::*;

/// The links that have cards.
pub(super) const LINKS: &str = "a[data-says], a.fn[href^='#note-']";

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CardProps {
    /// The link that it is for.
    pub link: Element,
}

/// The card. While it is there, the link is described by it.
#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let card = use_node_ref();
    {
        let card = card.clone();
        use_effect_with(props.link.clone(), move |link| {
            if let Some(card) = card.cast::<Element>() {
                put_beside(&card, link);
            }
            set_if(link, "aria-describedby", "card-says", true);
            let link = link.clone();
            move || set_if(&link, "aria-describedby", "", false)
        });
    }
    let told = |name: &str| props.link.get_attribute(name).unwrap_or_default();
    let to = told("href");
    let note = to.strip_prefix("#note-").and_then(|_| named(&to));
    let (name, says, word, sign) = match &note {
        Some(note) => {
            let says = note_of(note).map(Html::VRef).unwrap_or_default();
            (told("aria-label"), says, "", Html::default())
        }
        None => {
            let (word, sign) = kind(&told("data-type"));
            (told("data-name"), html! { { told("data-says") } }, word, icon(sign))
        }
    };
    html! {
        <aside ref={card} class="card" aria-label={format!("Card: {name}")}>
            <p class="is">{ sign }<b>{ &name }</b><span class="i2">{ word }</span></p>
            <div id="card-says">{ says }</div>
            <p class="on"><a href={to}>{ "More" }<span class="vh">{ format!(": {name}") }</span></a></p>
        </aside>
    }
}
