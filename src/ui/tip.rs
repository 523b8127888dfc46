//! Tips for people: one with a small thing to do today and a pair of sentences from the rules; all of them by principle.

use crate::audit::Standing;
use crate::model::Language;
use crate::rules::{Pair, Principle, Tip};
use crate::text::plain_line;
use crate::tips::ShownTip;
use crate::ui::said::say;

/// A tip in words, by part: a front end puts each where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TipWords {
    /// The name of the principle.
    pub title: Option<String>,
    /// What the tip says.
    pub text: String,
    /// What to do today.
    pub today: Option<String>,
    /// What to say in place of what.
    pub pair: Option<String>,
}

impl TipWords {
    /// The words of a tip, said in a language.
    pub fn of(shown: &ShownTip, language: Language) -> TipWords {
        let name = |principle: &Principle| principle.name(language.key()).map(plain_line);
        TipWords {
            title: shown.principle.as_ref().and_then(name),
            text: plain_line(&shown.tip.text),
            today: shown.tip.today.as_ref().map(|today| self::today(&plain_line(today), language)),
            pair: shown.pair.as_ref().map(|pair| self::pair(pair, language)),
        }
    }
}

/// A tip in plain text, a part a line; ends with a line break.
pub fn tip(shown: &ShownTip, language: Language) -> String {
    let words = TipWords::of(shown, language);
    let lines = [words.title, Some(words.text), words.today, words.pair];
    lines.into_iter().flatten().map(|line| line + "\n").collect()
}

/// What to say in place of what, in one sentence.
pub fn pair(pair: &Pair, language: Language) -> String {
    let [avoid, prefer] = [&pair.avoid, &pair.prefer]
        .map(|said| plain_line(said).trim_end_matches(['.', ',']).to_owned());
    say!(language, "Αντί για «{avoid}», πείτε «{prefer}».", "Instead of “{avoid}”, say “{prefer}”.",)
}

fn today(today: &str, language: Language) -> String {
    say!(language, "Σήμερα: {today}", "Today: {today}")
}

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
