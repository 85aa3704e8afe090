//! A state that somebody prepares for others, as the address under which they open it.
use super::lecture::{Entry, parse_order, write_order};
use super::{Hidden, Shown};
use engine::scenario::decode;

/// What is prepared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prepared {
    /// The scenario's name.
    pub scenario: String,
    /// The stage, counted from 0.
    pub stage: usize,
    /// The code of a whole run instead of the stage as it stands in the book.
    pub run: Option<String>,
    /// How it is shown.
    pub shown: Shown,
    /// The colours; the reader's own where none are named.
    pub theme: Option<&'static str>,
    /// It plays as soon as it is there.
    pub plays: bool,
    /// What is hidden.
    pub hidden: Hidden,
    /// The stages of a lecture over several labs; without any it is one over the lab.
    pub order: Vec<Entry>,
}

impl Prepared {
    /// Below the home of the site: "play/ch01-cap-partition/?stage=2&hide=rules". What the chosen
    /// view does not heed is left out.
    pub fn address(&self) -> String {
        let mut words = Vec::new();
        words.extend(self.shown.name().map(|name| format!("view={name}")));
        let first = self.order.first().filter(|_| self.shown == Shown::Lecture);
        match &self.run {
            _ if first.is_some() => words.push(format!("order={}", write_order(&self.order))),
            // A question belongs to a stage, not to a run.
            Some(code) if self.shown != Shown::Ask => words.push(format!("run={code}")),
            _ => words.push(format!("stage={}", self.stage + 1)),
        }
        if self.shown == Shown::Lab {
            words.extend(self.plays.then(|| "play=1".into()));
            let hidden = self.hidden.names();
            words.extend((!hidden.is_empty()).then(|| format!("hide={hidden}")));
        }
        words.extend(self.theme.map(|theme| format!("theme={theme}")));
        let lab = first.map_or(&self.scenario, |first| &first.scenario);
        format!("play/{lab}/?{}", words.join("&"))
    }

    /// Takes up what somebody pasted: an address with a run or a running order in it, or the code
    /// of a run alone. The answer to what is neither is one sentence; so is what of an order cannot
    /// be read, and is skipped.
    pub fn take_up(&mut self, pasted: &str) -> Result<Option<String>, String> {
        let pasted = pasted.trim();
        if pasted.is_empty() {
            self.run = None;
            return Ok(None);
        }
        let asked = pasted.split_once('?').map(|(_, query)| query);
        let of = |name: &str| {
            let mut pairs = asked?.split(['&', '#']).filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
        };
        let code = match (asked, of("order"), of("run")) {
            (_, Some(order), _) => return self.take_up_order(order),
            (_, _, Some(code)) => code,
            (Some(_), ..) => return Err(NO_RUN.into()),
            (None, ..) => pasted,
        };
        let link = decode(code)?;
        (self.scenario, self.stage) = (link.run.scenario.clone(), link.run.stage);
        self.run = Some(code.to_owned());
        Ok(None)
    }

    /// Takes up a running order, as the query of an address has it.
    fn take_up_order(&mut self, order: &str) -> Result<Option<String>, String> {
        let (order, odd) = parse_order(&order.replace("%2C", ",").replace("%3A", ":"));
        if order.is_empty() {
            return Err(odd.unwrap_or_else(|| "The running order is empty.".into()));
        }
        (self.order, self.shown, self.run) = (order, Shown::Lecture, None);
        Ok(odd)
    }
}

const NO_RUN: &str = "This address carries neither a run nor a running order; open a lab, change \
                      it, and copy the address that it then has.";

#[cfg(test)]
mod tests {
    use super::super::lecture::Entry;
    use super::super::{Part, sample};
    use super::{Hidden, Prepared, Shown};
    use engine::scenario::encode;

    fn prepared() -> Prepared {
        Prepared { scenario: "ch01-cap-partition".into(), stage: 1, ..Prepared::default() }
    }

    #[test]
    fn only_what_the_view_heeds_is_in_the_address() {
        let hidden = Hidden::default().with(Part::Rules).with(Part::Faults);
        let full = Prepared { plays: true, hidden, theme: Some("projector"), ..prepared() };
        assert_eq!(
            full.address(),
            "play/ch01-cap-partition/?stage=2&play=1&hide=rules,faults&theme=projector"
        );
        let lecture = Prepared { shown: Shown::Lecture, ..full };
        assert_eq!(
            lecture.address(),
            "play/ch01-cap-partition/?view=lecture&stage=2&theme=projector"
        );
        let entry = |name: &str| Entry { scenario: name.into(), stage: Some(3) };
        let order = vec![entry("ch00-two-node-lease"), entry("ch01-cap-partition")];
        let several = Prepared { order, ..lecture };
        assert_eq!(
            several.address(),
            "play/ch00-two-node-lease/?view=lecture&\
             order=ch00-two-node-lease:3,ch01-cap-partition:3&theme=projector"
        );
        let lab = Prepared { shown: Shown::Lab, ..several };
        assert!(!lab.address().contains("order="), "{}", lab.address());
        assert_eq!(prepared().address(), "play/ch01-cap-partition/?stage=2");
    }

    #[test]
    fn a_run_is_taken_up_from_an_address_or_from_its_code() {
        let session = sample(900);
        let code = encode(&session.link());
        let address = format!("https://book.example/play/x/?theme=dark&run={code}&play=1#top");
        for pasted in [code.as_str(), &format!("  {code}\n"), &address] {
            let mut taken = prepared();
            assert_eq!(taken.take_up(pasted), Ok(None));
            let run = Some(code.clone());
            let stage = session.stage();
            let scenario = session.scenario().id.clone();
            assert_eq!(taken, Prepared { scenario, stage, run, ..Prepared::default() });
            let ask = Prepared { shown: Shown::Ask, ..taken.clone() };
            assert!(ask.address().ends_with("?view=ask&stage=2"), "{}", ask.address());
            assert_eq!(taken.take_up(""), Ok(None));
            assert_eq!(taken.run, None, "nothing pasted is no run");
        }
    }

    #[test]
    fn a_running_order_is_taken_up_from_the_address_of_its_lecture() {
        let entry = |name: &str, stage| Entry { scenario: name.into(), stage };
        let order = vec![entry("ch01-cap-partition", Some(2)), entry("ch00-two-node-lease", None)];
        let full = Prepared { order, shown: Shown::Lecture, ..prepared() };
        for address in [
            format!("https://book.example/{}", full.address()),
            format!("/{}", full.address().replace(':', "%3A").replace(',', "%2C")),
        ] {
            let mut taken = prepared();
            assert_eq!(taken.take_up(&address), Ok(None));
            assert_eq!(taken, full);
        }
        let mut taken = prepared();
        let odd = taken.take_up("?order=ch01-cap-partition:2,<b>").expect("one is a stage");
        assert!(odd.is_some_and(|says| says.contains("<b>")) && taken.order.len() == 1);
        let nothing = prepared().take_up("?order=,").expect_err("there is none in it");
        assert!(nothing.ends_with("is empty."), "{nothing}");
    }

    #[test]
    fn what_is_no_run_is_said_and_changes_nothing() {
        let long = "A".repeat(3_000_000);
        for pasted in ["https://book.example/play/x/?stage=2", "<script>", "1.zzzz", &long] {
            let mut taken = prepared();
            let said = taken.take_up(pasted).expect_err("it is no run");
            assert!(said.ends_with('.') && said.len() < 300, "{said}");
            assert_eq!(taken, prepared());
        }
    }
}
