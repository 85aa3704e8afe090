//! The lines that are pasted into another page.
use super::Offer;
use crate::state::Hidden;
use engine::scenario::decode;

/// How high labs are in a wide frame, in pixels: most, and those with many rows (docs/embed.md).
const HIGH: u32 = 1260;
const HIGHER: u32 = 1510;

/// What was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wish {
    /// The lab, as a place in the list.
    pub lab: usize,
    /// The stage, counted from 0.
    pub stage: usize,
    /// A run of somebody's own, as links name it.
    pub run: String,
    /// Another draw.
    pub seed: String,
    /// A theme, if it is not to take after its page.
    pub theme: String,
    /// Parts that are left out.
    pub hidden: Hidden,
}

impl Wish {
    /// The stage as addresses count.
    pub(super) fn number(&self) -> usize {
        self.stage + 1
    }

    /// Parts that are left out, as attributes name them.
    pub(super) fn hide(&self) -> String {
        self.hidden.names()
    }

    /// Another run. It brings its lab and its stage along, so that the picture is one of it.
    pub(super) fn with_run(self, run: String, labs: &[Offer]) -> Wish {
        let link = decode(&run).ok();
        let found = link.and_then(|link| {
            let lab = labs.iter().position(|lab| lab.scenario == link.run.scenario)?;
            Some((lab, link.run.stage))
        });
        let (lab, stage) = found.unwrap_or((self.lab, self.stage));
        Wish { lab, stage, run, ..self }
    }

    /// The run, if there is one that this lab can take.
    pub(super) fn run(&self, lab: &Offer) -> Option<String> {
        Some(self.run.clone()).filter(|run| !run.is_empty() && self.odd_run(lab).is_none())
    }

    /// The seed, if there is one that can be used.
    pub(super) fn seed(&self) -> Option<String> {
        Some(self.seed.clone()).filter(|seed| seed.parse::<u64>().is_ok())
    }

    /// Why the run that was pasted is left out, in one sentence.
    pub(super) fn odd_run(&self, lab: &Offer) -> Option<String> {
        match decode(&self.run) {
            _ if self.run.is_empty() => None,
            Err(why) => Some(format!("{why} Until then the run is left out.")),
            Ok(link) if link.run.scenario == lab.scenario => None,
            Ok(link) => {
                let other: String = link.run.scenario.chars().take(40).collect();
                Some(format!("The run is one of the lab “{other}”; here it is left out."))
            }
        }
    }

    /// Why the seed is left out, in one sentence.
    pub(super) fn odd_seed(&self) -> Option<String> {
        let is_odd = !self.seed.is_empty() && self.seed().is_none();
        is_odd.then(|| "A seed is a whole number from 0 on; this one is left out.".into())
    }

