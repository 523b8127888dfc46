//! The findings of a card as text: the phrase, what to say instead, and why.

use super::escape;
use super::limits::{clipped, length};
use crate::check::Finding;
use crate::check::{Card, RowPick};
use crate::model::Language;
use crate::text;
use crate::ui::{Messages, talk};

/// The longest phrase or wording that is shown in full.
const MAX_SHOWN: usize = 300;
/// Wordings that are shown besides the one that was chosen.
const MAX_OTHERS: usize = 3;

/// How much is said about a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// All of it.
    Full,
    /// Without other wordings.
    WithWhy,
    /// The phrase and what to say instead.
    Short,
}

/// Rows that fit.
#[derive(Debug, PartialEq, Eq)]
pub struct Fitted {
    /// The rows.
    pub text: String,
    /// Something was left out.
    pub is_cut: bool,
}

/// The rows of a card with as much about each as there is room for.
pub fn fitted(card: &Card, language: Language, room: usize) -> Fitted {
    for detail in [Detail::Full, Detail::WithWhy, Detail::Short] {
        let rows = Rows { card, language, detail };
        let (text, is_cut) = rows.all();
        if length(&text) <= room {
            return Fitted { text, is_cut: is_cut || detail != Detail::Full };
        }
    }
    let text = Rows { card, language, detail: Detail::Short }.first(room);
    Fitted { text, is_cut: true }
}

/// The length of the rows with the least that is said about each.
pub fn shortest(card: &Card, language: Language) -> usize {
    length(&Rows { card, language, detail: Detail::Short }.all().0)
}

struct Rows<'c> {
    card: &'c Card,
    language: Language,
    detail: Detail,
}

impl Rows<'_> {
    fn all(&self) -> (String, bool) {
        let mut is_cut = false;
        let rows = (0..self.card.rows.len()).filter_map(|row| self.row(row, &mut is_cut));
        let rows: Vec<String> = rows.collect();
        (rows.join(self.between()), is_cut)
    }

    /// As many rows as there is room for.
    fn first(&self, room: usize) -> String {
        let mut text = String::new();
        for row in 0..self.card.rows.len() {
            let Some(next) = self.row(row, &mut false) else { continue };
            if length(&text) + length(&next) + self.between().len() + 1 > room {
                text.push('…');
                break;
            }
            if !text.is_empty() {
                text.push_str(self.between());
            }
            text.push_str(&next);
        }
        text
    }

    fn between(&self) -> &'static str {
        if self.detail == Detail::Short { "\n" } else { "\n\n" }
    }

    fn row(&self, row: usize, is_cut: &mut bool) -> Option<String> {
        let finding = self.card.finding(row)?;
        let mut lines = vec![self.title(row, finding, is_cut)?];
        lines.extend(self.instead(row, finding, is_cut));
        if self.detail != Detail::Short && !self.card.pick(row).keeps() {
            let why = finding.rule.why.as_deref();
            lines.extend(
                why.map(|why| format!("{} {}", talk::WHY.to(self.language), shown(why, is_cut))),
            );
        }
        Some(lines.join("\n"))
    }

    /// `**▸ 2. «phrase»** ×2 · level`.
    fn title(&self, row: usize, finding: &Finding, is_cut: &mut bool) -> Option<String> {
        let messages = Messages::of(self.language);
        let of_many = self.card.rows.len() > 1;
        let focus = if of_many && row == self.card.focus { "▸ " } else { "" };
        let number = if of_many { format!("{focus}{}. ", row + 1) } else { String::new() };
        let here = self.card.rows.get(row)?;
        let phrase = messages.quoted(&shown(&here.phrase, is_cut));
        let level = messages.level(finding.rule.level);
        Some(format!("**{number}{phrase}**{} · {level}", here.times()))
    }

    /// What to say in place of the phrase, or that it stays.
    fn instead(&self, row: usize, finding: &Finding, is_cut: &mut bool) -> Vec<String> {
        let kept = match self.card.pick(row) {
            RowPick::Keep => Some(talk::KEPT),
            RowPick::NotAProblem => Some(talk::NOTED),
            RowPick::Fitting | RowPick::Wording(_) => None,
        };
        if let Some(kept) = kept {
            return vec![format!("= {}", kept.to(self.language))];
        }
        let messages = Messages::of(self.language);
        let mut lines: Vec<String> = Vec::new();
        match finding.applied() {
            Some(_) if finding.removes => return vec![format!("→ {}", messages.leave_out)],
            Some(chosen) => {
                lines.push(format!("→ {}", shown(&chosen.short, is_cut)));
                lines.extend(chosen.commits.then(|| format!("-# {}", messages.commits)));
            }
            None if finding.removes || finding.held.is_empty() => (),
            None if self.detail == Detail::Full => lines.push(messages.yours.to_owned()),
            None => lines.push(messages.yours_alone.to_owned()),
        }
        if self.detail == Detail::Full {
            lines.extend(self.others(finding, is_cut));
        }
        lines
    }

    /// Other wordings, in small letters.
    fn others(&self, finding: &Finding, is_cut: &mut bool) -> Vec<String> {
        let all = finding.suggestions.iter().enumerate();
        let fitting = all.filter(|(number, _)| Some(*number) != finding.chosen);
        let has_examples = finding.chosen.is_none() && !finding.removes;
        let held = finding.held.iter().filter(|held| has_examples && !held.short.is_empty());
        let others: Vec<&String> =
            fitting.map(|(_, other)| &other.short).chain(held.map(|held| &held.short)).collect();
        let also = talk::ALSO.to(self.language);
        let line = |wording: &&String| match finding.chosen {
            Some(_) => format!("-# {also} {}", shown(wording, is_cut)),
            None => format!("-# · {}", shown(wording, is_cut)),
        };
        let mut lines: Vec<String> = others.iter().take(MAX_OTHERS).map(line).collect();
        if others.len() > MAX_OTHERS {
            *is_cut = true;
            lines.push(format!("-# +{}", others.len() - MAX_OTHERS));
        }
        lines
    }
}

/// Foreign text in one line, clipped where it is very long.
fn shown(text: &str, is_cut: &mut bool) -> String {
    let line = text::plain_line(text);
    let line = line.trim();
    *is_cut |= length(line) > MAX_SHOWN;
    escape::shown(&clipped(line, MAX_SHOWN))
}
