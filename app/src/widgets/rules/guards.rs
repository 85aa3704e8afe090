//! Guards as switches: without one, something can break.
use crate::browser::is_ticked;
use crate::state::{Interest, Lab};
use crate::words::named;
use engine::kernel::ServiceId;
use engine::node::GuardCard;
use yew::prelude::*;

/// The guards that can be switched off.
pub(super) fn guards(lab: &Lab) -> Html {
    let session = lab.session();
    let all = &session.scenario().guards;
    if all.is_empty() {
        return html! {};
    }
    html! {
        <section>
            <h3 class="lbl">{ "Guards: without one, something can break" }</h3>
            { for all.iter().map(|(service, guard)| switch(lab, *service, guard)) }
        </section>
    }
}

fn switch(lab: &Lab, service: ServiceId, guard: &'static GuardCard) -> Html {
    let session = lab.session();
    let on = session.is_on(service, guard);
    let name = named(&session.scenario().cast, service, guard.name);
    let unprotected = format!("Off: {} is not protected.", guard.protects.name());
    let onchange = {
        let lab = lab.clone();
        Callback::from(move |event: Event| {
            let on = is_ticked(&event);
            lab.change(|session| session.set_guard(service, guard, on));
            lab.tell(Interest::Run);
        })
    };
    html! {
        <div class="setting">
            <label class="tick">
                <input type="checkbox" role="switch" checked={on} {onchange} />
                <b>{ name }</b>
            </label>
            <p class="i2">
                { guard.says }
                if !on {
                    { " " }
                    <span class="red">{ unprotected }</span>
                }
            </p>
        </div>
    }
}
