//! What a reader predicted, stage by stage, as it is stored.
use super::settings::strange;
use engine::kernel::sort_by_key;

/// What a reader said before a stage ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prediction {
    /// One of the choices, by its place.
    Choice(usize),
    /// Nothing.
    Skipped,
}

/// What a reader said of the stages of one scenario, by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Predictions(Vec<(usize, Prediction)>);

impl Predictions {
    /// Under which name those of a scenario are kept.
    pub fn name(scenario: &str) -> String {
        format!("predictions {scenario}")
    }

    /// Reads "0=2 1=skip", and says what could not be read.
    pub fn parse(text: &str) -> (Predictions, Option<String>) {
        let (mut all, mut odd) = (Predictions::default(), None);
        for word in text.split_whitespace() {
            let (stage, said) = word.split_once('=').unwrap_or_default();
            match (stage.parse(), said, said.parse()) {
                (Ok(stage), "skip", _) => all.set(stage, Prediction::Skipped),
                (Ok(stage), _, Ok(choice)) => all.set(stage, Prediction::Choice(choice)),
                _ => odd = Some(strange("prediction", word)),
            }
        }
        (all, odd)
    }

    /// Writes them so that [`Predictions::parse`] reads them back.
    pub fn write(&self) -> String {
        let word = |(stage, said): &(usize, Prediction)| match said {
            Prediction::Choice(choice) => format!("{stage}={choice}"),
            Prediction::Skipped => format!("{stage}=skip"),
        };
        self.0.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    /// What was said of a stage.
    pub fn of(&self, stage: usize) -> Option<Prediction> {
        self.0.iter().find(|(known, _)| *known == stage).map(|(_, said)| *said)
    }

    /// Says something of a stage.
    pub fn set(&mut self, stage: usize, said: Prediction) {
        self.forget(stage);
        self.0.push((stage, said));
        sort_by_key(&mut self.0, |(stage, _)| *stage);
    }

    /// Says nothing of a stage any more.
    pub fn forget(&mut self, stage: usize) {
        self.0.retain(|(known, _)| *known != stage);
    }

    /// All choices: the stage and the place of the choice.
    pub fn choices(&self) -> impl Iterator<Item = (usize, usize)> {
        self.0.iter().filter_map(|(stage, said)| match said {
            Prediction::Choice(choice) => Some((*stage, *choice)),
            Prediction::Skipped => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_read_back() {
        let mut all = Predictions::default();
        all.set(2, Prediction::Skipped);
        all.set(0, Prediction::Choice(1));
        all.set(0, Prediction::Choice(3));
        assert_eq!(all.write(), "0=3 2=skip");
        assert_eq!(Predictions::parse(&all.write()), (all, None));
    }

    #[test]
    fn what_is_spoilt_is_said_and_left_out() {
        let (all, odd) = Predictions::parse("x=1 1= =2 <script> 2=99999999999999999999999 1=0");
        assert_eq!(all.write(), "1=0");
        assert!(odd.is_some());
    }
}
