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
        add(marked, true);
        rest = after;
    }
    add(rest, false);
    runs
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
    fn what_is_not_ours_stays_text() {
        let strange = "<script>x</script><mark>open &unknown; & ü";
        let wanted = [run("<script>x</script>", false), run("open &unknown; & ü", true)];
        assert_eq!(runs(strange), wanted);
        assert!(runs("").is_empty());
    }
}
