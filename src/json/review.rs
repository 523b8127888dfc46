//! Checked drafts as JSON, one object per line. docs/command-line.md documents the format; a change that a reader of
//! version 1 would not understand makes it version 2.

use std::io;
use std::ops::Range;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

use crate::engine::{Blank, Explanation, Finding, Review, Silence, Silent};

/// Version of the format.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Checked<'a> {
    version: u32,
    draft: &'a str,
    language: &'a str,
    /// Only where it is true.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    greeklish: bool,
    findings: Vec<Found<'a>>,
    rewrite: &'a str,
    blanks: Vec<ToFill<'a>>,
    remaining: Vec<Found<'a>>,
    /// Only where there is one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    skipped: Vec<&'a str>,
    /// Only where somebody asked why rules are silent.
    #[serde(skip_serializing_if = "Option::is_none")]
    silent: Option<Vec<SilentRule<'a>>>,
    /// The same of wordings that fit and do not stand in the rewrite.
    #[serde(skip_serializing_if = "Option::is_none")]
    contested: Option<Vec<ContestedWording<'a>>>,
}

#[derive(Serialize)]
struct ContestedWording<'a> {
    finding: usize,
    suggestion: usize,
    by: &'a str,
}

#[derive(Serialize)]
struct SilentRule<'a> {
    rule: &'a str,
    marks: Vec<(usize, usize)>,
    reason: &'static str,
    /// The rule that speaks there instead, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
}

#[derive(Serialize)]
struct Found<'a> {
    rule: &'a str,
    level: &'static str,
    principle: Option<&'a str>,
    start: usize,
    end: usize,
    text: &'a str,
    marks: Vec<(usize, usize)>,
    why: Option<&'a str>,
    suggestions: Vec<&'a str>,
    /// One of the suggestions stands in the rewrite.
    applied: bool,
    /// The one that does makes the agent promise to ask, check or tell; only where it is true.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    commits: bool,
    /// What is marked goes without replacement; only where it is true.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    removes: bool,
    /// Wordings that would do harm here.
    held: Vec<HeldWording<'a>>,
}

#[derive(Serialize)]
struct HeldWording<'a> {
    text: &'a str,
    reason: &'static str,
}

#[derive(Serialize)]
struct ToFill<'a> {
    hint: &'a str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Refused<'a> {
    version: u32,
    error: &'a str,
}

/// A checked draft as one JSON object on one line, without the line break.
///
/// `language` is the one that was asked for; without one it is the draft's. Offsets count code points:
/// of the draft for its findings, of the rewrite for blanks and what remains.
pub fn review(draft: &str, review: &Review, language: Option<&str>) -> String {
    line(&checked(draft, review, language))
}

/// The same with the rules that found their phrase and are silent.
pub fn explanation<'a>(
    draft: &'a str,
    explanation: &'a Explanation,
    language: Option<&'a str>,
) -> String {
    let points = CodePoints::new(draft);
    fn by(silence: &Silence) -> Option<&str> {
        match silence {
            Silence::Outdone { by, .. } => Some(&by.id),
            _ => None,
        }
    }
    let silent = |it: &'a Silent| SilentRule {
        rule: &it.rule.id,
        marks: it.marks.iter().map(|mark| (points.at(mark.start), points.at(mark.end))).collect(),
        reason: it.silence.key(),
        by: by(&it.silence),
    };
    let silent = explanation.silent.iter().map(silent).collect();
    let contested = explanation.contested.iter().map(|it| ContestedWording {
        finding: it.finding,
        suggestion: it.suggestion,
        by: &it.by.id,
    });
    let contested = Some(contested.collect());
    line(&Checked {
        silent: Some(silent),
        contested,
        ..checked(draft, &explanation.review, language)
    })
}

