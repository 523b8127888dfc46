//! A standing candidate made into an edit: the bytes that a suggestion replaces, and the suggestions.

use std::borrow::Cow;
use std::ops::Range;

use super::candidate::Candidate;
use super::guard::{self, Held};
use super::layer::CompiledRule;
use super::speech::Speech;
use super::suggest::{Formed, Setting};
use super::template::{Part, Template};
use super::unit::Units;
use super::{Engine, Scope, clause, news, removal};
use crate::text::{Between, Folded, ZoneKind};

const EMPHASIS: [&str; 6] = ["**", "__", "~~", "||", "*", "_"];
const END_MARKS: [char; 7] = ['.', '!', '?', ';', '…', '\u{37e}', '。'];

/// A finding with what it would put in place of its span.
pub struct Edit<'e> {
    /// The rule that found it.
    pub rule: &'e CompiledRule,
    /// Bytes of the draft that a suggestion replaces.
    pub span: Range<usize>,
    /// Bytes of the draft to show: the words without the gaps.
    pub marks: Vec<Range<usize>>,
    /// The wordings that may take its place, the one to take first.
    pub options: Vec<Choice>,
    /// The wordings that may not.
    pub held: Vec<Barred>,
    /// What follows begins a sentence once this edit is made.
    pub capitalize_after: bool,
}

/// A wording that may take the place of a phrase.
pub struct Choice {
    /// What it says.
    pub template: Template,
    /// The agent promises to ask, check or tell.
    pub commits: bool,
    /// Its number in the rule.
    pub number: usize,
}

/// A wording that may not.
pub struct Barred {
    /// What it says.
    pub template: Template,
    /// Why.
    pub reason: Held,
    /// Its number in the rule.
    pub number: usize,
}

/// The edits of the standing candidates, in the same order.
pub fn edits<'e>(
    engine: &'e Engine,
    units: &Units<'_>,
    standing: &[Candidate],
    scope: &Scope<'_>,
) -> Vec<Edit<'e>> {
    let speech = Speech::of(units, scope.register);
    let mut edits: Vec<Edit<'e>> = Vec::with_capacity(standing.len());
    let mut reach = 0;
    // The first word of a sentence of which all goes so far, and where that ends.
    let mut opening: Option<(usize, usize)> = None;
    let mut removals: Vec<(usize, &Candidate)> = Vec::new();
    for candidate in standing {
        let Some((layer, rule)) = engine.layer_and_rule(candidate) else { continue };
        let original = candidate;
        let (candidate, split) = split_articles(units, rule, original);
        let candidate = &*candidate;
        let Range { start, end } = candidate.span;
        let nested = end <= reach;
        reach = reach.max(end);
        let first = opening.filter(|(_, end)| *end == start).map_or(start, |(first, _)| first);
        let removes = rule.info.removes;
        opening = (removes && units.before(first).contains(Between::END)).then_some((first, end));
        let gaps: Vec<(u16, Range<usize>)> =
            candidate.gaps.iter().map(|(gap, stretch)| (*gap, snug(units, stretch))).collect();
        let span = whole_span(units, candidate, &gaps);
        let innocent = clause::is_innocent(units, rule, candidate);
        let setting =
            Setting { units, layer, rule, candidate, speech, innocent, split: &split, gaps: &gaps };
        let (span, wordings) = if removes {
            let held = guard::judge_removal(&setting);
            if held.is_none() {
                removals.push((edits.len(), original));
            }
            // Only what goes takes the signs and spaces around it along.
            let (span, template) = match held {
                Some(_) => (span, Vec::new()),
                None => removal::removal(units, candidate, span, first),
            };
            (span, vec![Formed { template, commits: false, held, number: 0 }])
        } else {
            let mut wordings = setting.wordings();
            if let Some(typed) = units.typed {
                wordings.iter_mut().for_each(|wording| typed.type_out(&mut wording.template));
            }
            (end_marks(units, candidate, span, &mut wordings, nested), wordings)
        };
        let marks = marks(units, candidate);
        let (options, held) = sort_out(wordings);
        edits.push(Edit { rule, span, marks, options, held, capitalize_after: false });
    }
    keep_some_news(units, &mut edits, &removals);
    yield_to_neighbours(&mut edits);
    edits
}

