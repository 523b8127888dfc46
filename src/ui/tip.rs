//! A tip for people: what it says, a small thing to do today, a pair of sentences from the rules.

use crate::model::Language;
use crate::rules::{Pair, Principle};
use crate::text::plain_line;
use crate::tips::ShownTip;

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
    match language {
        Language::El => format!("Αντί για «{avoid}», πείτε «{prefer}»."),
        Language::En => format!("Instead of “{avoid}”, say “{prefer}”."),
    }
}

fn today(today: &str, language: Language) -> String {
    match language {
        Language::El => format!("Σήμερα: {today}"),
        Language::En => format!("Today: {today}"),
    }
}