fn checked<'a>(draft: &'a str, review: &'a Review, language: Option<&'a str>) -> Checked<'a> {
    let of_draft = CodePoints::new(draft);
    let of_rewrite = CodePoints::new(&review.rewrite);
    Checked {
        version: VERSION,
        draft,
        language: language.unwrap_or(review.language),
        greeklish: review.greeklish,
        findings: found(draft, &of_draft, &review.findings),
        rewrite: &review.rewrite,
        blanks: review.blanks.iter().map(|blank| to_fill(&of_rewrite, blank)).collect(),
        remaining: found(&review.rewrite, &of_rewrite, &review.remaining),
        skipped: review.skipped.iter().map(|rule| rule.id.as_str()).collect(),
        silent: None,
        contested: None,
    }
}

/// A draft that could not be checked, as one JSON object on one line, without the line break.
pub fn error(message: &str) -> String {
    line(&Refused { version: VERSION, error: message })
}

fn found<'a>(text: &'a str, points: &CodePoints<'_>, findings: &'a [Finding]) -> Vec<Found<'a>> {
    let pair = |range: &Range<usize>| (points.at(range.start), points.at(range.end));
    let one = |finding: &'a Finding| {
        let (start, end) = pair(&finding.span);
        Found {
            rule: &finding.rule.id,
            level: finding.rule.level.key(),
            principle: finding.rule.principle.as_deref(),
            start,
            end,
            text: text.get(finding.span.clone()).unwrap_or(""),
            marks: finding.marks.iter().map(pair).collect(),
            why: finding.rule.why.as_deref(),
            suggestions: finding.suggestions.iter().map(|it| it.text.as_str()).collect(),
            applied: finding.chosen.is_some(),
            commits: finding.applied().is_some_and(|it| it.commits),
            removes: finding.removes,
            held: finding
                .held
                .iter()
                .map(|held| HeldWording { text: &held.text, reason: held.reason.key() })
                .collect(),
        }
    };
    findings.iter().map(one).collect()
}

fn to_fill<'a>(points: &CodePoints<'_>, blank: &'a Blank) -> ToFill<'a> {
    ToFill { hint: &blank.hint, start: points.at(blank.span.start), end: points.at(blank.span.end) }
}

fn line(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, OneLine);
    // Strings and numbers into memory: neither can fail, and an empty line would say so if it did.
    if value.serialize(&mut serializer).is_err() {
        bytes.clear();
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Escapes what some readers take for the end of a line (U+0085, U+2028, U+2029) and the other
/// control characters that JSON lets through, so that a line is a line for everybody.
struct OneLine;

impl Formatter for OneLine {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut written = 0;
        for (at, sign) in fragment.char_indices().filter(|(_, sign)| breaks_lines(*sign)) {
            let plain = fragment.get(written..at).unwrap_or("");
            CompactFormatter.write_string_fragment(writer, plain)?;
            write!(writer, "\\u{:04x}", u32::from(sign))?;
            written = at + sign.len_utf8();
        }
        CompactFormatter.write_string_fragment(writer, fragment.get(written..).unwrap_or(""))
    }
}

fn breaks_lines(sign: char) -> bool {
    matches!(sign, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}')
}

/// Bytes between two counts that are kept.
const BLOCK: usize = 64;

/// The code points of a text, counted once: every offset after that takes the same short time.
pub(super) struct CodePoints<'a> {
    bytes: &'a [u8],
    /// Code points before each block.
    before: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut count = 0;
        let mut before = Vec::with_capacity(bytes.len() / BLOCK + 1);
        for block in bytes.chunks(BLOCK) {
            before.push(count);
            count += starts(block);
        }
        before.push(count);
        CodePoints { bytes, before }
    }

    /// How many code points stand before a byte offset.
    pub(super) fn at(&self, offset: usize) -> usize {
        let offset = offset.min(self.bytes.len());
        let block = offset / BLOCK;
        let rest = self.bytes.get(block * BLOCK..offset).unwrap_or(&[]);
        self.before.get(block).copied().unwrap_or(0) + starts(rest)
    }
}

