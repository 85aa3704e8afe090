//! Posters: the figures of embeds before they run.
//! They are images on pages of others, where the fonts of the book are not to be had.
use super::figure::Told;
use crate::marks::text_width;
use engine::scenario::Scenario;
use std::rc::Rc;

/// Widths at which posters are drawn: for where there is room, and for phones.
const WIDTHS: [f64; 2] = [868.0, 420.0];
/// Between a drawing and the edge of its poster.
const MARGIN: f64 = 14.0;

/// The poster of one stage.
pub struct Poster {
    /// The scenario's name.
    pub scenario: String,
    /// The stage, counted from 0.
    pub stage: usize,
    /// What is seen, as plain text.
    pub title: String,
    /// The situation, as plain text.
    pub text: String,
    /// Drawings from wide to narrow: width, height, and what stands in the SVG.
    pub drawings: [(f64, f64, String); 2],
}

/// A poster for every stage of every scenario.
pub fn posters<'a>(scenarios: impl IntoIterator<Item = &'a Scenario>) -> Vec<Poster> {
    let of = |scenario: &Scenario| {
        let scenario = Rc::new(scenario.clone());
        (0..scenario.stages.len()).map(|stage| poster(&scenario, stage)).collect::<Vec<_>>()
    };
    scenarios.into_iter().flat_map(of).collect()
}

fn poster(scenario: &Rc<Scenario>, stage: usize) -> Poster {
    let told = Told::new(scenario, stage);
    let drawings = WIDTHS.map(|width| {
        let (drawing, height) = told.drawing(width);
        let inside =
            format!("<g transform=\"translate({MARGIN} {MARGIN})\">{}</g>", fitted(&drawing));
        (width + 2.0 * MARGIN, height + 2.0 * MARGIN, inside)
    });
    let scenario = scenario.id.clone();
    Poster { scenario, stage, title: told.title, text: told.says, drawings }
}

/// Says of every text how wide it is in the face of the book, for whatever face it is set in.
fn fitted(drawing: &str) -> String {
    let mut parts = drawing.split("<text ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let width = width_of(part);
        let width = (width * 10.0).round() / 10.0;
        let fit = format!("<text textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\" ");
        out.push_str(if width > 0.0 { &fit } else { "<text " });
        out.push_str(part);
    }
    out
}

/// The width of a text that begins with its attributes; 0 where it may be any.
fn width_of(text: &str) -> f64 {
    let between = |from: &str, to: &str| {
        let rest = &text[text.find(from)? + from.len()..];
        Some(&rest[..rest.find(to)?])
    };
    let class = between("class=\"", "\"").unwrap_or_default();
    let has = |name: &str| class.split(' ').any(|one| one == name);
    // Letters of one width are of nearly the same width in any face.
    if has("mono") {
        return 0.0;
    }
    let tenths = match () {
        () if has("xs") => 115,
        () if has("s") => 125,
        () if has("ml") => 120,
        () => 135,
    };
    let bold = has("b") || has("ml");
    let body = between(">", "</text>").unwrap_or_default();
    let mut width = 0.0;
    for part in body.split("<tspan") {
        // What follows an opening tag belongs to it up to its end.
        let (inner, rest) = part.split_once("</tspan>").unwrap_or(("", part));
        let (attributes, inner) = inner.split_once('>').unwrap_or(("", inner));
        width += match attributes.contains("\"nm\"") {
            true => text_width(&plain(inner), 160, true),
            false => text_width(&plain(inner), tenths, true),
        };
        width += text_width(&plain(rest), tenths, bold);
    }
    width
}

/// Text without what HTML writes for its own signs.
fn plain(text: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}
