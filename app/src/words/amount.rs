//! Amounts, as readers write them into fields and read them beside.
use engine::kernel::{Instant, Unit};

/// An amount with its unit: "200 ms", "-55 %". Rates that are not tiny are told in hundredths.
pub fn amount(unit: Unit, value: i64) -> String {
    match unit {
        Unit::Ppm if value.abs() >= 1_000 && value % 100 == 0 => {
            let (size, sign) = (value.abs() / 100, if value < 0 { "-" } else { "" });
            let text = format!("{sign}{}.{:02}", size / 100, size % 100);
            format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
        }
        Unit::Span if value == 0 => "0 s".into(),
        unit => unit.write(value),
    }
}

/// The number and the unit of an amount, for a field and the word beside it.
pub fn parted(unit: Unit, value: i64) -> (String, String) {
    let written = amount(unit, value);
    let (number, unit) = written.split_once(' ').unwrap_or((&written, ""));
    (number.to_owned(), unit.to_owned())
}

/// From where to where amounts may go: "-99.9 % to 900 %".
pub fn range(unit: Unit, (least, most): (i64, i64)) -> String {
    format!("{} to {}", amount(unit, least), amount(unit, most))
}

/// Reads an amount; a bare number is in the unit that stands beside the field. What is wrong
/// with it is one sentence.
pub fn read_amount(
    unit: Unit,
    allowed: (i64, i64),
    beside: &str,
    text: &str,
) -> Result<i64, String> {
    let plain = text.trim().replace(['−', '–'], "-").replace(',', ".");
    let bare = plain.ends_with(|last: char| last.is_ascii_digit() || last == '.');
    let plain = if bare { format!("{plain} {beside}") } else { plain };
    let said: String = text.trim().chars().take(40).collect();
    match unit.parse(&plain) {
        Ok(value) if (allowed.0..=allowed.1).contains(&value) => Ok(value),
        Ok(_) => Err(format!("“{said}” is not in the range of {}.", range(unit, allowed))),
        Err(_) => Err(format!("“{said}” is not {}.", unit.expects().replace('`', ""))),
    }
}

/// An instant of a run, for a field: seconds, to the millisecond.
pub fn instant(at: Instant) -> String {
    let text = format!("{}.{:03}", at.0 / 1_000_000_000, at.0 / 1_000_000 % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Reads an instant of a run that ends at another.
pub fn read_instant(end: Instant, text: &str) -> Result<Instant, String> {
    let nanos = read_amount(Unit::Span, (0, end.0.cast_signed()), "s", text)?;
    Ok(Instant(nanos.cast_unsigned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRIFT: (i64, i64) = (-999_000, 9_000_000);

    #[test]
    fn amounts_are_written_as_readers_would() {
        let shown = [(Unit::Ppm, -550_000), (Unit::Ppm, 200), (Unit::Span, 0), (Unit::Count, 7)];
        let shown = shown.map(|(unit, value)| amount(unit, value));
        assert_eq!(shown, ["-55 %", "200 ppm", "0 s", "7"]);
        assert_eq!(range(Unit::Ppm, DRIFT), "-99.9 % to 900 %");
        assert_eq!(parted(Unit::Span, 200_000_000), ("200".into(), "ms".into()));
        assert_eq!(parted(Unit::Count, 3), ("3".into(), String::new()));
    }

    #[test]
    fn a_bare_number_is_in_the_unit_beside_the_field() {
        let read = |text| read_amount(Unit::Ppm, DRIFT, "%", text);
        assert_eq!(read("−50"), Ok(-500_000));
        assert_eq!(read(" 12,5 "), Ok(125_000));
        assert_eq!(read("300 ppm"), Ok(300));
        assert_eq!(read_amount(Unit::Count, (0, 9), "", "4"), Ok(4));
    }

    #[test]
    fn what_is_wrong_is_one_sentence() {
        let wrong = |text| read_amount(Unit::Span, (0, 60_000_000_000), "ms", text).unwrap_err();
        assert_eq!(wrong("soon"), "“soon” is not a time such as 300 ms or 1.5 s.");
        assert_eq!(wrong("70 s"), "“70 s” is not in the range of 0 s to 60 s.");
        assert_eq!(wrong(""), "“” is not a time such as 300 ms or 1.5 s.");
    }

    #[test]
    fn instants_are_seconds() {
        let end = Instant(16_000_000_000);
        assert_eq!(instant(Instant(2_400_000_000)), "2.4");
        assert_eq!(instant(Instant(0)), "0");
        assert_eq!(read_instant(end, "2.45"), Ok(Instant(2_450_000_000)));
        assert_eq!(read_instant(end, "50 ms"), Ok(Instant(50_000_000)));
        assert!(read_instant(end, "-1").is_err() && read_instant(end, "17").is_err());
    }
}
