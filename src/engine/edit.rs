//! A selected candidate made into an edit: the bytes that a suggestion replaces, and the suggestions.

use std::borrow::Cow;
use std::ops::Range;

use super::candidate::{Candidate, Cue};
use super::guard;
use super::held::Held;
use super::layer::CompiledRule;
use super::match_context::MatchContext;
use super::suggest::FormedWording;
use super::template::{FirstLetter, Part, Template};
use super::token::Tokens;
use super::voice::Voice;
use super::{Engine, Scope, clause, content, removal};
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
    pub held: Vec<HeldWording>,
    /// Its marked words go.
    pub removes: bool,
    /// What becomes of the first letter that follows once this edit is made.
    pub after: FirstLetter,
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
pub struct HeldWording {
    /// What it says.
    pub template: Template,
    pub reason: Held,
    /// Its number in the rule.
    pub number: usize,
}

/// The edits of the selected candidates, in the same order.
pub fn edits<'e>(
    engine: &'e Engine,
    tokens: &Tokens<'_>,
    selected: &[Candidate],
    scope: &Scope<'_>,
) -> Vec<Edit<'e>> {
    let voice = Voice::of(tokens, scope.register);
    let mut edits: Vec<Edit<'e>> = Vec::with_capacity(selected.len());
    let mut reach = 0;
    // The first word of a sentence of which all goes so far, and where that ends.
    let mut opening: Option<(usize, usize)> = None;
    let mut removals: Vec<(usize, &Candidate)> = Vec::new();
    for candidate in selected {
        let Some((layer, rule)) = engine.layer_and_rule(candidate) else { continue };
        let original = candidate;
        let (candidate, split) = split_articles(tokens, rule, original);
        let candidate = &*candidate;
        let Range { start, end } = candidate.span;
        let nested = end <= reach;
        reach = reach.max(end);
        let first = opening.filter(|(_, end)| *end == start).map_or(start, |(first, _)| first);
        let removes = rule.info.removes || candidate.goes();
        opening = (removes && tokens.before(first).contains(Between::END)).then_some((first, end));
        let gaps: Vec<(u16, Range<usize>)> =
            candidate.gaps.iter().map(|(gap, range)| (*gap, snug(tokens, range))).collect();
        let span = whole_span(tokens, candidate, &gaps);
        let innocent = !candidate.goes() && clause::is_innocent(tokens, rule, candidate);
        let context = MatchContext {
            tokens,
            layer,
            rule,
            candidate,
            voice,
            innocent,
            split: &split,
            gaps: &gaps,
        };
        let (span, wordings) = if removes {
            let held = guard::judge_removal(&context);
            if held.is_none() {
                removals.push((edits.len(), original));
            }
            // Only what goes takes the signs and spaces around it along.
            let (span, template) = match held {
                Some(_) => (span, Vec::new()),
                None if candidate.goes() => removal::stretch(tokens, &candidate.span, span, first),
                None => removal::removal(tokens, candidate, span, first),
            };
            (span, vec![removed(template, rule, held)])
        } else {
            let mut wordings = context.wordings();
            if let Some(Cue::Stays(held)) = candidate.cue {
                wordings.push(removed(Vec::new(), rule, Some(held)));
            }
            if let Some(typed) = tokens.typed {
                wordings.iter_mut().for_each(|wording| typed.type_out(&mut wording.template));
            }
            (end_marks(tokens, candidate, span, &mut wordings, nested), wordings)
        };
        let marks = marks(tokens, candidate);
        let (options, held) = sort_out(wordings);
        let after = FirstLetter::AsIs;
        edits.push(Edit { rule, span, marks, options, held, removes, after });
    }
    keep_some_content(tokens, &mut edits, &removals);
    yield_to_neighbours(&mut edits);
    edits
}

/// A removal as one of the wordings of its rule: the last.
fn removed(template: Template, rule: &CompiledRule, held: Option<Held>) -> FormedWording {
    FormedWording { template, commits: false, held, number: rule.prefer.len() }
}