/// Removals that together would leave nothing to send: the last one is held back.
fn keep_some_news(units: &Units<'_>, edits: &mut [Edit<'_>], removals: &[(usize, &Candidate)]) {
    let Some(last) = removals.last().and_then(|(index, _)| edits.get_mut(*index)) else { return };
    let mut gone = vec![false; units.list.len()];
    let units_gone = removals.iter().flat_map(|(_, candidate)| candidate.own_words());
    units_gone.for_each(|unit| gone[unit] = true);
    if !news::remains(units, &gone) {
        let ends = last.marks.first().zip(last.marks.last());
        last.span = ends.map_or(last.span.clone(), |(first, last)| first.start..last.end);
        let barred = |Choice { number, .. }| Barred {
            template: Vec::new(),
            reason: Held::LeavesNothing,
            number,
        };
        last.held.extend(last.options.drain(..).map(barred));
    }
}

/// The candidate with the article of each gap as a word of the phrase, where a wording puts a gap as a subject: the
/// article changes then. Also the numbers of these gaps.
fn split_articles<'c>(
    units: &Units<'_>,
    rule: &CompiledRule,
    candidate: &'c Candidate,
) -> (Cow<'c, Candidate>, Vec<u16>) {
    let mut split = Vec::new();
    if !rule.splits_articles {
        return (Cow::Borrowed(candidate), split);
    }
    let mut candidate = candidate.clone();
    for (number, gap) in &mut candidate.gaps {
        let changes = units
            .list
            .get(gap.start)
            .is_some_and(|unit| units.vocabulary.nominative(unit.id).is_some());
        if changes && gap.len() > 1 {
            gap.start += 1;
            split.push(*number);
        }
    }
    (Cow::Owned(candidate), split)
}

/// The wordings that fit, those that promise nothing first, and the others.
fn sort_out(wordings: Vec<Formed>) -> (Vec<Choice>, Vec<Barred>) {
    let mut options: Vec<Choice> = Vec::new();
    let mut held = Vec::new();
    for Formed { template, commits, held: reason, number } in wordings {
        match reason {
            Some(reason) => held.push(Barred { template, reason, number }),
            None => options.push(Choice { template, commits, number }),
        }
    }
    options.sort_by_key(|option| option.commits);
    (options, held)
}

/// The bytes of a candidate with the signs around it and around its gaps.
fn whole_span(
    units: &Units<'_>,
    candidate: &Candidate,
    gaps: &[(u16, Range<usize>)],
) -> Range<usize> {
    gaps.iter().fold(snug(units, &candidate.span), |span, (_, gap)| {
        span.start.min(gap.start)..span.end.max(gap.end)
    })
}

/// A removal that took in what follows, for its capital or its comma, gives it back where another edit begins
/// there; that edit then begins the sentence.
fn yield_to_neighbours(edits: &mut [Edit<'_>]) {
    for index in 1..edits.len() {
        let start = edits[index].span.start;
        let before = &mut edits[index - 1];
        let (own_end, kept) = match before.options.as_slice() {
            [option] if before.rule.info.removes => match option.template.as_slice() {
                [Part::Kept { span, .. }] => (span.start.min(start), true),
                [] => (start, false),
                _ => continue,
            },
            _ => continue,
        };
        if before.span.contains(&start) {
            before.span.end = own_end;
            before.options = vec![Choice { template: Vec::new(), commits: false, number: 0 }];
            before.capitalize_after |= kept;
        }
    }
}

/// The bytes of each run of the phrase's own words.
pub fn marks(units: &Units<'_>, candidate: &Candidate) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for unit in candidate.span.clone().filter(|unit| candidate.is_marked(*unit)) {
        match runs.last_mut() {
            Some(run) if run.end == unit => run.end = unit + 1,
            _ => runs.push(unit..unit + 1),
        }
    }
    let bytes = runs.into_iter().map(|run| units.bytes(run.start, run.end));
    bytes.map(|run| balanced(units.folded.draft, run)).collect()
}

