//! The styles of a poster: of the book's own those that its marks need, and nothing else.
use std::collections::BTreeSet;

/// Where colours and measures are defined.
const TOKENS: &str = include_str!("../../../static/css/tokens.css");
/// How marks look.
const MARKS: &str = include_str!("../../../static/css/marks.css");

/// Themes that a poster can wear.
pub(super) const THEMES: [&str; 4] = ["light", "dark", "contrast", "projector"];

/// A value with its name, "--ink" and "#1B1A17".
type Value = (String, String);

/// The styles for a drawing. Themes are groups around it: the one that the address names counts.
pub(super) fn of(drawing: &str) -> String {
    let used = classes(drawing);
    let mut rules = vec!["rect.ground{fill:var(--paper)}".to_owned()];
    rules.extend(rules_of(&plain(MARKS)).into_iter().filter_map(|rule| kept(&rule, &used)));
    let rules = rules.concat();
    let base = values(&block(":root {"));
    let light = values(&block(":root, [data-theme=\"light\"] {"));
    let first: Vec<Value> = [base, light].concat();
    let dark = values(&block("[data-theme=\"dark\"] {"));
    let needed = needed(&rules, &first);
    let written = |all: &[Value]| {
        let all = all.iter().filter(|(name, _)| needed.contains(name));
        all.map(|(name, value)| format!("{name}:{value};")).collect::<String>()
    };
    let themes: String = THEMES
        .iter()
        .map(|theme| {
            let own = values(&block(&format!("[data-theme=\"{theme}\"] {{")));
            format!("#{theme}:target{{{}}}", written(&own))
        })
        .collect();
    format!(
        "svg{{{}}}@media (prefers-color-scheme:dark){{svg{{{}}}}}{themes}{rules}",
        written(&first),
        written(&dark)
    )
}

/// Text without comments.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

/// The declarations of the first block of the tokens that begins so.
fn block(begin: &str) -> String {
    let tokens = plain(TOKENS);
    let rest = tokens.split_once(begin).map_or("", |(_, rest)| rest);
    rest.split_once('}').map_or(String::new(), |(inside, _)| inside.to_owned())
}

fn values(block: &str) -> Vec<Value> {
    let parts = block.split(';').filter_map(|one| one.split_once(':'));
    let own = parts.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
    own.filter(|(name, _)| name.starts_with("--")).collect()
}

/// Selectors and declarations of every rule.
fn rules_of(text: &str) -> Vec<(String, String)> {
    let rules = text.split('}').filter_map(|rule| rule.split_once('{'));
    rules.map(|(to, says)| (to.trim().to_owned(), says.trim().to_owned())).collect()
}

/// A rule as the poster needs it, if it does.
fn kept((selectors, says): &(String, String), used: &BTreeSet<String>) -> Option<String> {
    let selectors: Vec<_> = selectors.split(',').filter_map(|one| selector(one, used)).collect();
    let says: Vec<_> = says.split(';').map(str::trim).filter(|one| !one.is_empty()).collect();
    let is_any = !selectors.is_empty();
    is_any.then(|| format!("{}{{{}}}", selectors.join(","), says.join(";").replace(": ", ":")))
}

/// A selector that can match; a theme is a group that the address names.
fn selector(one: &str, used: &BTreeSet<String>) -> Option<String> {
    let one = one.trim();
    let (theme, rest) = match one.strip_prefix("[data-theme=\"") {
        Some(rest) => {
            let (theme, rest) = rest.split_once("\"]")?;
            (format!("#{theme}:target"), rest)
        }
        None => (String::new(), one),
    };
    let mut names = rest.split('.').skip(1).map(|part| {
        let end = part.find(|letter: char| !letter.is_alphanumeric() && letter != '-');
        &part[..end.unwrap_or(part.len())]
    });
    let is_plain = !rest.contains([':', '[']) && rest.contains('.');
    (is_plain && names.all(|name| used.contains(name))).then(|| theme + rest)
}

/// All classes of a drawing.
fn classes(drawing: &str) -> BTreeSet<String> {
    let lists = drawing.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    lists.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

/// Names of all values that rules refer to, and those to which these refer.
fn needed(rules: &str, all: &[Value]) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    let mut open = referred(rules);
    while let Some(name) = open.pop() {
        let value = all.iter().filter(|(of, _)| *of == name);
        open.extend(value.flat_map(|(_, value)| referred(value)));
        known.insert(name);
    }
    known
}

fn referred(text: &str) -> Vec<String> {
    let names = text.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next());
    names.map(|name| name.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_has_the_rules_of_its_marks_in_all_themes() {
        let text = of("<text class=\"tx s i2\"/><rect class=\"veil\"/>");
        for part in [
            ".tx.s{font-size:12.5px}",
            ".tx.i2{fill:var(--ink-2)}",
            "#contrast:target .veil{display:none}",
            "--ink-2:#4A4740;",
            "#dark:target{",
            "--sans:\"Book Sans\"",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        for other in [".chip", "--floor:", ":focus", "/*"] {
            assert!(!text.contains(other), "{other}: {text}");
        }
        assert_eq!(text.matches('{').count(), text.matches('}').count());
    }

    #[test]
    fn every_theme_has_all_colours_of_the_first() {
        let names = |theme: &str| {
            let all = values(&block(&format!("[data-theme=\"{theme}\"] {{")));
            all.into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>()
        };
        let light = names("light");
        assert!(light.len() > 20, "{light:?}");
        for theme in THEMES {
            assert!(names(theme).is_superset(&light), "{theme}");
        }
    }
}
