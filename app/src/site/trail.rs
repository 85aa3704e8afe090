//! Where the reader has been: entries of the browser's history, and where each was left.

/// An entry of the history, as it is written into its state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Which page: a new number with every one that is opened.
    pub page: u32,
    /// Which entry: a place on a page has one of its own.
    pub step: u32,
}

/// Where on a page the reader was: so far below the top of the window stood the top of one of its
/// blocks. Labs above it may be higher or lower by the time one comes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Which block, counted from the first.
    pub block: usize,
    /// Where it stood, in pixels below the top of the window.
    pub below: i32,
    /// Which link had the focus, counted from the first.
    pub link: Option<usize>,
}

/// The entries of one window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Trail {
    here: Entry,
    last: u32,
    places: Vec<(u32, Place)>,
}

/// So many places are kept.
const MOST: usize = 200;

impl Entry {
    /// Reads "3.7".
    pub(super) fn parse(text: &str) -> Option<Entry> {
        let (page, step) = text.split_once('.')?;
        Some(Entry { page: page.parse().ok()?, step: step.parse().ok()? })
    }

    /// Writes it so that [`Entry::parse`] reads it back.
    pub(super) fn write(self) -> String {
        format!("{}.{}", self.page, self.step)
    }
}

impl Trail {
    /// The name under which a window keeps it.
    pub(super) const NAME: &str = "trail";

    /// Reads "9 3=12:-40: 4=0:7:31": the last number, and what is known of some. What cannot be
    /// read is forgotten: it only says how far a page was scrolled.
    pub(super) fn parse(text: &str) -> Trail {
        let mut words = text.split_whitespace();
        let last = words.next().and_then(|word| word.parse().ok()).unwrap_or_default();
        let place = |word: &str| {
            let (step, place) = word.split_once('=')?;
            let mut numbers = place.splitn(3, ':');
            let block = numbers.next()?.parse().ok()?;
            let below = numbers.next()?.parse().ok()?;
            let link = numbers.next()?.parse().ok();
            Some((step.parse().ok()?, Place { block, below, link }))
        };
        Trail { here: Entry::default(), last, places: words.filter_map(place).collect() }
    }

    /// Writes it so that [`Trail::parse`] reads it back.
    pub(super) fn write(&self) -> String {
        let word = |(step, Place { block, below, link }): &(u32, Place)| {
            let link = link.map_or(String::new(), |link| link.to_string());
            format!(" {step}={block}:{below}:{link}")
        };
        format!("{}{}", self.last, self.places.iter().map(word).collect::<String>())
    }

    /// The entry that is shown.
    pub(super) fn here(&self) -> Entry {
        self.here
    }

    /// The reader was here when another entry was opened.
    pub(super) fn leave(&mut self, place: Place) {
        let step = self.here.step;
        self.places.retain(|(known, _)| *known != step);
        self.places.push((step, place));
        let many = self.places.len().saturating_sub(MOST);
        self.places.drain(..many);
    }

    /// Another page is opened.
    pub(super) fn onward(&mut self) -> Entry {
        self.last = self.last.saturating_add(1);
        self.here = Entry { page: self.last, step: self.last };
        self.here
    }

    /// Another place on the same page is opened.
    pub(super) fn within(&mut self) -> Entry {
        self.last = self.last.saturating_add(1);
        self.here.step = self.last;
        self.here
    }

    /// The browser went to an entry that is known. Is the same page shown, and where was it left?
    pub(super) fn turn_to(&mut self, entry: Entry) -> (bool, Option<Place>) {
        let same = entry.page == self.here.page;
        self.last = self.last.max(entry.page).max(entry.step);
        self.here = entry;
        let found = self.places.iter().find(|(step, _)| *step == entry.step);
        (same, found.map(|(_, place)| *place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(block: usize) -> Place {
        Place { block, below: -3, link: (block > 9).then_some(block + 1) }
    }

    #[test]
    fn back_and_forward_lead_to_where_one_was() {
        let mut trail = Trail::default();
        let home = trail.onward();
        trail.leave(at(4));
        let chapter = trail.onward();
        trail.leave(at(10));
        let section = trail.within();
        assert_eq!(section.page, chapter.page);
        trail.leave(at(20));
        assert_eq!(trail.turn_to(chapter), (true, Some(at(10))));
        trail.leave(at(11));
        assert_eq!(trail.turn_to(home), (false, Some(at(4))));
        assert_eq!(trail.turn_to(chapter), (false, Some(at(11))));
        assert_eq!(trail.turn_to(section), (true, Some(at(20))));
    }

    #[test]
    fn a_window_that_is_loaded_again_knows_its_trail() {
        let mut trail = Trail::default();
        let first = trail.onward();
        trail.leave(at(2));
        let second = trail.onward();
        trail.leave(at(3));
        let mut again = Trail::parse(&trail.write());
        assert_eq!(again.turn_to(second).1, Some(at(3)));
        assert_eq!(again.turn_to(first), (false, Some(at(2))));
        let third = again.onward();
        assert!(third != first && third != second);
        assert_eq!(Entry::parse(&second.write()), Some(second));
    }

    #[test]
    fn what_is_spoilt_is_forgotten() {
        for hostile in ["", "x", "-1 a=b", "99999999999999 1=2", "3 =:", "3 1=1 2=¿:1:"] {
            assert!(Trail::parse(hostile).places.is_empty(), "{hostile}");
        }
        for hostile in ["", "1", "1.2.3", "a.b", "1.-2"] {
            assert_eq!(Entry::parse(hostile), None, "{hostile}");
        }
        let mut trail = Trail::parse("0");
        assert_eq!(trail.turn_to(Entry { page: 7, step: 9 }), (false, None));
        assert_eq!(trail.onward().step, 10);
    }

    #[test]
    fn old_places_go() {
        let mut trail = Trail::default();
        for _ in 0..MOST + 9 {
            trail.onward();
            trail.leave(at(1));
        }
        assert_eq!(trail.places.len(), MOST);
        assert_eq!(trail.places.first().map(|(step, _)| *step), Some(10));
    }
}
