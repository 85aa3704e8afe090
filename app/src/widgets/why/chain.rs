//! The chain of causes: at the node in question on the left rail, elsewhere on the right.
use super::causes::{chain, node_of, told};
use super::question::topic_of;
use super::walk::{Walk, back};
use crate::hooks::{LabProps, use_watch};
use crate::marks::{Icon, icon};
use crate::state::{Interest, Session, Topic, ViewAction};
use crate::words::seconds;
use engine::kernel::{Instant, NodeId};
use engine::timeline::{Because, Reason};
use yew::prelude::*;

/// The newest cause first. Each link leads the playhead to its step; the chain stays meanwhile.
#[component]
pub(super) fn Chain(props: &LabProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let walk = use_mut_ref(|| None::<Walk>);
    let session = props.lab.session();
    let Some(topic) = topic_of(&session, props.focus.topic) else { return html! {} };
    let walked = walk.borrow().clone().filter(|walk| walk.leads_over(&session, topic));
    let step = match topic {
        Topic::Step(step, _) if walked.is_some() => Some(step),
        _ => None,
    };
    if step.is_none() {
        walk.replace(None);
    }
    let begin = || Walk::new(&session, props.focus.topic, topic, chain(&session, topic));
    let shown = walked.unwrap_or_else(begin);
    if shown.links.is_empty() {
        return html! {};
    }
    let here = node_of(&session, shown.topic);
    let go = {
        let (props, shown) = (props.clone(), shown.clone());
        Callback::from(move |step: usize| {
            walk.replace(Some(shown.clone()));
            props.lab.set_playing(false);
            let asked = props.lab.session().topic_of_step(step);
            props.focus.dispatch(ViewAction::Ask(asked));
            props.lab.change(|session| session.seek_step(step + 1));
        })
    };
    let link = |link: &Reason| row(&session, link, here, step == Some(link.step), &go);
    let legend = match here {
        Some(node) => {
            let name = session.scenario().cast.node_name(node);
            format!("Because, back to the faults. Left: at {name}. Right: elsewhere.")
        }
        None => "Because, back to the faults.".into(),
    };
    let back = step.map(|_| back(&shown, props));
    html! {
        <>
            <div class="legend"><h3 class="mc i3">{ legend }</h3>{ back.unwrap_or_default() }</div>
            <ol class="chain">{ for shown.links.iter().rev().map(link) }</ol>
        </>
    }
}

fn row(
    session: &Session,
    link: &Reason,
    here: Option<NodeId>,
    current: bool,
    go: &Callback<usize>,
) -> Html {
    let at = session.line().trace().step(link.step).at();
    let step = link.step;
    let onclick = go.reform(move |_: MouseEvent| step);
    let fault = matches!(link.because, Because::Struck(_));
    let sign = match link.because {
        Because::Struck(_) => icon(Icon::Bolt),
        Because::LastIssued(_)
        | Because::LastAccepted(_)
        | Because::RanOut(_)
        | Because::RanOutFor(_) => icon(Icon::Rectangle),
        _ => html! { <span class="node"></span> },
    };
    let gone = matches!(link.because, Because::RanOut(_) | Because::RanOutFor(_));
    let there = here.is_some() && !is_at(session, link, here);
    let rail = classes!("rail", there.then_some("there"), gone.then_some("gone"));
    html! {
        <li key={format!("{step}-{fault}")}>
            <time>{ seconds(at - Instant(0), 2) }</time>
            <span class={rail} aria-hidden="true">{ sign }</span>
            <button {onclick} aria-current={current.then_some("step")}>
                if fault { <b>{ "fault: " }</b> }{ told(session, link) }
            </button>
        </li>
    }
}

/// Did a link happen at the node in question?
fn is_at(session: &Session, link: &Reason, here: Option<NodeId>) -> bool {
    let cast = &session.scenario().cast;
    let host = here.and_then(|node| cast.host_of(node));
    let at = match link.because {
        Because::Struck(fault) => {
            return host.is_some_and(|host| fault.target.hosts().contains(host));
        }
        Because::Started | Because::SetOut(_) => return true,
        Because::Asked(op) => op.client,
        Because::Answered(_, node)
        | Because::Fired(node)
        | Because::Flushed(node)
        | Because::Decided(node, _) => node,
        Because::Arrived(message) | Because::Lost(message, _) => message.to,
        Because::LastIssued(item) | Because::RanOut(item) => item.issuer,
        Because::LastAccepted(item) | Because::RanOutFor(item) => item.holder,
    };
    cast.host_of(at) == host
}
