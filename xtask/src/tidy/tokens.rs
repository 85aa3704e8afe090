//! Rust as tokens: what of it is test code, and which words stand where.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One token that is not a bracket, with what a rule wants to know of its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As written: an identifier, a literal, or one character of punctuation.
    pub text: String,
    /// Its line, from one.
    pub line: usize,
    /// Whether it is in something that only tests see.
    pub test: bool,
    /// The modules opened in this file around it.
    pub modules: Vec<String>,
}

/// All tokens of a file, brackets included as words, without comments; nothing where it is broken.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    if let Ok(stream) = text.parse::<TokenStream>() {
        walk(stream, false, &[], &mut words);
    }
    words
}

/// Lines that a literal of more than one line covers.
pub fn lines_in_literals(text: &str) -> Vec<usize> {
    fn visit(stream: TokenStream, lines: &mut Vec<usize>) {
        for token in stream {
            match token {
                TokenTree::Group(group) => visit(group.stream(), lines),
                TokenTree::Literal(literal) => {
                    let (first, last) = (literal.span().start().line, literal.span().end().line);
                    if first != last {
                        lines.extend(first..=last);
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
    let mut lines = Vec::new();
    if let Ok(stream) = text.parse() {
        visit(stream, &mut lines);
    }
    lines
}

fn walk(stream: TokenStream, test: bool, modules: &[String], words: &mut Vec<Word>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    // An attribute speaks of all that follows, to the end of its item.
    let mut item_is_test = false;
    for (at, token) in tokens.iter().enumerate() {
        let test = test || item_is_test;
        let mut word = |text: &str, line: usize| {
            words.push(Word { text: text.into(), line, test, modules: modules.to_vec() });
        };
        match token {
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                word(open, group.span_open().start().line);
                if group.delimiter() == Delimiter::Bracket && is_attribute(&tokens, at) {
                    item_is_test |= marks_test(&group.stream());
                }
                let inner = opened_module(&tokens, at, modules);
                walk(group.stream(), test, &inner, words);
                let line = group.span_close().start().line;
                words.push(Word { text: close.into(), line, test, modules: modules.to_vec() });
                if group.delimiter() == Delimiter::Brace {
                    item_is_test = false;
                }
            }
            TokenTree::Punct(punct) => {
                word(&punct.as_char().to_string(), punct.span().start().line);
                item_is_test &= punct.as_char() != ';';
            }
            TokenTree::Ident(ident) => word(&ident.to_string(), ident.span().start().line),
            TokenTree::Literal(literal) => {
                word(&literal.to_string(), literal.span().start().line);
            }
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

fn is_attribute(tokens: &[TokenTree], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let is = |token: Option<&TokenTree>, sign: char| match token {
        Some(TokenTree::Punct(punct)) => punct.as_char() == sign,
        _ => false,
    };
    is(before(1), '#') || (is(before(1), '!') && is(before(2), '#'))
}

fn marks_test(attribute: &TokenStream) -> bool {
    let text: String = attribute.to_string().split_whitespace().collect();
    text == "test" || text.starts_with("cfg(test") || text.starts_with("cfg(all(test")
}

/// The modules around the content of the bracket at `at`: one more after `mod name`.
fn opened_module(tokens: &[TokenTree], at: usize, modules: &[String]) -> Vec<String> {
    let mut inner = modules.to_vec();
    if let Some([TokenTree::Ident(keyword), TokenTree::Ident(name)]) =
        at.checked_sub(2).and_then(|from| tokens.get(from..at))
        && keyword == "mod"
    {
        inner.push(name.to_string());
    }
    inner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_only_tests_see() {
        let words = words("fn a() {}\n#[cfg(test)]\nmod tests { fn b() {} }\nfn c() {}");
        let test = |text: &str| words.iter().find(|word| word.text == text).unwrap().test;
        assert_eq!((test("a"), test("b"), test("c")), (false, true, false));
    }

    #[test]
    fn knows_lines_and_modules() {
        let words = words("mod outer {\n mod inner {\n  x\n }\n}");
        let x = words.iter().find(|word| word.text == "x").unwrap();
        assert_eq!(x.line, 3);
        assert_eq!(x.modules, ["outer", "inner"]);
    }

    #[test]
    fn finds_long_literals() {
        assert_eq!(lines_in_literals("let a = \"x\ny\";\nlet b = 1;"), [1, 2]);
    }
}
