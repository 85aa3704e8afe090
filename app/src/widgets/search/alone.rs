//! The search on a page of its own, where the address says what is looked for.
use super::outcome::wish;
use super::panel::Panel;
use crate::browser::{encoded, query, replace_query};
use yew::prelude::*;

/// The content of that page.
#[component]
pub fn SearchPage() -> Html {
    // Forms write a plus for a space.
    let typed = use_memo((), |()| wish(&query("q").unwrap_or_default().replace('+', " ")));
    let on_typed = Callback::from(|typed: String| {
        let words = wish(&typed);
        replace_query(&if words.is_empty() { words } else { format!("q={}", encoded(&words)) });
    });
    html! {
        <div class="search alone">
            <Panel id="search-page" typed={(*typed).clone()} {on_typed} />
        </div>
    }
}
