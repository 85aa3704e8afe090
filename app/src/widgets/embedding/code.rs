//! The lines that are pasted into another page.
use super::Offer;
use crate::state::Hidden;

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

    /// What was chosen beside the lab and its stage: names and values, safe to be written.
    fn more(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("run", escaped(&self.run)),
            ("seed", escaped(&self.seed)),
            ("theme", self.theme.clone()),
            ("hide", self.hide()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The element with its script, for a copy of the site at an address.
    pub(super) fn element(&self, lab: &Offer, home: &str) -> String {
        let shown = lab.stages.get(self.stage).map_or("", String::as_str);
        let more = self.more();
        let more: Vec<(&str, &str)> = more.iter().map(|(name, value)| (*name, &**value)).collect();
        element(home, (&lab.scenario, self.number(), &lab.title, shown), &more)
    }

    /// The plain frame.
    pub(super) fn frame(&self, lab: &Offer, home: &str) -> String {
        let mut query = format!("v=1&amp;scenario={}&amp;stage={}", lab.scenario, self.number());
        for (name, value) in self.more() {
            query.push_str(&format!("&amp;{name}={value}"));
        }
        format!(
            "<iframe src=\"{home}embed/?{query}\"\n  title=\"Lab: {}\" width=\"100%\" \
             height=\"760\" loading=\"lazy\"></iframe>",
            escaped(&lab.title)
        )
    }
}

/// The element with its script, for a copy of the site at an address: of which scenario and stage,
/// counted from 1, with their titles; attributes that say nothing are left out.
pub fn element(
    home: &str,
    (id, stage, title, shown): (&str, usize, &str, &str),
    more: &[(&str, &str)],
) -> String {
    let (title, shown) = (escaped(title), escaped(shown));
    let said = more.iter().filter(|(_, value)| !value.is_empty());
    let more: String = said.map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
    format!(
        "<script async src=\"{home}embed.js\"></script>\n\
         <dst-lab scenario=\"{id}\" stage=\"{stage}\"{more} label=\"{title}\">\n  \
         {title}: {shown}.\n  \
         <a href=\"{home}play/{id}/?stage={stage}\">Open the lab</a>\n</dst-lab>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Part;

    #[test]
    fn what_is_pasted_says_what_was_chosen() {
        let lab = Offer {
            scenario: "ch01-cap".into(),
            title: "A & B".into(),
            stages: vec!["One".into(), "Two \"twice\"".into()],
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
    }
}
