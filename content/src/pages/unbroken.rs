//! A number and its unit stay on one line.
use engine::scenario::RawScenario;

/// Units that stand behind a number and a space.
const UNITS: [&str; 9] = ["s", "ms", "µs", "ns", "ppm", "%", "KB", "MB", "GB"];

/// Elements in which a space is a space.
const LITERAL: [&str; 5] = ["pre", "code", "script", "style", "textarea"];

/// Text with a space that does not break between each number and its unit.
pub(super) fn unbroken(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut after_digit = false;
    for (at, letter) in text.char_indices() {
        let binds = letter == ' ' && after_digit && begins_with_unit(&text[at + 1..]);
        out.push(if binds { '\u{a0}' } else { letter });
        after_digit = letter.is_ascii_digit();
    }
    out
}

fn begins_with_unit(rest: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric());
    UNITS.iter().any(|unit| rest.strip_prefix(unit).is_some_and(ends))
}

/// The same for a whole document: what stands in tags, and in code, is left as it is.
pub(super) fn unbroken_html(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 1024);
    let mut literal: Option<&str> = None;
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (text, tag) = rest.split_at(open);
        out.push_str(&if literal.is_some() { text.to_owned() } else { unbroken(text) });
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        out.push_str(tag);
        rest = after;
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|next: char| !next.is_alphanumeric()).next().unwrap_or_default();
        literal = match literal {
            None if !tag.starts_with("</") && !tag.ends_with("/>") => {
                LITERAL.into_iter().find(|known| *known == name)
            }
            Some(open) if tag.starts_with("</") && open == name => None,
            as_before => as_before,
        };
    }
    out.push_str(&unbroken(rest));
    out
}

/// A scenario as pages get it: the same in what it says to readers.
pub(super) fn unbroken_scenario(raw: &RawScenario) -> RawScenario {
    let mut set = raw.clone();
    for text in [&mut set.title, &mut set.teaser, &mut set.description] {
        *text = unbroken(text);
    }
    for stage in &mut set.stages {
        for text in [
            &mut stage.title,
            &mut stage.headline,
            &mut stage.question,
            &mut stage.reveal,
            &mut stage.notes,
        ] {
            *text = unbroken(text);
        }
        for choice in &mut stage.choices {
            (choice.text, choice.why) = (unbroken(&choice.text), unbroken(&choice.why));
        }
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_its_unit_are_bound_and_nothing_else_is() {
        assert_eq!(unbroken("At 5.48 s, 330 ms."), "At 5.48\u{a0}s, 330\u{a0}ms.");
        for text in ["4 servers", "in 2020 some", "the s", "7  s", "5 %x9 s2"] {
            assert_eq!(unbroken(text), text);
        }
    }

    #[test]
    fn tags_and_code_are_left_as_they_are() {
        let html =
            "<p title=\"2 s\">2 s<code>3 s</code> <b>4</b> s <pre>5 s <b>6 s</b></pre>7 s</p>";
        let wanted = "<p title=\"2 s\">2\u{a0}s<code>3 s</code> <b>4</b> s \
                      <pre>5 s <b>6 s</b></pre>7\u{a0}s</p>";
        assert_eq!(unbroken_html(html), wanted);
        assert_eq!(unbroken_html("1 s < 2 s"), "1\u{a0}s < 2 s");
    }

    #[test]
    fn what_is_read_by_the_engine_stays() {
        let raw = RawScenario {
            length: "9 s".into(),
            description: "It takes 9 s.".into(),
            ..RawScenario::default()
        };
        let set = unbroken_scenario(&raw);
        assert_eq!((&*set.length, &*set.description), ("9 s", "It takes 9\u{a0}s."));
    }
}
