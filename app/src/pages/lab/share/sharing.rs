//! The dialog of a lab, and what is said of a run that came from elsewhere.
use crate::state::{Lab, Opening, Part, Session};
use crate::words::parting_sentence;
use engine::scenario::Link;
use yew::prelude::*;

/// What the dialog gets.
#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    /// The run.
    pub lab: Lab,
    /// A run was brought.
    pub on_open: Callback<Link>,
    /// It is closed.
    pub on_close: Callback<()>,
}

/// Draws the dialog.
pub type Ask = Callback<ShareProps, Html>;

/// What a lab needs to share its run.
pub(in crate::pages::lab) struct Sharing {
    /// Opens the dialog; nothing where there is none, or where the address hides it.
    pub on_share: Option<Callback<()>>,
    /// The dialog, if it is open.
    pub dialog: Html,
    /// What is said of the run, if it came from elsewhere.
    pub notice: Option<String>,
}

/// The run stands still while the dialog is open.
#[hook]
pub(in crate::pages::lab) fn use_sharing(
    lab: &Lab,
    opening: &Opening,
    ask: &Option<Ask>,
) -> Sharing {
    let open = use_state_eq(|| false);
    // The run that was brought as a file, if one was.
    let brought = use_state(|| None::<Link>);
    let on_share = {
        let (lab, open) = (lab.clone(), open.clone());
        Callback::from(move |()| {
            lab.set_playing(false);
            open.set(true);
        })
    };
    let on_open = {
        let (lab, open, brought) = (lab.clone(), open.clone(), brought.clone());
        Callback::from(move |link: Link| {
            lab.change(|session: &mut Session| session.open_link(link.clone()));
            brought.set(Some(link));
            open.set(false);
        })
    };
    let on_close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let ask = ask.as_ref().filter(|_| !lab.hides(Part::Share));
    let dialog = match ask {
        Some(ask) if *open => ask.emit(ShareProps { lab: lab.clone(), on_open, on_close }),
        _ => html! {},
    };
    let notice = match (&*brought, opening) {
        (Some(link), _) => Some(another_run(lab, link).unwrap_or_else(|| {
            "The run of the file is open, and it is still the one that was saved.".into()
        })),
        (None, Opening::Link(link)) => another_run(lab, link),
        (None, Opening::Stage(_)) => None,
    };
    Sharing { on_share: ask.map(|_| on_share), dialog, notice }
}

/// That it shows another run than the one that was shared, if it does.
fn another_run(lab: &Lab, link: &Link) -> Option<String> {
    let session = lab.session();
    let parting = session.parting()?;
    Some(parting_sentence(&session.scenario().cast, link, parting))
}