    /// What was chosen beside the lab and its stage: names and values, safe to be written.
    fn more(&self, lab: &Offer) -> Vec<(&'static str, String)> {
        let all = [
            ("run", escaped(&self.run(lab).unwrap_or_default())),
            ("seed", self.seed().unwrap_or_default()),
            ("theme", self.theme.clone()),
            ("hide", self.hide()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The element with its script, for a copy of the site at an address.
    pub(super) fn element(&self, lab: &Offer, home: &str) -> String {
        let shown = lab.stages.get(self.stage).map_or("", String::as_str);
        let more = self.more(lab);
        let more: Vec<(&str, &str)> = more.iter().map(|(name, value)| (*name, &**value)).collect();
        element(home, (&lab.scenario, self.number(), &lab.title, shown), &more)
    }

    /// The plain frame.
    pub(super) fn frame(&self, lab: &Offer, home: &str) -> String {
        let mut query = format!("v=1&amp;scenario={}&amp;stage={}", lab.scenario, self.number());
        for (name, value) in self.more(lab) {
            query.push_str(&format!("&amp;{name}={value}"));
        }
        format!(
            "<iframe class=\"dst-frame\" src=\"{home}embed/?{query}\"\n  title=\"Lab: {}\" \
             width=\"100%\" height=\"{}\" loading=\"lazy\"></iframe>",
            escaped(&lab.title),
            if lab.many { HIGHER } else { HIGH },
        )
    }
}

/// The element with its script, for a copy of the site at an address: of which scenario and stage,
/// counted from 1, with their titles; attributes that say nothing are left out.
pub fn element(
    home: &str,
    (id, stage, title, shown): (&str, usize, &str, &str),
    given: &[(&str, &str)],
) -> String {
    let (title, shown) = (escaped(title), escaped(shown));
    let said = given.iter().filter(|(_, value)| !value.is_empty());
    let more: String = said.map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
    // The way to the lab leads to what is shown.
    let run = given.iter().find(|(name, value)| *name == "run" && !value.is_empty());
    let what = run.map_or(format!("stage={stage}"), |(_, run)| format!("run={run}"));
    format!(
        "<script async src=\"{home}embed.js\"></script>\n\
         <dst-lab scenario=\"{id}\" stage=\"{stage}\"{more} label=\"{title}\">\n  \
         {title}: {shown}.\n  \
         <a href=\"{home}play/{id}/?{what}\">Open the lab</a>\n</dst-lab>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Part;
    use engine::scenario::{Link, Run, encode};

    #[test]
    fn a_run_brings_its_lab_and_its_stage_and_what_is_none_is_left_out() {
        let lab = |name: &str| Offer {
            scenario: name.into(),
            title: name.into(),
            stages: vec!["One".into(), "Two".into()],
            many: false,
        };
        let labs = [lab("ch01-cap"), lab("ch03-raft")];
        let run = Run { scenario: "ch03-raft".into(), stage: 1, ..Run::default() };
        let code = encode(&Link { run, ..Link::default() });
        let wish = Wish::default().with_run(code.clone(), &labs);
        assert_eq!((wish.lab, wish.stage, wish.odd_run(&labs[1])), (1, 1, None));
        let text = wish.element(&labs[1], "/");
        assert!(text.contains(&format!("stage=\"2\" run=\"{code}\"")), "{text}");
        assert!(text.contains(&format!("href=\"/play/ch03-raft/?run={code}\"")), "{text}");
        assert!(wish.odd_run(&labs[0]).is_some_and(|says| says.contains("“ch03-raft”")));
        let odd = Wish { seed: "1e3".into(), ..Wish::default() }.with_run("zzz".into(), &labs);
        assert!(odd.odd_run(&labs[0]).is_some() && odd.odd_seed().is_some());
        let text = odd.element(&labs[0], "/") + &odd.frame(&labs[0], "/");
        assert!(!text.contains("run=") && !text.contains("seed="), "{text}");
    }

    #[test]
    fn what_is_pasted_says_what_was_chosen() {
        let lab = Offer {
            scenario: "ch01-cap".into(),
            title: "A & B".into(),
            stages: vec!["One".into(), "Two \"twice\"".into()],
            many: true,
        };
        let mut wish = Wish { stage: 1, ..Wish::default() };
        let text = wish.element(&lab, "https://b.example/x/");
        for part in [
            "src=\"https://b.example/x/embed.js\"",
            "<dst-lab scenario=\"ch01-cap\" stage=\"2\" label=\"A &amp; B\">",
            "A &amp; B: Two &quot;twice&quot;.",
            "href=\"https://b.example/x/play/ch01-cap/?stage=2\"",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        wish.theme = "dark".into();
        wish.seed = "7".into();
        wish.hidden = Hidden::default().with(Part::Matrix).with(Part::Rules);
        assert!(
            wish.element(&lab, "/")
                .contains(" seed=\"7\" theme=\"dark\" hide=\"matrix,rules\" label=")
        );
        let frame = wish.frame(&lab, "/");
        assert!(
            frame.contains("stage=2&amp;seed=7&amp;theme=dark&amp;hide=matrix,rules\""),
            "{frame}"
        );
        assert!(frame.contains(" height=\"1510\" "), "{frame}");
    }
}
