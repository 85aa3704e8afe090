//! What a new file begins with.

/// A module that says what it is, with a test that fails until it does something.
pub(super) fn module(name: &str) -> String {
    let spoken = name.replace('_', " ");
    format!(
        "//! {}: say in one sentence what lives here.\n\
         \n\
         #[cfg(test)]\n\
         mod tests {{\n\
         \x20   #[test]\n\
         \x20   fn does_what_its_paper_says() {{\n\
         \x20       panic!(\"the first example of the paper on {spoken} is not yet here\");\n\
         \x20   }}\n\
         }}\n",
        capital(&spoken)
    )
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::module;

    #[test]
    fn begins_with_a_sentence_and_a_failing_test() {
        let text = module("two_phase");
        assert!(text.starts_with("//! Two phase: say in one sentence what lives here.\n"));
        assert!(text.contains("#[test]") && syn::parse_file(&text).is_ok());
    }
}
