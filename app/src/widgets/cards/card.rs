//! One card: what it says.
use super::kind::kind;
use crate::browser::{Element, is_hidden, named, note_of};
use crate::marks::icon;
use yew::prelude::*;

/// The links that have cards; footnotes only where they do not stand beside the text.
pub(super) fn has_card(link: &Element) -> bool {
    let to = link.get_attribute("href").unwrap_or_default();
    !to.starts_with("#note-") || is_hidden(&to)
}

/// The links that can have cards.
pub(super) const LINKS: &str = "a[data-says], a.fn[href^='#note-']";

/// What a link leads to.
pub(super) fn card(link: &Element, place: NodeRef) -> Html {
    let told = |name: &str| link.get_attribute(name).unwrap_or_default();
    let to = told("href");
    let note = to.strip_prefix("#note-").and_then(|_| named(&to));
    let (name, says, word, sign) = match &note {
        Some(note) => {
            let says = note_of(note).map(Html::VRef).unwrap_or_default();
            (told("aria-label"), says, "", Html::default())
        }
        None => {
            let (word, sign) = kind(&told("data-type"));
            (told("data-name"), lines(&told("data-says")), word, icon(sign))
        }
    };
    html! {
        <aside ref={place} class="card" aria-label={format!("Card: {name}")}>
            <p class="is">{ sign }<b>{ &name }</b><span class="i2">{ word }</span></p>
            <div id="card-says">{ says }</div>
            <p class="on"><a href={to}>{ "More" }<span class="vh">{ format!(": {name}") }</span></a></p>
        </aside>
    }
}

/// A text with a line for each thing that it is about, which stands before a colon; most have one
/// line, and it is about the whole.
fn lines(text: &str) -> Html {
    let line = |line: &str| match line.split_once(": ") {
        Some((about, says)) => html! { <p><b>{ about }</b><br />{ says }</p> },
        None => html! { <p>{ line }</p> },
    };
    match text.contains('\n') {
        true => text.lines().map(line).collect(),
        false => html! { { text } },
    }
}
