//! Listings: lines of the engine's own source, found by what they define.
use crate::diagnostic::Desk;
use crate::pages::escape;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

/// No listing is longer.
const LINES_MAX: usize = 60;

/// What the highlighter knows: slow to load, so it is loaded once.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Lines of a file.
struct Excerpt {
    file: String,
    first: usize,
    text: String,
}

/// A listing with its caption, in HTML.
pub(super) fn listing(
    words: &[&str],
    caption: &str,
    line: usize,
    source: &Path,
    desk: &mut Desk<'_>,
) -> String {
    let [file, anchor] = words else {
        desk.note(
            Some(line),
            "the listing names no file or no anchor",
            "write `listing FILE ANCHOR`",
        );
        return String::new();
    };
    match excerpt(source, file, anchor) {
        Ok(found) => figure(&found, caption),
        Err(what) => {
            desk.note(Some(line), what, "name a file below engine/src and what it defines");
            String::new()
        }
    }
}

fn figure(found: &Excerpt, caption: &str) -> String {
    let last = found.first + found.text.lines().count().saturating_sub(1);
    format!(
        "<figure class=\"code\"><figcaption><span class=\"mono\">{}, lines {} to {last}</span>\
         </figcaption><pre tabindex=\"0\"><code>{}</code></pre><div class=\"caption\">{caption}</div></figure>\n",
        escape(&found.file),
        found.first,
        highlighted(&found.text)
    )
}

fn excerpt(source: &Path, file: &str, anchor: &str) -> Result<Excerpt, String> {
    let mut all = Vec::new();
    files(source, &mut all);
    let fits = |path: &&PathBuf| path.ends_with(file);
    let found: Vec<_> = all.iter().filter(fits).collect();
    let path = match found.as_slice() {
        [] => return Err(format!("there is no file `{file}`")),
        [path] => path,
        _ => return Err(format!("`{file}` could be one of {} files", found.len())),
    };
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let lines: Vec<_> = text.lines().collect();
    let range = marked(&lines, anchor).or_else(|| defined(&lines, anchor));
    let (from, to) = range.ok_or_else(|| format!("`{file}` does not define `{anchor}`"))?;
    if to - from > LINES_MAX {
        return Err(format!("`{anchor}` is {} lines long; {LINES_MAX} is the most", to - from));
    }
    let shown = path.strip_prefix(source).unwrap_or(path);
    let text = dedented(&lines[from..to]);
    Ok(Excerpt { file: shown.display().to_string(), first: from + 1, text })
}

fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|one| one.path()).collect();
    paths.sort();
    for path in paths {
        match path.is_dir() {
            true => files(&path, all),
            false => all.push(path),
        }
    }
}

/// Between `// book: ANCHOR` and `// end: ANCHOR`.
fn marked(lines: &[&str], anchor: &str) -> Option<(usize, usize)> {
    let at =
        |mark: &str| lines.iter().position(|line| line.trim() == format!("// {mark}: {anchor}"));
    Some((at("book")? + 1, at("end")?))
}

/// What defines a name, with the comments above it.
fn defined(lines: &[&str], name: &str) -> Option<(usize, usize)> {
    let words = ["fn", "struct", "enum", "trait", "const", "type"];
    let defines = |line: &&str| {
        let mut tokens =
            line.split(|c: char| !(c.is_alphanumeric() || c == '_')).skip_while(|one| {
                matches!(*one, "" | "pub" | "crate" | "super" | "in" | "self")
                    || *one == "const" && line.contains("const fn")
            });
        tokens.next().is_some_and(|word| words.contains(&word)) && tokens.next() == Some(name)
    };
    let at = lines.iter().position(defines)?;
    let indent = |line: &str| line.len() - line.trim_start().len();
    let depth = indent(lines[at]);
    let above = lines[..at].iter().rev();
    let above = above.take_while(|line| {
        indent(line) == depth && (line.trim().starts_with("///") || line.trim().starts_with("#["))
    });
    let from = at - above.count();
    let ends = |line: &str| indent(line) == depth && matches!(line.trim(), "}" | "};" | "];");
    let single = lines[at].trim_end().ends_with(';') || lines[at].trim_end().ends_with('}');
    match single {
        true => Some((from, at + 1)),
        false => Some((from, at + 1 + lines[at + 1..].iter().position(|line| ends(line))? + 1)),
    }
}

fn dedented(lines: &[&str]) -> String {
    let indents = lines.iter().filter(|line| !line.trim().is_empty());
    let least = indents.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    lines.iter().map(|line| format!("{}\n", line.get(least..).unwrap_or_default())).collect()
}

/// Rust, with a class for each kind of word.
fn highlighted(text: &str) -> String {
    let known = &*SYNTAXES;
    let Some(rust) = known.find_syntax_by_extension("rs") else { return escape(text) };
    let style = ClassStyle::SpacedPrefixed { prefix: "hl-" };
    let mut html = ClassedHTMLGenerator::new_with_class_style(rust, known, style);
    for line in LinesWithEndings::from(text) {
        if html.parse_html_for_line_which_includes_newline(line).is_err() {
            return escape(text);
        }
    }
    html.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "use a;\n\nimpl A {\n    /// It waits.\n    pub(super) fn wait(&self) {\n        let x = 1;\n    }\n}\n\nconst N: u8 = 3;\n";

    fn lines(name: &str) -> Option<String> {
        let lines: Vec<_> = SOURCE.lines().collect();
        defined(&lines, name).map(|(from, to)| dedented(&lines[from..to]))
    }

    #[test]
    fn a_definition_is_found_with_its_comment() {
        let wait = "/// It waits.\npub(super) fn wait(&self) {\n    let x = 1;\n}\n";
        assert_eq!(lines("wait").as_deref(), Some(wait));
        assert_eq!(lines("N").as_deref(), Some("const N: u8 = 3;\n"));
        assert_eq!(lines("x"), None);
    }

    #[test]
    fn the_source_is_shown_with_its_words_marked() {
        let html = highlighted("fn wait() {}\n");
        assert!(html.contains("hl-storage") || html.contains("hl-keyword"), "{html}");
        assert!(!html.contains("style="), "{html}");
    }
}
