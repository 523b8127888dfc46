//! Finds the zones that are not the agent's own words: quotations, code, links, mentions, blanks, placeholders.
//!
//! Every search here either stops within a fixed length or moves on past what it read, so that a
//! malicious draft takes linear time.

mod find;
mod single;

use std::ops::Range;

use super::scan::Hints;
use super::{Between, Folded, WordFlags, Zone, ZoneKind};
use find::{find, run_end};

/// Shorter quotations are names of buttons and the agent's own emphasis.
const QUOTE_WORDS: usize = 3;
/// Finds the zones and flags the words in them; looks only for those that the hints allow.
pub(super) fn mark(folded: &mut Folded<'_>, hints: &Hints) {
    let signs = hints.zone_signs || hints.apostrophes;
    let mut zones = if signs { find(folded.draft) } else { Vec::new() };
    if hints.dotted {
        domains(folded, &mut zones);
    }
    if zones.is_empty() {
        return;
    }
    zones.sort_by_key(|zone| (zone.span.start, std::cmp::Reverse(zone.span.end)));
    settle_quotes(folded, &mut zones);
    for zone in &zones {
        flag(folded, zone);
    }
    folded.zones = zones;
}

fn flag(folded: &mut Folded<'_>, zone: &Zone) {
    let words = words_in(folded, &zone.span);
    // To the scan single quotes are apostrophes.
    if folded.draft.get(zone.span.clone()).is_some_and(|text| text.starts_with(['\'', '’', '‘']))
    {
        for index in [words.start, words.end] {
            if let Some(separator) = folded.separators.get_mut(index) {
                separator.signs.insert(Between::QUOTE);
            }
        }
    }
    let flag = match zone.kind {
        ZoneKind::ShortQuote => return,
        ZoneKind::Quote => WordFlags::QUOTED,
        _ => WordFlags::FOREIGN,
    };
    folded.words[words.clone()].iter_mut().for_each(|word| word.flags.insert(flag));
    if zone.kind != ZoneKind::Quote {
        // What is inside a link or a piece of code divides nothing.
        let inside = folded.separators.get_mut(words.start + 1..words.end).unwrap_or_default();
        inside.iter_mut().for_each(|separator| separator.signs = Between::LIGHT);
    }
    // The brackets of a blank, a link or a placeholder are not a stop: it stands for words.
    let own = match zone.kind {
        ZoneKind::Blank | ZoneKind::Link => Between::SQUARE,
        ZoneKind::Placeholder => Between::BRACKET,
        _ => return,
    };
    for index in [words.start, words.end] {
        if own == Between::BRACKET && has_round_bracket(folded, index) {
            continue;
        }
        if let Some(separator) = folded.separators.get_mut(index) {
            separator.signs.remove(own);
        }
    }
}

/// Whether a round bracket is before word `index`, next to the braces of a placeholder.
fn has_round_bracket(folded: &Folded<'_>, index: usize) -> bool {
    let from = index.checked_sub(1).and_then(|before| folded.words.get(before));
    let from = from.map_or(0, |word| word.end as usize);
    let to = folded.words.get(index).map_or(folded.draft.len(), |word| word.start as usize);
    folded.draft.get(from..to).is_some_and(|signs| signs.contains(['(', ')']))
}

/// Quotations of too few words, and one around the whole draft, are the agent's own words.
fn settle_quotes(folded: &Folded<'_>, zones: &mut [Zone]) {
    for zone in zones.iter_mut().filter(|zone| zone.kind == ZoneKind::Quote) {
        let words = words_in(folded, &zone.span);
        let whole = words.len() == folded.words.len();
        if whole || (words.len() < QUOTE_WORDS && !is_announced(folded, words.start)) {
            zone.kind = ZoneKind::ShortQuote;
        }
    }
}

/// Whether the word before word `index` says that a quotation follows: the word "unfortunately".
#[rustfmt::skip]
fn is_announced(folded: &Folded<'_>, index: usize) -> bool {
    let near = Between::SPACE | Between::QUOTE | Between::STOP | Between::COMMA | Between::LIGHT;
    let signs = folded.separators.get(index).map_or(Between::END, |separator| separator.signs);
    index > 0 && near.contains(signs) && matches!(
        folded.folded(index - 1),
        "word" | "words" | "phrase" | "phrases" | "term" | "terms" | "message" | "messages" | "wrote" | "write" | "writes"
        | "written" | "said" | "say" | "says" | "saying" | "read" | "reads"
        | "λεξη" | "λεξησ" | "λεξεισ" | "φραση" | "φρασησ" | "φρασεισ" | "οροσ" | "ορο" | "ορου" | "οροι" | "ορουσ" | "μηνυμα"
        | "μηνυματοσ" | "μηνυματα" | "γραφει" | "γραφετε" | "γραφεισ" | "εγραψε" | "εγραψεσ" | "εγραψαν" | "γραψατε" | "γραψει"
        | "ειπε" | "ειπεσ" | "ειπαν" | "ειπατε" | "λεει" | "λετε" | "λεσ"
    )
}

fn words_in(folded: &Folded<'_>, span: &Range<usize>) -> Range<usize> {
    let first = folded.words.partition_point(|word| (word.start as usize) < span.start);
    let end = folded.words.partition_point(|word| (word.start as usize) < span.end);
    first..end.max(first)
}

/// `name.domain` without spaces between Latin words, with the path after it: a link, its dot no full stop.
fn domains(folded: &Folded<'_>, zones: &mut Vec<Zone>) {
    let known = zones.len();
    let mut next_zone = 0;
    for index in 1..folded.words.len() {
        let (before, next) = (&folded.words[index - 1], &folded.words[index]);
        // The cheap question first: hardly any two words are one byte apart.
        if next.start != before.end + 1 {
            continue;
        }
        let at = next.start as usize;
        // Links come in order; only quotations, which may be left behind here, do not.
        while next_zone < known && zones[next_zone].span.end <= at {
            next_zone += 1;
        }
        let quotes =
            |kind| matches!(kind, ZoneKind::Quote | ZoneKind::ShortQuote | ZoneKind::QuotedLine);
        let holds = |zone: &Zone| !quotes(zone.kind) && zone.span.contains(&at);
        let linked = zones[..known].get(next_zone).is_some_and(holds)
            || zones[known..].last().is_some_and(holds);
        let joined = folded.draft.get(before.end as usize..at) == Some(".");
        let names =
            before.flags.contains(WordFlags::LATIN) && next.flags.contains(WordFlags::LATIN);
        let lower = !next.flags.contains(WordFlags::CAPITAL) && folded.folded(index).len() > 1;
        if joined && names && lower && !linked {
            let end = next.end as usize;
            // A path goes on up to the next space; what it holds is not a domain of its own.
            let path =
                folded.draft.get(end..).is_some_and(|rest| rest.starts_with(['/', '?', '#']));
            let end = if path { run_end(folded.draft, end) } else { end };
            zones.push(Zone { kind: ZoneKind::Link, span: before.start as usize..end });
        }
    }
}
