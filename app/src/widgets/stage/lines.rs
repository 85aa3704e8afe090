//! What is said beside hosts, line by line, in as much detail as there is room for.
use crate::marks::text_width;
use crate::state::Session;
use crate::words::{ailments, last_wish, roles, seconds};
use engine::kernel::{HostId, Instant, Span};
use engine::modes::{Believer, Gap};
use engine::world::{Frame, HostView};

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    /// All of it.
    Full,
    /// Without clocks, which their dials show, and without what clients asked last.
    Brief,
    /// Names, and who lies.
    Short,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub bold: Option<String>,
    pub class: &'static str,
    tenths: u16,
}

impl Line {
    fn new(text: impl Into<String>, class: &'static str, tenths: u16) -> Line {
        Line { text: text.into(), bold: None, class, tenths }
    }

    /// Does it tell of a lie or a fault?
    pub(super) fn is_alarming(&self) -> bool {
        self.class.ends_with("red")
    }

    pub(super) fn width(&self) -> f64 {
        let bold = self.bold.as_ref().map_or(0.0, |bold| text_width(bold, 160, true) + 8.0);
        bold + text_width(&self.text, self.tenths, false) * 1.04
    }
}

/// What is said of a host, the name first.
pub(super) fn lines(session: &Session, frame: &Frame, host: HostId, detail: Detail) -> Vec<Line> {
    let cast = &session.scenario().cast;
    let name = cast.host_name(host).to_owned();
    let Some(view) = frame.hosts.get(host.index()) else { return Vec::new() };
    if cast.hosts[host.index()].is_client {
        return client_lines(session, name, view, detail);
    }
    let mut lines = Vec::new();
    // Where there is little room the roles are in the matrix, and the clocks on their dials.
    let roles = if detail == Detail::Short { Vec::new() } else { roles(session, frame, host) };
    let first = roles.first().cloned().unwrap_or_default();
    lines.push(Line { bold: Some(name), ..Line::new(first, "tx", 135) });
    lines.extend(roles.iter().skip(1).map(|role| Line::new(role.clone(), "tx s i2", 125)));
    // The clock of a machine that is down is not read by anybody.
    if detail == Detail::Full && view.up {
        lines.extend(clock_lines(view, frame.at));
    }
    if detail != Detail::Short {
        lines.extend(ailments(view).into_iter().map(|text| Line::new(text, "tx s red", 125)));
    }
    lines.extend(lying_line(session, frame, host));
    lines
}

fn clock_lines(view: &HostView, now: Instant) -> Vec<Line> {
    let own = view.wall.0.max(0).cast_unsigned();
    let own = seconds(Span(own), 3);
    let truth = seconds(now - Instant(0), 3);
    match view.wall_error.unsigned_abs() < 2_000_000 {
        true => vec![Line::new(own, "tx s mono i2", 125)],
        false => vec![
            Line::new(format!("its clock {own}"), "tx s", 125),
            Line::new(format!("true time {truth}"), "tx s i2", 125),
        ],
    }
}

/// "lying 1.84 s", where a row that the host wears does.
fn lying_line(session: &Session, frame: &Frame, host: HostId) -> Option<Line> {
    let windows = session.windows();
    let lies = windows.iter().filter(|window| {
        let node = window.who.node();
        let worn = session.scenario().focus.contains(&(node.service, window.who.class()));
        let here = session.scenario().cast.host_of(node) == Some(host);
        worn && here
            && window.stance.gap == Gap::Lying
            && window.covers(frame.at)
            && matches!(window.who, Believer::Node(..))
    });
    let since = lies.map(|window| window.from).min()?;
    let text = format!("lying {}", seconds(frame.at - since, 2));
    Some(Line::new(text, "tx b red", 135))
}

fn client_lines(session: &Session, name: String, view: &HostView, detail: Detail) -> Vec<Line> {
    if detail == Detail::Short {
        return vec![Line::new(name, "tx b", 135)];
    }
    let mut lines = vec![Line::new(format!("client {name}"), "tx b", 135)];
    if detail == Detail::Full {
        let wish = last_wish(session, view.id);
        lines.extend(wish.map(|text| Line::new(text, "tx s i2", 125)));
    }
    lines.extend(ailments(view).into_iter().map(|text| Line::new(text, "tx s red", 125)));
    lines
}
