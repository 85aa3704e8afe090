//! The link, its code for cameras, and what it carries, in sentences.
use crate::browser::{base, is_ticked, origin};
use crate::controls::Lines;
use crate::marks::{QR_LONGEST, qr};
use crate::state::{Lab, Opening, Session};
use crate::words::{amount, exaggerated, fault_sentence, named, seconds, setting};
use engine::kernel::Instant;
use engine::scenario::{Link, SettingRef};
use engine::timeline::Act;
use yew::prelude::*;

/// Where the run is opened: as it stands, or from its start.
pub(super) fn address(session: &Session, with_playhead: bool) -> String {
    let opening = match (session.opening(), with_playhead) {
        (opening, true) => opening,
        (_, false) if !session.is_changed() => Opening::Stage(session.stage()),
        (_, false) => Opening::Link(Box::new(Link { at: None, ..session.link() })),
    };
    page(session, &opening)
}

fn page(session: &Session, opening: &Opening) -> String {
    format!("{}{}play/{}/?{}", origin(), base(), session.scenario().id, opening.query())
}

/// What this part gets.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LinkPartProps {
    /// The run.
    pub lab: Lab,
}

/// The part of the dialog.
#[component]
pub(super) fn LinkPart(props: &LinkPartProps) -> Html {
    let with = use_state_eq(|| true);
    let session = props.lab.session();
    let at = seconds(session.now() - Instant(0), 3);
    let link = address(&session, *with);
    let says = match (*with, link.contains("run=")) {
        (true, true) => format!("Whoever opens it sees the run at {at}."),
        (false, true) => "Whoever opens it sees the run from its start.".into(),
        (_, false) => "Whoever opens it sees the stage as it is prepared.".into(),
    };
    let onchange = {
        let with = with.clone();
        Callback::from(move |event: Event| with.set(is_ticked(&event)))
    };
    html! {
        <div class="linkpart">
            <div>
                <Lines title="Link" text={link.clone()} rows={4} />
                <label class="tick">
                    <input type="checkbox" class="with" checked={*with} {onchange} />
                    { format!("With the playhead, at {at}") }
                </label>
                <p class="i2">
                    { says }
                    { " It is played again there; if it has become another run since, the page \
                       says where." }
                </p>
            </div>
            { code(&session, &link) }
            { carries(&session) }
        </div>
    }
}

/// The code; of the stage, where that of the state would be too fine.
fn code(session: &Session, link: &str) -> Html {
    let whole = link.len() <= QR_LONGEST;
    let shown = match whole {
        true => link.to_owned(),
        false => page(session, &Opening::Stage(session.stage())),
    };
    let says = match whole {
        true => "The link as a code".to_owned(),
        false => format!(
            "This link has {} letters, more than a camera reads from a screen: the code leads to \
             the stage as it is prepared.",
            link.len()
        ),
    };
    html! {
        <figure>
            { qr(&shown, "The address as a code") }
            <figcaption>{ says }</figcaption>
        </figure>
    }
}

/// All that makes this run differ from the scenario, in sentences.
fn carries(session: &Session) -> Html {
    let (scenario, run) = (session.scenario(), session.run());
    let cast = &scenario.cast;
    let act = |(nth, act): (usize, &Act)| {
        let far = exaggerated(&act.fault).is_some();
        html! {
            <li key={nth}>
                <time class="mono">{ seconds(act.at - Instant(0), 3) }</time>
                <span>
                    { fault_sentence(cast, &act.fault) }
                    if far { <i>{ ", exaggerated" }</i> }
                </span>
            </li>
        }
    };
    let stage = scenario.stages.get(run.stage).map_or("", |stage| stage.title.as_str());
    let acts = run.script.acts();
    html! {
        <section class="carries script">
            <h3 class="lbl">{ "What the run is" }</h3>
            <p>{ format!("Stage {}, {stage}; seed {}.", run.stage + 1, run.seed) }</p>
            { for differences(session).into_iter().map(|says| html! { <p>{ says }</p> }) }
            if acts.is_empty() {
                <p class="i2">{ "Nothing befalls it." }</p>
            } else {
                <ol>{ for acts.iter().enumerate().map(act) }</ol>
            }
        </section>
    }
}

/// Settings and guards that are not as in the scenario.
fn differences(session: &Session) -> Vec<String> {
    let (scenario, change) = (session.scenario(), session.change());
    let cast = &scenario.cast;
    let set = change.settings.iter().filter_map(|(name, value)| {
        let of = SettingRef::find(cast, name)?;
        Some(format!("Changed: {} is {}.", setting(cast, &of), amount(of.card.unit, *value)))
    });
    let guards = scenario.guards.iter().filter_map(|(service, guard)| {
        let full = format!("{}.{}", cast.info(*service).name, guard.name);
        let on = change.guards.get(&full)?;
        let state = if *on { "on" } else { "off" };
        Some(format!("Guard: {} is {state}.", named(cast, *service, guard.name)))
    });
    set.chain(guards).collect()
}
