//! Mathematics: LaTeX to MathML, when the book is built.
use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser, Storage, push_mathml};

/// A formula, in the line or on a line of its own.
pub(super) fn mathml(latex: &str, display: bool) -> Result<String, String> {
    let storage = Storage::new();
    let events = Parser::new(latex, &storage).collect::<Result<Vec<_>, _>>();
    let events =
        events.map_err(|error| format!("the formula `{latex}` makes no sense: {error}"))?;
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    let mut html = String::new();
    let events = events.into_iter().map(Ok::<_, std::convert::Infallible>);
    push_mathml(&mut html, events, config).map_err(|error| error.to_string())?;
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::mathml;

    #[test]
    fn a_formula_becomes_mathml() {
        let html = mathml(r"L \le E\,\frac{1-\rho}{1+\rho}", true).expect("a formula");
        assert!(html.contains("<mfrac>") && html.contains("block"), "{html}");
        assert!(mathml(r"\frac{1}", false).is_err());
    }
}
