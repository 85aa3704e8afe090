//! Citations: `[@key, section 2]` becomes a link that the renderer knows.

/// With this begins the link of a citation.
pub(super) const SCHEME: &str = "cite:";

/// A text in which every citation is a link to its work.
pub(super) fn as_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("[@") {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let cited = after.find(']').map(|end| (&after[2..end], &after[end + 1..]));
        let Some((cited, behind)) = cited.filter(|(cited, _)| !cited.contains('\n')) else {
            out.push_str("[@");
            rest = &after[2..];
            continue;
        };
        let (key, place) = cited.split_once(',').unwrap_or((cited, ""));
        let place = place.trim();
        out.push_str(&format!("[{place}]({SCHEME}{})", key.trim()));
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::as_links;

    #[test]
    fn a_citation_becomes_a_link() {
        assert_eq!(as_links("so [@a-1999] it is"), "so [](cite:a-1999) it is");
        assert_eq!(as_links("[@a-1999, section 2]."), "[section 2](cite:a-1999).");
        assert_eq!(as_links("[a](b) [@open"), "[a](b) [@open");
    }
}