/// Removals that together would leave nothing to send: the last one is held back.
fn keep_some_content(
    tokens: &Tokens<'_>,
    edits: &mut [Edit<'_>],
    removals: &[(usize, &Candidate)],
) {
    let Some(last) = removals.last().and_then(|(index, _)| edits.get_mut(*index)) else { return };
    let mut gone = vec![false; tokens.list.len()];
    let tokens_gone = removals.iter().flat_map(|(_, candidate)| candidate.own_words());
    tokens_gone.for_each(|token| gone[token] = true);
    if !content::remains(tokens, &gone) {
        let ends = last.marks.first().zip(last.marks.last());
        last.span = ends.map_or(last.span.clone(), |(first, last)| first.start..last.end);
        let barred = |Choice { number, .. }| HeldWording {
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
    tokens: &Tokens<'_>,
    rule: &CompiledRule,
    candidate: &'c Candidate,
) -> (Cow<'c, Candidate>, Vec<u16>) {
    let mut split = Vec::new();
    if !rule.splits_articles {
        return (Cow::Borrowed(candidate), split);
    }
    let mut candidate = candidate.clone();
    for (number, gap) in &mut candidate.gaps {
        let changes = tokens
            .list
            .get(gap.start)
            .is_some_and(|token| tokens.vocabulary.nominative(token.id).is_some());
        if changes && gap.len() > 1 {
            gap.start += 1;
            split.push(*number);
        }
    }
    (Cow::Owned(candidate), split)
}

/// The wordings that fit, those that promise nothing first, and the others.
fn sort_out(wordings: Vec<FormedWording>) -> (Vec<Choice>, Vec<HeldWording>) {
    let mut options: Vec<Choice> = Vec::new();
    let mut held = Vec::new();
    for FormedWording { template, commits, held: reason, number } in wordings {
        match reason {
            Some(reason) => held.push(HeldWording { template, reason, number }),
            None => options.push(Choice { template, commits, number }),
        }
    }
    options.sort_by_key(|option| option.commits);
    (options, held)
}

/// The bytes of a candidate with the signs around it and around its gaps.
fn whole_span(
    tokens: &Tokens<'_>,
    candidate: &Candidate,
    gaps: &[(u16, Range<usize>)],
) -> Range<usize> {
    gaps.iter().fold(snug(tokens, &candidate.span), |span, (_, gap)| {
        span.start.min(gap.start)..span.end.max(gap.end)
    })
}

/// A removal that took in what follows, for its capital or its comma, gives it back where another edit begins
/// there; that edit then begins the sentence.
fn yield_to_neighbours(edits: &mut [Edit<'_>]) {
    for index in 1..edits.len() {
        let start = edits[index].span.start;
        let before = &mut edits[index - 1];
        let [option] = before.options.as_mut_slice() else { continue };
        if !before.removes || !before.span.contains(&start) {
            continue;
        }
        match option.template.pop() {
            Some(Part::Kept { span, first }) => {
                before.span.end = span.start.min(start);
                before.after = first;
            }
            Some(other) => option.template.push(other),
            None => before.span.end = start,
        }
    }
}

/// The bytes of each run of the phrase's own words.
pub fn marks(tokens: &Tokens<'_>, candidate: &Candidate) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for token in candidate.span.clone().filter(|token| candidate.is_marked(*token)) {
        match runs.last_mut() {
            Some(run) if run.end == token => run.end = token + 1,
            _ => runs.push(token..token + 1),
        }
    }
    let bytes = runs.into_iter().map(|run| tokens.bytes(run.start, run.end));
    bytes.map(|run| balanced(tokens.folded.draft, run)).collect()
}

/// The bytes of a range with the signs that belong to it: the brackets of a blank, the quotation
/// marks and backticks of a zone that it covers, and the emphasis that it opens or closes.
fn snug(tokens: &Tokens<'_>, range: &Range<usize>) -> Range<usize> {
    let folded = tokens.folded;
    let mut span = tokens.bytes(range.start, range.end);
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
    tokens: &Tokens<'_>,
    candidate: &Candidate,
    span: Range<usize>,
    wordings: &mut [FormedWording],
    nested: bool,
) -> Range<usize> {
    let own: Vec<String> = wordings.iter_mut().map(|it| take_mark(&mut it.template)).collect();
    if own.iter().all(String::is_empty) {
        return span;
    }
    let end = candidate.span.end;
    let ends = tokens.before(end).contains(Between::END) && !nested;
    let mark = tokens
        .folded
        .separators
        .get(tokens.word_index(end))
        .map_or((0, 0), |separator| separator.mark);
    let mark = mark.0 as usize..mark.1 as usize;
    let adjacent = ends && mark.start == span.end && !mark.is_empty();
    let given = if adjacent { tokens.folded.draft.get(mark.clone()).unwrap_or("") } else { "" };
    for (FormedWording { template, .. }, own) in wordings.iter_mut().zip(own) {
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
