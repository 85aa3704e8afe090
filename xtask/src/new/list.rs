//! Putting a module into the list of a `mod.rs`, where the alphabet wants it.

/// The text of a `mod.rs` with one module more, declared like its neighbours.
pub(super) fn with_module(text: &str, name: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(Into::into).collect();
    let declared = |line: &str| {
        let rest = line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("mod "))?;
        rest.strip_suffix(';').map(ToOwned::to_owned)
    };
    let modules: Vec<(usize, String)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, declared(line)?))).collect();
    let public = modules.first().is_none_or(|(at, _)| lines[*at].starts_with("pub "));
    let line = if public { format!("pub mod {name};") } else { format!("mod {name};") };
    let place = match modules.iter().find(|(_, module)| module.as_str() > name) {
        Some((at, _)) => *at,
        None => modules.last().map_or(lines.len(), |(at, _)| at + 1),
    };
    lines.insert(place, line);
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::with_module;

    #[test]
    fn keeps_the_alphabet_and_the_manner() {
        let list = "//! X.\n\nmod a;\nmod c;\n\nuse a::A;\n";
        assert_eq!(with_module(list, "b"), "//! X.\n\nmod a;\nmod b;\nmod c;\n\nuse a::A;\n");
        assert_eq!(with_module(list, "d"), "//! X.\n\nmod a;\nmod c;\nmod d;\n\nuse a::A;\n");
        assert_eq!(with_module("//! X.\n", "a"), "//! X.\npub mod a;\n");
    }
}
