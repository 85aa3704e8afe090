//! A poster: the still of a stage as an image that stands alone.
use super::style;
use crate::pages::escape;

/// The still of one stage, for pages that are not the book's.
#[derive(Clone, Debug)]
pub struct Poster {
    /// The scenario's name.
    pub scenario: String,
    /// The stage, counted from 0.
    pub stage: usize,
    /// What is seen, as plain text.
    pub title: String,
    /// The situation, as plain text.
    pub text: String,
    /// The drawings from wide to narrow: width, height, and what stands in the SVG.
    pub drawings: [(f64, f64, String); 2],
}

/// One drawing as a file. Its address may name a theme, as in `poster.svg#dark`; without a name it
/// takes after the reader's system.
pub(super) fn picture(poster: &Poster, drawing: &(f64, f64, String), defs: &str) -> String {
    let (width, height, inside) = drawing;
    let [title, text] = [&poster.title, &poster.text].map(|text| escape(text));
    let defs = between(defs, "<defs>", "</defs>");
    let whole = format!("{defs}{inside}");
    let groups: String = style::THEMES.map(|theme| format!("<g id=\"{theme}\">")).concat();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"t d\">\
         <title id=\"t\">{title}</title><desc id=\"d\">{text}</desc><style>{}</style>\
         {groups}<defs>{defs}</defs><rect class=\"ground\" width=\"{width}\" height=\"{height}\"/>\
         {inside}{}</svg>\n",
        style::of(&whole),
        "</g>".repeat(style::THEMES.len())
    )
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).map_or("", |(_, rest)| rest);
    rest.split_once(to).map_or("", |(inside, _)| inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poster_tells_what_it_shows_and_brings_what_it_needs() {
        let inside = "<g class=\"msg\"><rect class=\"lie\"/></g>".to_owned();
        let drawing = (868.0, 700.0, inside.clone());
        let poster = Poster {
            scenario: "ch01-lease".into(),
            stage: 0,
            title: "A < B".into(),
            text: "One lies.".into(),
            drawings: [drawing.clone(), drawing.clone()],
        };
        let defs = "<svg class=\"defs\"><defs><pattern id=\"pL\"><path class=\"pl\"/></pattern>\
                    </defs></svg>";
        let text = picture(&poster, &drawing, defs);
        for part in ["<title id=\"t\">A &lt; B</title>", "id=\"pL\"", "id=\"dark\"", &inside] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(text.matches("<g").count(), text.matches("</g>").count());
    }
}