/// The bytes that begin a code point.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::engine::RuleInfo;
    use crate::rules::Level;

    fn finding(span: Range<usize>, marks: Vec<Range<usize>>, principle: Option<&str>) -> Finding {
        let rule = RuleInfo {
            id: "el/test/cannot".to_owned(),
            language: "el".to_owned(),
            level: Level::Warning,
            principle: principle.map(str::to_owned),
            why: None,
            source: None,
            removes: false,
        };
        Finding {
            rule: Arc::new(rule),
            span,
            marks,
            removes: false,
            suggestions: vec![crate::engine::Suggestion {
                text: "Θα μπορούσα".to_owned(),
                short: "Θα μπορούσα".to_owned(),
                commits: false,
                number: 0,
            }],
            chosen: Some(0),
            held: Vec::new(),
        }
    }

    fn reviewed(draft: &str, phrase: &str, rewrite: &str, blanks: Vec<Blank>) -> String {
        let start = draft.find(phrase).unwrap();
        let span = start..start + phrase.len();
        let findings = vec![finding(span.clone(), vec![span], Some("calm"))];
        review(
            draft,
            &Review {
                language: "el",
                greeklish: false,
                findings,
                rewrite: rewrite.to_owned(),
                blanks,
                remaining: Vec::new(),
                skipped: Vec::new(),
            },
            None,
        )
    }

    #[test]
    fn the_keys_stand_in_the_documented_order() {
        let span = "Θα μπορούσα ".len().."Θα μπορούσα [x]".len();
        let blanks = vec![Blank { hint: "x".to_owned(), span }];
        insta::assert_snapshot!(
            reviewed("Δεν μπορώ.", "Δεν μπορώ", "Θα μπορούσα [x].", blanks),
            @r#"{"version":1,"draft":"Δεν μπορώ.","language":"el","findings":[{"rule":"el/test/cannot","level":"warning","principle":"calm","start":0,"end":9,"text":"Δεν μπορώ","marks":[[0,9]],"why":null,"suggestions":["Θα μπορούσα"],"applied":true,"held":[]}],"rewrite":"Θα μπορούσα [x].","blanks":[{"hint":"x","start":12,"end":15}],"remaining":[]}"#
        );
    }

    #[test]
    fn offsets_count_code_points_after_emoji_and_decomposed_letters() {
        for (draft, start, end) in [
            ("👩‍👩‍👧 Δεν μπορώ", 6, 15),
            ("Καλημε\u{301}ρα. Δεν μπορώ", 11, 20),
            ("🙂🙂 Δεν μπορώ", 3, 12),
        ] {
            let json: serde_json::Value =
                serde_json::from_str(&reviewed(draft, "Δεν μπορώ", "", Vec::new())).unwrap();
            let found = &json["findings"][0];
            assert_eq!(
                (found["start"].as_u64(), found["end"].as_u64()),
                (Some(start), Some(end)),
                "{draft}"
            );
            let taken: String =
                draft.chars().skip(start as usize).take((end - start) as usize).collect();
            assert_eq!(found["text"], taken.as_str());
        }
    }

    #[test]
    fn an_object_is_one_line_for_every_reader() {
        let draft = "a\u{2028}b\u{2029}c\u{85}d\ne\r\u{0b}\u{1c}\u{7f}f";
        let json = error(draft);
        assert!(
            json.chars().all(|sign| !sign.is_control() && !matches!(sign, '\u{2028}' | '\u{2029}')),
            "{json}"
        );
        let back: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(back["error"], draft);
        assert_eq!(back["version"], 1);
    }

    #[test]
    fn every_offset_counts_the_characters_before_it() {
        let decomposed = "Δε\u{301}ν μπορω\u{301} 👩‍👩‍👧 να σας βοηθη\u{301}σω σήμερα";
        let long = decomposed.repeat(40);
        for text in ["", "a", "δ", "👩‍👩‍👧", decomposed, &long, &"x".repeat(BLOCK), &"ά".repeat(BLOCK)]
        {
            let points = CodePoints::new(text);
            for (count, (offset, _)) in text.char_indices().enumerate() {
                assert_eq!(points.at(offset), count, "{offset} of {text:?}");
            }
            assert_eq!(points.at(text.len()), text.chars().count());
            assert_eq!(points.at(usize::MAX), text.chars().count());
        }
    }
}
