//! The results, as a list of groups, and what is said of them in a sentence.
use super::excerpt::{Run, below, runs};
use super::groups::{Entry, Group};
use super::outcome::Outcome;
use yew::prelude::*;

/// Results as they are shown.
pub(super) struct Results {
    /// The name of the panel that they are in.
    pub id: AttrValue,
    /// How the search stands.
    pub outcome: Outcome,
    /// Which of them is chosen.
    pub chosen: Option<usize>,
}

/// How a search stands, in a sentence.
pub(super) fn said(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Idle => "Looks through the text, the glossary, the evidence and the labs.".into(),
        Outcome::Waiting => "Fetching the index …".into(),
        Outcome::Failed(sentence) => sentence.clone(),
        Outcome::Found(words, groups) => match number(groups) {
            0 => format!(
                "The book does not speak of “{words}”. Fewer words, or the beginning of one, may \
                 find more."
            ),
            1 => format!("One place for “{words}”"),
            many => format!("{many} places for “{words}”"),
        },
    }
}

fn number(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.entries.len()).sum()
}

impl Results {
    fn groups(&self) -> &[Group] {
        match &self.outcome {
            Outcome::Found(_, groups) => groups,
            _ => &[],
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        number(self.groups())
    }

    /// The name of the element that shows the chosen one.
    pub(super) fn active(&self) -> Option<String> {
        let chosen = self.chosen.filter(|chosen| *chosen < self.count())?;
        Some(self.name_of(chosen))
    }

    fn name_of(&self, place: usize) -> String {
        format!("{}-{place}", self.id)
    }

    /// The list.
    pub(super) fn list(&self, name: &str, on_leave: &Callback<()>) -> Html {
        let mut place = 0;
        let groups = self.groups().iter().map(|group| {
            let first = place;
            place += group.entries.len();
            self.group(group, first, on_leave)
        });
        html! {
            <div class="found" role="listbox" id={name.to_owned()} aria-label="Results"
                hidden={self.count() == 0}>
                { for groups }
            </div>
        }
    }

    fn group(&self, group: &Group, first: usize, on_leave: &Callback<()>) -> Html {
        let label = format!("{}-group-{first}", self.id);
        let entries = group.entries.iter().enumerate();
        html! {
            <div role="group" aria-labelledby={label.clone()}>
                <p class="lbl" id={label} role="presentation">{ group.name }</p>
                { for entries.map(|(at, entry)| self.entry(entry, first + at, on_leave)) }
            </div>
        }
    }

    fn entry(&self, entry: &Entry, place: usize, on_leave: &Callback<()>) -> Html {
        let chosen = self.chosen == Some(place);
        let around = below(&entry.title, runs(&entry.excerpt));
        let on_leave = on_leave.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            // Who opens it elsewhere stays here.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                on_leave.emit(());
            }
        });
        html! {
            <a role="option" id={self.name_of(place)} class="result" tabindex="-1"
                data-result={place.to_string()} href={entry.url.clone()} {onclick}
                aria-selected={if chosen { "true" } else { "false" }}>
                <b>{ &entry.title }</b>
                if !entry.page.is_empty() { <span class="i2">{ &entry.page }</span> }
                <span class="around">{ for around.into_iter().map(drawn) }</span>
            </a>
        }
    }
}

fn drawn(run: Run) -> Html {
    if run.marked {
        html! { <mark>{ run.text }</mark> }
    } else {
        html! { run.text }
    }
}