/// The bytes of a stretch with the signs that belong to it: the brackets of a blank, the quotation
/// marks and backticks of a zone that it covers, and the emphasis that it opens or closes.
fn snug(units: &Units<'_>, stretch: &Range<usize>) -> Range<usize> {
    let folded = units.folded;
    let mut span = units.bytes(stretch.start, stretch.end);
    let near = folded.zones.partition_point(|zone| zone.span.start + 8 < span.start);
    let reach = span.end;
    for zone in folded.zones[near..].iter().take_while(|zone| zone.span.start < reach) {
        let covered = words_within(folded, &zone.span, &span);
        let crossing = zone.span.start >= span.start || zone.span.end <= span.end;
        if covered && (crossing || !matches!(zone.kind, ZoneKind::Quote | ZoneKind::ShortQuote)) {
            span = span.start.min(zone.span.start)..span.end.max(zone.span.end);
        }
    }
    balanced(folded.draft, span)
}

fn words_within(folded: &Folded<'_>, zone: &Range<usize>, span: &Range<usize>) -> bool {
    let first = folded.words.partition_point(|word| (word.start as usize) < zone.start);
    let end = folded.words.partition_point(|word| (word.start as usize) < zone.end);
    let covers = |word: &crate::text::Word| {
        span.start <= word.start as usize && word.end as usize <= span.end
    };
    first < end && folded.words[first..end].iter().all(covers)
}

/// Takes in the other half of every emphasis of which one half is inside.
fn balanced(draft: &str, span: Range<usize>) -> Range<usize> {
    let inside = draft.as_bytes().get(span.clone()).unwrap_or(&[]);
    // Seldom is there any, and then nothing need be counted.
    if !inside.iter().any(|byte| matches!(byte, b'*' | b'_' | b'~' | b'|')) {
        return span;
    }
    EMPHASIS.iter().fold(span, |span, sign| balance(draft, span, sign))
}

/// Takes in the other half of an emphasis of which one half is inside.
fn balance(draft: &str, span: Range<usize>, sign: &str) -> Range<usize> {
    let Some(inside) = draft.get(span.clone()) else { return span };
    if inside.matches(sign).count() % 2 == 0 {
        return span;
    }
    if draft.get(..span.start).is_some_and(|before| before.ends_with(sign)) {
        span.start - sign.len()..span.end
    } else if draft.get(span.end..).is_some_and(|after| after.starts_with(sign)) {
        span.start..span.end + sign.len()
    } else {
        span
    }
}

/// An end mark in a wording replaces the draft's. The span then takes in the draft's mark, and the
/// wordings without one of their own give it back. Inside a sentence the wording's mark goes.
fn end_marks(
    units: &Units<'_>,
    candidate: &Candidate,
    span: Range<usize>,
    wordings: &mut [Formed],
    nested: bool,
) -> Range<usize> {
    let own: Vec<String> = wordings.iter_mut().map(|it| take_mark(&mut it.template)).collect();
    if own.iter().all(String::is_empty) {
        return span;
    }
    let end = candidate.span.end;
    let ends = units.before(end).contains(Between::END) && !nested;
    let mark = units
        .folded
        .separators
        .get(units.word_index(end))
        .map_or((0, 0), |separator| separator.mark);
    let mark = mark.0 as usize..mark.1 as usize;
    let adjacent = ends && mark.start == span.end && !mark.is_empty();
    let given = if adjacent { units.folded.draft.get(mark.clone()).unwrap_or("") } else { "" };
    for (Formed { template, .. }, own) in wordings.iter_mut().zip(own) {
        match own.as_str() {
            "" => template.push(Part::Text(given.to_owned())),
            _ if ends => template.push(Part::Text(own)),
            _ => (),
        }
    }
    if adjacent { span.start..mark.end } else { span }
}

fn take_mark(template: &mut Template) -> String {
    let Some(Part::Text(text)) = template.last_mut() else { return String::new() };
    let kept = text.trim_end_matches(END_MARKS).len();
    // The dots of an ellipsis trail off into what follows; they are no end.
    let mark =
        text.get(kept..).filter(|mark| *mark != "…" && *mark != "...").unwrap_or("").to_owned();
    text.truncate(text.len() - mark.len());
    mark
}
