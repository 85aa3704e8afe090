//! Styles that only a running lab needs: a page of text names them, and the program adds them.

/// The files below `static/css`, without their ending; in `index.html` they follow one another.
const LAB: [&str; 7] = ["lab", "panels", "views", "diagrams", "menu", "share", "lecture"];

/// A shell that names the styles of labs where it would have loaded them.
pub(super) fn later(shell: &str) -> String {
    let (mut out, mut named, mut place) = (String::new(), Vec::new(), None);
    let mut rest = shell;
    while let Some(at) = rest.find("<link ") {
        let Some(length) = rest[at..].find('>') else { break };
        let (before, tag) = (&rest[..at], &rest[at..=at + length]);
        out.push_str(before);
        match of_lab(tag) {
            Some(address) => {
                place.get_or_insert(out.len());
                named.push(address);
            }
            None => out.push_str(tag),
        }
        rest = &rest[at + length + 1..];
    }
    out.push_str(rest);
    if let Some(place) = place {
        out.insert_str(
            place,
            &format!("<meta name=\"lab-styles\" content=\"{}\" />", named.join(" ")),
        );
    }
    out
}

/// The address of a sheet that only labs need, "/lab-1f3a.css".
fn of_lab(tag: &str) -> Option<&str> {
    let (_, from) = tag.split_once("href=\"")?;
    let (address, _) = from.split_once('"')?;
    let file = address.rsplit('/').next()?.strip_suffix(".css")?;
    let name = file.split_once('-').map_or(file, |(name, _)| name);
    LAB.contains(&name).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_labs_need_is_named_where_it_stood() {
        let shell = "<link rel=\"stylesheet\" href=\"/x/page-1a.css\"/><link rel=\"stylesheet\" \
                     href=\"/x/lab-2b.css\"/>\n<link rel=\"stylesheet\" href=\"/x/menu-3c.css\"/>\
                     <link rel=\"icon\" href=\"/x/lab.svg\"/>";
        assert_eq!(
            later(shell),
            "<link rel=\"stylesheet\" href=\"/x/page-1a.css\"/><meta name=\"lab-styles\" \
             content=\"/x/lab-2b.css /x/menu-3c.css\" />\n<link rel=\"icon\" href=\"/x/lab.svg\"/>"
        );
    }

    #[test]
    fn every_sheet_of_labs_is_in_the_shell_one_after_another() {
        let shell = include_str!("../../../index.html");
        let sheets: Vec<_> = shell.lines().filter(|line| line.contains("rel=\"css\"")).collect();
        let first = sheets.iter().position(|line| of_lab(line).is_some()).expect("a sheet");
        let own: Vec<_> =
            sheets[first..first + LAB.len()].iter().map(|line| of_lab(line)).collect();
        assert!(own.iter().all(Option::is_some), "{own:?}");
    }
}
