//! How wide texts are in the page's sans face, by its letters.
//!
//! Read out of `static/fonts/book-sans.woff2`, in thousandths of the size. A browser is not asked:
//! the same words stand in the same places everywhere, so that what tests find to be free is free
//! for readers too, and asking for texts that count was a tenth of a frame's work.

/// From the space to the tilde, regular.
const REGULAR: [u16; 95] = [
    236, 284, 419, 713, 598, 927, 694, 242, 335, 335, 450, 600, 272, 399, 272, 383, 600, 600, 600,
    600, 600, 600, 600, 600, 600, 600, 292, 292, 600, 600, 600, 477, 891, 641, 653, 621, 671, 583,
    559, 695, 707, 400, 510, 634, 501, 812, 707, 708, 606, 708, 640, 581, 572, 678, 609, 891, 613,
    593, 580, 317, 383, 317, 600, 565, 600, 534, 580, 503, 580, 549, 324, 528, 568, 250, 250, 527,
    272, 873, 568, 560, 580, 580, 367, 487, 351, 568, 492, 768, 507, 499, 464, 343, 314, 343, 600,
];

/// The same, bold.
const BOLD: [u16; 95] = [
    236, 309, 471, 656, 600, 960, 713, 260, 337, 337, 556, 600, 299, 402, 299, 437, 600, 600, 600,
    600, 600, 600, 600, 600, 600, 600, 319, 319, 600, 600, 600, 493, 899, 672, 663, 642, 689, 600,
    577, 712, 719, 423, 545, 678, 521, 817, 719, 712, 641, 712, 664, 611, 580, 689, 638, 949, 655,
    632, 599, 329, 437, 329, 600, 559, 600, 559, 600, 513, 600, 558, 350, 545, 588, 275, 275, 562,
    294, 888, 588, 563, 600, 600, 393, 499, 374, 588, 524, 819, 544, 524, 502, 363, 376, 363, 600,
];

/// Wider than most letters that are in neither table.
const OTHER: u16 = 880;
/// The thin space, and other narrow signs of the text.
const NARROW: u16 = 350;

/// The width of a text in the sans face, in pixels; `tenths` is its size in tenths of a pixel.
pub fn text_width(text: &str, tenths: u16, bold: bool) -> f64 {
    let table = if bold { &BOLD } else { &REGULAR };
    let advance = |letter: char| match (letter as usize).checked_sub(32) {
        Some(place) if place < table.len() => table[place],
        _ if "\u{202f}·’".contains(letter) => NARROW,
        _ => OTHER,
    };
    let sum: u32 = text.chars().map(|letter| u32::from(advance(letter))).sum();
    f64::from(sum) * f64::from(tenths) / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_face() {
        // As Chromium measures them with the face, 12.5 px and 16 px bold.
        assert!((text_width("its clock 2.840", 125, false) - 82.46).abs() < 0.01);
        assert!((text_width("n1", 160, true) - 19.01).abs() < 0.01);
        assert!(text_width("−×", 100, false) > text_width("xx", 100, false));
    }
}
