//! All tips, for people by principle and for programs one a line.

use super::tip::TipWords;
use crate::audit::Standing;
use crate::model::Language;
use crate::rules::{Principle, Tip};
use crate::text::plain_line;
use crate::tips::ShownTip;

/// A tip of the deck, and where it comes from.
#[derive(Debug, Clone, Copy)]
pub struct ListedTip<'a> {
    pub tip: &'a Tip,
    /// The name of its file.
    pub file: &'a str,
    /// Whose it is.
    pub standing: Standing,
}

/// The tips by principle, in the order of the principles; those on none come last.
pub fn tip_list(tips: &[ListedTip<'_>], principles: &[Principle], language: Language) -> String {
    let known = |tip: &Tip| principles.iter().find(|it| tip.principle.as_ref() == Some(&it.id));
    let on = |principle: Option<&Principle>| {
        let tips = tips.iter().map(|listed| listed.tip);
        tips.filter(|tip| known(tip).map(|it| &it.id) == principle.map(|it| &it.id)).collect()
    };
    let groups = principles.iter().map(Some).chain([None]);
    let shown = groups.map(|principle| group(principle, on(principle), language));
    shown.filter(|text| !text.is_empty()).collect::<Vec<String>>().join("\n")
}

fn group(principle: Option<&Principle>, tips: Vec<&Tip>, language: Language) -> String {
    let mut text = String::new();
    for tip in tips {
        let shown = ShownTip { tip: tip.clone(), principle: principle.cloned(), pair: None };
        let words = TipWords::of(&shown, language);
        if text.is_empty() {
            let title = words.title.iter().chain(tip.principle.iter());
            title.take(1).for_each(|title| text.push_str(&format!("{}\n", plain_line(title))));
        }
        text.push_str(&format!("  {}\n    {}\n", plain_line(&tip.id), words.text));
        words.today.iter().for_each(|today| text.push_str(&format!("    {today}\n")));
    }
    text
}
