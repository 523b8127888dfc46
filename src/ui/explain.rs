//! A checked draft with what was left unsaid: wordings that were held back, and rules that are silent.

use super::Said;
use super::messages::Messages;
use super::reasons::{contested as contested_by, held_back, silence};
use super::review::{Show, review};
use crate::check::rows;
use crate::engine::{Explanation, Silent};
use crate::model::Language;
use crate::text::plain_line;
use crate::ui::said::{said, say};

/// More phrases than anybody reads.
const MOST_SILENT: usize = 40;

const HELD: Said =
    said("Διατυπώσεις που έμειναν έξω, και γιατί:", "Wordings that were held back, and why:");
const SILENT: Said = said(
    "Φράσεις που βρήκα αλλά άφησα όπως είναι, και γιατί:",
    "Phrases that I found but left alone, and why:",
);
const NOTHING: Said = said(
    "Κανένας άλλος κανόνας δεν βρήκε τη φράση του εδώ.",
    "No other rule found its phrase here.",
);

/// A checked draft for people, and why nothing else was found; ends with a line break.
pub fn explanation(draft: &str, explanation: &Explanation, show: Show<'_>) -> String {
    let mut parts = vec![review(draft, &explanation.review, show)];
    parts.extend(held(draft, explanation, show.language));
    parts.push(silent(draft, &explanation.silent, show.language));
    let shown: Vec<&str> = parts.iter().map(|part| part.trim_end_matches('\n')).collect();
    format!("{}\n", shown.join("\n\n"))
}

/// The wordings of each phrase that do not come into the draft.
fn held(draft: &str, explanation: &Explanation, language: Language) -> Option<String> {
    let messages = Messages::of(language);
    let findings = &explanation.review.findings;
    let mut lines = Vec::new();
    for row in &rows(draft, findings) {
        let Some(number) = row.members.first() else { continue };
        let Some(finding) = findings.get(*number) else { continue };
        let reasons = reasons(explanation, *number, language);
        if !reasons.is_empty() {
            let phrase = messages.quoted(&row.phrase);
            lines.push(format!("  {phrase} · {}", plain_line(&finding.rule.id)));
        }
        lines.extend(reasons.iter().map(|it| format!("    · {}: {}", it.wording, it.reason)));
    }
    (!lines.is_empty()).then(|| format!("{}\n{}", HELD.to(language), lines.join("\n")))
}

/// A wording that does not come into the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptOut {
    /// What it would say, `…` standing for the draft's own words.
    pub wording: String,
    /// Why.
    pub reason: String,
}

/// The wordings of a finding that do not come into the draft, each with its reason.
pub fn reasons(explanation: &Explanation, finding: usize, language: Language) -> Vec<KeptOut> {
    let Some(found) = explanation.review.findings.get(finding) else { return Vec::new() };
    let short = |short: &str| match found.removes || short.is_empty() {
        true => Messages::of(language).leave_out.to_owned(),
        false => plain_line(short).trim().to_owned(),
    };
    let contested = explanation.contested.iter().filter(|it| it.finding == finding);
    let fitting = contested.filter_map(|it| {
        let wording = short(&found.suggestions.get(it.suggestion)?.short);
        Some(KeptOut { wording, reason: contested_by(&plain_line(&it.by.id), language) })
    });
    let held = found.held.iter().map(|held| KeptOut {
        wording: short(&held.short),
        reason: held_back(held.reason, language).to_owned(),
    });
    fitting.chain(held).collect()
}

/// The phrases whose rules are silent, each once.
fn silent(draft: &str, silent: &[Silent], language: Language) -> String {
    let mut shown: Vec<(String, usize)> = Vec::new();
    for it in silent {
        let phrase = Messages::of(language).quoted(&phrase(draft, it));
        let lines = [
            format!("  {phrase} · {}", plain_line(&it.rule.id)),
            format!("    {}", plain_line(&silence(&it.silence, language))),
        ];
        let lines = lines.join("\n");
        match shown.iter_mut().find(|(known, _)| *known == lines) {
            Some((_, times)) => *times += 1,
            None => shown.push((lines, 1)),
        }
    }
    if shown.is_empty() {
        return NOTHING.to(language).to_owned();
    }
    let more = shown.len().saturating_sub(MOST_SILENT);
    let mut lines = vec![SILENT.to(language).to_owned()];
    lines.extend(shown.into_iter().take(MOST_SILENT).map(|(lines, times)| match times {
        1 => lines,
        _ => lines.replacen('\n', &format!(" ×{times}\n"), 1),
    }));
    lines.extend((more > 0).then(|| say!(language, "  και {more} ακόμη", "  and {more} more")));
    lines.join("\n")
}

/// The words of a phrase in a draft, without its gaps.
pub fn phrase(draft: &str, silent: &Silent) -> String {
    let words = silent.marks.iter().filter_map(|mark| draft.get(mark.clone()));
    plain_line(&words.collect::<Vec<_>>().join(" … "))
}
