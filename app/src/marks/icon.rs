//! Small signs, 14 by 14, that stand beside words and never alone for the eye only.
use yew::prelude::*;

/// Which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// It holds.
    Tick,
    /// It does not.
    Cross,
    /// Nobody looks.
    Dash,
    /// A fault.
    Bolt,
    /// An invariant.
    Hexagon,
    /// A broken invariant.
    Broken,
    /// Evidence.
    Rectangle,
    /// Play.
    Play,
    /// Stand still.
    Pause,
    /// To the start.
    First,
    /// One step back.
    Back,
    /// One step on.
    On,
    /// To the end.
    Last,
    /// A menu opens.
    Down,
    /// Back to where one came from.
    Left,
    /// A word and its meaning.
    Word,
    /// A mental model.
    Model,
    /// A work that is cited.
    Work,
    /// A section of the text.
    Lines,
    /// A guarantee.
    Vector,
    /// Looking for something.
    Search,
    /// What can be chosen.
    Settings,
}

/// Draws a sign.
pub fn icon(which: Icon) -> Html {
    let (class, d) = match which {
        Icon::Tick => ("ok-s", "M2.5 7.5l3.2 3.4 6-7.2"),
        Icon::Cross => ("no-s", "M3 3l8 8m0-8l-8 8"),
        Icon::Dash => ("na-s", "M3 7h8"),
        Icon::Bolt => ("thr-f", "M8 .5L3 8H6.6L5.7 13.5L10.9 5.7H7.4Z"),
        Icon::Hexagon | Icon::Broken => ("inv-s", "M7 1L12.2 4V10L7 13L1.8 10V4Z"),
        Icon::Rectangle => ("evi-s evi-t", "M1.5 4H12.5V10H1.5Z"),
        Icon::Play => ("ink-f", "M3.5 2L12 7L3.5 12Z"),
        Icon::Pause => ("ink-f", "M3 2.5H6V11.5H3ZM8 2.5H11V11.5H8Z"),
        Icon::First => ("ink-f", "M2 2.5H4V11.5H2ZM12 2.5V11.5L5 7Z"),
        Icon::Back => ("ink-s", "M9 2.5L4.5 7L9 11.5"),
        Icon::On => ("ink-s", "M5 2.5L9.500 7L5 11.5"),
        Icon::Last => ("ink-f", "M10 2.5H12V11.5H10ZM2 2.5V11.5L9 7Z"),
        Icon::Down => ("ink-s", "M3.5 5.500L7 9L10.5 5.500"),
        Icon::Left => ("ink-s", "M9 2.5L4.5 7L9 11.5"),
        Icon::Word => ("ink-s", "M2 11.5L6 2.5L10 11.5M3.6 8H8.4M12.5 11.5V11.4"),
        Icon::Model => ("ink-s", "M7 1.5A5.5 5.5 0 1 1 6.9 1.5M7 4.5A2.5 2.5 0 1 1 6.9 4.5"),
        Icon::Work => ("ink-s", "M3 1.5H11V12.5H3ZM5.5 1.5V12.5"),
        Icon::Lines => ("ink-s", "M2.5 3.5H11.5M2.5 7H11.5M2.5 10.5H8"),
        Icon::Vector => ("ink-s", "M4.5 1.5L1.5 7L4.5 12.5M9.5 1.5L12.5 7L9.5 12.5M7 7V7.1"),
        Icon::Search => ("ink-s", "M6 2A4 4 0 1 1 5.9 2M9 9L12.5 12.5"),
        Icon::Settings => ("ink-s", "M2 4H7M11 4H12M9 2.5V5.5M2 10H3M7 10H12M5 8.5V11.5"),
    };
    html! {
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" class="ic">
            <path {d} {class} />
            if which == Icon::Broken { <path d="M8.500 2.500l-3 6 4 2-2.500 5" class="thr-s" /> }
        </svg>
    }
}
