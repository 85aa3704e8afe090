//! A QR code, drawn from the text that it carries.
use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

/// What is longer, in bytes, becomes too fine to be read from a screen.
pub const QR_LONGEST: usize = 400;

/// Draws the code of a text with its quiet zone, dark on light in every theme; nothing if the text
/// is too long.
pub fn qr(text: &str, label: impl Into<AttrValue>) -> Html {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok();
    let Some(code) = code.filter(|_| text.len() <= QR_LONGEST) else { return html! {} };
    let side = (code.size() + 8).to_string();
    let view = format!("0 0 {side} {side}");
    let label: AttrValue = label.into();
    html! {
        <svg class="qr" viewBox={view} width={side.clone()} height={side.clone()} role="img"
            aria-label={label} shape-rendering="crispEdges">
            <rect width={side.clone()} height={side} fill="white" />
            <path d={trace(&code)} fill="black" />
        </svg>
    }
}

/// One stroke for each run of dark dots in a row.
fn trace(code: &QrCode) -> String {
    let mut d = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size()).take_while(|at| code.get_module(*at, y)).count() as i32;
            if dark > 0 {
                d.push_str(&format!("M{} {}h{dark}v1h-{dark}z", x + 4, y + 4));
            }
            x += dark + 1;
        }
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners() {
        let code = QrCode::encode_text("https://book.example/", QrCodeEcc::Low).expect("short");
        let d = trace(&code);
        let last = code.size() - 3;
        assert!(d.starts_with("M4 4h7v1h-7z"));
        assert!(d.contains(&format!("M{last} 4h7v1h-7z")) && d.contains(&format!("M4 {}", last)));
    }
}
