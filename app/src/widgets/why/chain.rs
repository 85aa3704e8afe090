//! The chain of causes: at the node in question on the left rail, elsewhere on the right.
use super::question::{chain, told, topic_of};
use crate::hooks::{LabProps, use_watch};
use crate::marks::{Icon, icon};
use crate::state::{Interest, Session, Topic};
use crate::words::seconds;
use engine::kernel::{Instant, NodeId};
use engine::timeline::{Because, Reason};
use yew::prelude::*;

/// Each link leads the playhead to its step.
#[component]
pub(super) fn Chain(props: &LabProps) -> Html {
    use_watch(&props.lab, Interest::Step);
    let session = props.lab.session();
    let Some(topic) = topic_of(&session, props.focus.topic) else { return html! {} };
    let links = chain(&session, topic);
    if links.is_empty() {
        return html! {};
    }
    let here = match topic {
        Topic::Row(node, ..) | Topic::Item(_, _, node) => Some(node),
        _ => None,
    };
    let link = |link: &Reason| {
        let at = session.line().trace().step(link.step).at();
        let (lab, step) = (props.lab.clone(), link.step + 1);
        let onclick = Callback::from(move |_: MouseEvent| {
            lab.set_playing(false);
            lab.change(|session| session.seek_step(step));
        });
        let fault = matches!(link.because, Because::Struck(_));
        let elsewhere = here.is_some() && !is_at(&session, link, here);
        let rail = if elsewhere { "rail there" } else { "rail here" };
        html! {
            <li key={format!("{}-{}", link.step, fault)} class={if fault { "fault" } else { "" }}>
                <time>{ seconds(at - Instant(0), 2) }</time>
                <span class={rail} aria-hidden="true">
                    if fault { { icon(Icon::Bolt) } } else { <span class="node"></span> }
                </span>
                <button {onclick}>{ told(&session, link) }</button>
            </li>
        }
    };
    let legend = match here {
        Some(node) => {
            let name = session.scenario().cast.own_name(node).to_owned();
            format!("Because, back to the faults. Left: at {name}. Right: elsewhere.")
        }
        None => "Because, back to the faults.".into(),
    };
    html! {
        <>
            <h3 class="mc i3">{ legend }</h3>
            <ol class="chain">{ for links.iter().map(link) }</ol>
        </>
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
