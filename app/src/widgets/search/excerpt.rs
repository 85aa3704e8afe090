//! Excerpts: HTML of the index as runs of plain text, some of them marked.

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// What is read.
    pub text: String,
    /// It is what was looked for.
    pub marked: bool,
}

/// Signs that stand for others, as the index writes them.
const SIGNS: &[(&str, &str)] = &[
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&amp;", "&"),
];

/// The runs of an excerpt. Anything but `mark` that looks like an element is text.
pub(super) fn runs(html: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut add = |html: &str, marked: bool| {
        if !html.is_empty() {
            runs.push(Run { text: plain(html), marked });
        }
    };
    let mut rest = html;
    while let Some((before, from)) = rest.split_once("<mark>") {
        let (marked, after) = from.split_once("</mark>").unwrap_or((from, ""));
        add(before, false);
        // The index finds words by their beginnings, and may take one letter for such.
        add(marked, marked.chars().count() > 1);
        rest = after;
    }
    add(rest, false);
    runs
}

/// The runs without a heading that they begin with, where something follows it: it stands above.
pub(super) fn below(heading: &str, runs: Vec<Run>) -> Vec<Run> {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let follows = text.strip_prefix(heading).filter(|rest| rest.starts_with(' '));
    let Some(follows) = follows.map(str::trim_start).filter(|rest| !rest.is_empty()) else {
        return runs;
    };
    let mut left = text.len() - follows.len();
    let mut rest = Vec::new();
    for run in runs {
        let cut = left.min(run.text.len());
        left -= cut;
        match run.text.get(cut..) {
            Some("") | None => {}
            Some(text) => rest.push(Run { text: text.to_owned(), marked: run.marked }),
        }
    }
    rest
}

/// Text without its escapes, each undone once.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let sign = SIGNS.iter().find(|(escape, _)| rest.starts_with(escape));
        let (escape, sign) = sign.copied().unwrap_or(("&", "&"));
        text.push_str(sign);
        rest = &rest[escape.len()..];
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, marked: bool) -> Run {
        Run { text: text.into(), marked }
    }

    #[test]
    fn marks_become_runs() {
        let found = runs("a <mark>lease</mark> of <mark>n1</mark>");
        assert_eq!(
            found,
            [run("a ", false), run("lease", true), run(" of ", false), run("n1", true)]
        );
    }

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(runs("R &lt; W &amp;&amp; &amp;lt; &#39;"), [run("R < W && &lt; '", false)]);
    }

    #[test]
    fn a_heading_is_not_said_twice() {
        let cut = |heading: &str, html: &str| below(heading, runs(html));
        let rest = [run("A ", false), run("lease", true), run(" ends.", false)];
        assert_eq!(cut("lease read", "<mark>lease</mark> read A <mark>lease</mark> ends."), rest);
        assert_eq!(cut("lease", "<mark>leases</mark> end"), runs("<mark>leases</mark> end"));
        assert_eq!(cut("lease", "<mark>lease</mark>"), [run("lease", true)]);
        assert_eq!(cut("ü", "ü ü"), [run("ü", false)]);
    }

    #[test]
    fn what_is_not_ours_stays_text() {
        let strange = "<script>x</script><mark>open &unknown; & ü";
        let wanted = [run("<script>x</script>", false), run("open &unknown; & ü", true)];
        assert_eq!(runs(strange), wanted);
        assert!(runs("").is_empty());
    }
}
