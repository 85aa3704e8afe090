//! The styles of a lab on a page of others: the book's own, made to touch nothing but labs.

use std::fs;

use ::tests::paths;
use anyhow::{Context, Result};

/// Sheets that a lab uses, in their order.
const SHEETS: &[&str] = &[
    "tokens", "base", "marks", "controls", "lab", "panels", "views", "diagrams", "menu", "inpage",
    "hosted",
];
/// Those of them whose parts go by the width of the lab. In the book that is the window's; what
/// opens in the others is as wide as the window everywhere.
const BY_WIDTH: &[&str] = &["lab", "panels", "views", "inpage"];
/// In a narrow window of the book a lab has 42 pixels less than the window, here 14 less than its
/// holder.
const MARGINS: f64 = 28.0;
/// What holds a lab is what its width is asked of.
const MEASURED: &str = ".dst:has(> [data-lab]){container: dst / inline-size}\n";
/// The class of the element that holds a lab.
const HOLDER: &str = ".dst";
/// The class of a lab that has a page for itself.
const OWN_PAGE: &str = ".full";
/// Attributes that stand on the root element of the book, and on the element that holds a lab.
const ON_ROOT: &[&str] =
    &["[data-theme", "[data-size", "[data-motion", "[data-measure", "[data-hide"];

/// One sheet of all.
pub(super) fn joined() -> Result<String> {
    let mut text = String::from(MEASURED);
    for name in SHEETS {
        let path = paths::root().join("static/css").join(name).with_extension("css");
        let sheet = fs::read_to_string(&path).with_context(|| format!("no sheet {name}"))?;
        let rules = scoped(&plain(&sheet));
        let rules = if BY_WIDTH.contains(name) { by_width(&rules) } else { rules };
        text.push_str(&rules);
    }
    // Fonts lie beside the folder of the module.
    Ok(text.replace("url(fonts/", "url(../fonts/"))
}

/// Text without comments.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

/// The same rules, for what is inside the holder of a lab only.
fn scoped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.trim();
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        let end = closing(from);
        let inside = from[1..end].trim();
        let head = before.trim();
        let group = ["@media", "@supports", "@container"].iter().any(|at| head.starts_with(at));
        let (head, inside) = match head {
            _ if group => (head.to_owned(), scoped(inside)),
            _ if head.starts_with('@') => (head.to_owned(), squeezed(inside)),
            _ => (selectors(head), squeezed(inside)),
        };
        let says_nothing = head.is_empty() || group && inside.is_empty();
        if !says_nothing {
            out.push_str(&format!("{head}{{{inside}}}\n"));
        }
        rest = from[end + 1..].trim_start();
    }
    out
}

/// Where the bracket closes that a text begins with.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len() - 1
}

/// The same rules, where those for a width of the window are for that width of the lab.
fn by_width(text: &str) -> String {
    let line = |line: &str| {
        let asks = line.strip_prefix("@media ").and_then(|line| line.split_once('{'));
        let Some((asks, rest)) = asks.filter(|(asks, _)| asks.contains("-width:")) else {
            return line.to_owned();
        };
        let asks = asks.strip_prefix("screen and ").unwrap_or(asks);
        let parts = asks.split("px").map(|part| {
            let digits = part.rfind(|letter: char| !letter.is_ascii_digit() && letter != '.');
            let (before, number) = part.split_at(digits.map_or(0, |at| at + 1));
            let less = number.parse::<f64>().map(|pixels| format!("{:.2}px", pixels - MARGINS));
            format!("{before}{}", less.unwrap_or_default())
        });
        format!("@container dst {}{{{rest}", parts.collect::<String>())
    };
    text.lines().map(|one| line(one) + "\n").collect()
}

/// One space where there are several.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The selectors that mean something in a lab on a page of others; there may be none.
fn selectors(list: &str) -> String {
    let (mut all, mut one, mut depth) = (Vec::new(), String::new(), 0_i32);
    for letter in list.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                all.push(std::mem::take(&mut one));
                continue;
            }
            _ => {}
        }
        one.push(letter);
    }
    all.push(one);
    let here = all.iter().filter(|one| !is_of_own_page(one));
    here.map(|one| selector(&squeezed(one))).collect::<Vec<_>>().join(",")
}

/// Is a selector for labs that have a page for themselves?
fn is_of_own_page(selector: &str) -> bool {
    selector.split(OWN_PAGE).skip(1).any(ends_name)
}

/// Does a name end where this begins?
fn ends_name(rest: &str) -> bool {
    !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-')
}

fn selector(one: &str) -> String {
    // On a page of others there are always scripts.
    let one = one.strip_prefix("[data-scripts] ").unwrap_or(one);
    for root in [":root", "html", "body"] {
        if let Some(rest) = one.strip_prefix(root).filter(|rest| ends_name(rest)) {
            return format!("{HOLDER}{rest}");
        }
    }
    match ON_ROOT.iter().any(|name| one.starts_with(name)) {
        true => format!("{HOLDER}{one}"),
        false => format!("{HOLDER} {one}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_for_labs_only() {
        for (rule, wanted) in [
            (":root { --u: 1px; }", ".dst{--u: 1px;}\n"),
            (":root, [data-theme=\"light\"] { a: b }", ".dst,.dst[data-theme=\"light\"]{a: b}\n"),
            ("[data-theme=\"dark\"] .x { a: b }", ".dst[data-theme=\"dark\"] .x{a: b}\n"),
            (".a:is(.b, .c), bodyx { a: b }", ".dst .a:is(.b, .c),.dst bodyx{a: b}\n"),
            ("[data-scripts] .inpage { a: b }", ".dst .inpage{a: b}\n"),
            ("@media print { .a { b: c } }", "@media print{.dst .a{b: c}\n}\n"),
            ("@font-face { src: x }", "@font-face{src: x}\n"),
            (".full .a, .fuller { a: b }", ".dst .fuller{a: b}\n"),
            (".a { b: c } html:has(.full) { d: e }", ".dst .a{b: c}\n"),
            ("@media print { .full { a: b } }", ""),
        ] {
            assert_eq!(scoped(rule), wanted);
        }
    }

    #[test]
    fn widths_are_those_of_the_lab() {
        for (rule, wanted) in [
            (
                "@media (max-width: 899.98px){.a{b: c}\n}\n",
                "@container dst (max-width: 871.98px){.a{b: c}\n}\n",
            ),
            (
                "@media screen and (min-width: 900px) and (max-width: 1399.98px){",
                "@container dst (min-width: 872.00px) and (max-width: 1371.98px){\n",
            ),
            ("@media print{.a{b: c}\n}\n", "@media print{.a{b: c}\n}\n"),
        ] {
            assert_eq!(by_width(rule), wanted);
        }
    }

    #[test]
    fn every_sheet_is_there_and_no_rule_leaves_the_lab() -> Result<()> {
        let text = joined()?;
        assert_eq!(text.matches('{').count(), text.matches('}').count());
        for line in text.lines().filter(|line| line.contains('{') && !line.starts_with('@')) {
            assert!(line.starts_with(HOLDER), "{line}");
        }
        assert!(text.contains("url(../fonts/") && !text.contains("/*"));
        Ok(())
    }
}
