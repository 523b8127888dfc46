//! A selected candidate made into an edit: the bytes that a suggestion replaces, and the suggestions.

mod end_marks;
mod span;

use std::borrow::Cow;
use std::ops::Range;

use super::candidate::{Candidate, Cue};
use super::guard;
use super::held::HoldReason;
use super::layer::CompiledRule;
use super::match_context::MatchContext;
use super::removal::Gone;
use super::suggest::FormedWording;
use super::template::{FirstLetter, Part, Template};
use super::token::Tokens;
use super::vocabulary::Roles;
use super::voice::Voice;
use super::{Engine, Scope, clause, content, removal};
use crate::text::Between;
use end_marks::{drop_last_commas, end_marks};
pub use span::marks;
use span::{snug, whole_span};

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
    pub reason: HoldReason,
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
    let mut maker = Maker {
        edits: Vec::with_capacity(selected.len()),
        reach: 0,
        opening: None,
        gone: vec![false; tokens.list.len()],
        last_removal: None,
        sorry_in: None,
    };
    for candidate in selected {
        let Some(rule) = engine.rule(candidate) else { continue };
        with_context(engine, tokens, candidate, voice, |context| {
            maker.add(rule, candidate, context)
        });
    }
    let Maker { mut edits, gone, last_removal, .. } = maker;
    if let Some(last) = last_removal.and_then(|number| edits.get_mut(number)) {
        keep_some_content(tokens, last, &gone);
    }
    yield_to_neighbours(&mut edits);
    drop_commas_at_end(tokens.folded.draft, &mut edits);
    edits
}

/// Whether the edit of a candidate would be more than advice.
pub fn fits(engine: &Engine, tokens: &Tokens<'_>, candidate: &Candidate, voice: Voice) -> bool {
    let fits = |context: &MatchContext<'_>| match is_removal(context.rule, candidate) {
        true => guard::judge_removal(context).is_none() && leaves_content(tokens, &[candidate]),
        false => context.has_fitting_wording(),
    };
    with_context(engine, tokens, candidate, voice, fits).unwrap_or(false)
}

/// Whether the candidate's words are removed without a replacement.
pub fn is_removal(rule: &CompiledRule, candidate: &Candidate) -> bool {
    rule.info.removes || candidate.goes()
}

/// Whether there is still something to send once these are removed.
pub fn leaves_content(tokens: &Tokens<'_>, removals: &[&Candidate]) -> bool {
    let mut gone = vec![false; tokens.list.len()];
    let tokens_gone = removals.iter().flat_map(|candidate| candidate.own_words());
    tokens_gone.for_each(|token| gone[token] = true);
    content::remains(tokens, &gone)
}

/// Calls `ask` with the context that the wordings of a candidate depend on.
fn with_context<R>(
    engine: &Engine,
    tokens: &Tokens<'_>,
    candidate: &Candidate,
    voice: Voice,
    ask: impl FnOnce(&MatchContext<'_>) -> R,
) -> Option<R> {
    let (layer, rule) = engine.layer_and_rule(candidate)?;
    let (candidate, split) = split_articles(tokens, rule, candidate);
    let gap = |(gap, range): &(u16, Range<usize>)| (*gap, snug(tokens, range));
    let gaps: Vec<(u16, Range<usize>)> = candidate.gaps.iter().map(gap).collect();
    let exempt = !candidate.goes() && clause::is_exempt(tokens, rule, &candidate);
    let (candidate, split, gaps) = (&*candidate, &*split, &*gaps);
    let mut context = MatchContext { tokens, layer, rule, candidate, voice, exempt, split, gaps };
    if let Some(plural) = context.addresses() {
        context.voice = voice.addressing(plural);
    }
    Some(ask(&context))
}

/// Makes edits of candidates, one after the other.
struct Maker<'e> {
    edits: Vec<Edit<'e>>,
    /// The end of the furthest candidate so far, in tokens.
    reach: usize,
    /// The first token of a sentence whose start is removed so far, and where the removal ends.
    opening: Option<(usize, usize)>,
    /// Whether a word goes, by token.
    gone: Vec<bool>,
    /// The number of the last edit that only takes words out.
    last_removal: Option<usize>,
    /// The sentence in which an edit so far is sorry.
    sorry_in: Option<u32>,
}

impl<'e> Maker<'e> {
    /// What goes so far.
    fn gone(&self) -> Gone<'_> {
        let last = self.edits.last().filter(|edit| edit.removes && edit.held.is_empty());
        Gone { words: &self.gone, end: last.map_or(0, |edit| edit.span.end) }
    }

    /// «Δυστυχώς δεν εγκρίθηκε: το τηλέφωνο δυστυχώς δεν μπαίνει»: only one edit in a sentence, or in two neighbouring
    /// ones, may apologize.
    fn hold_second_sorry(&mut self, context: &MatchContext<'_>, wordings: &mut [FormedWording]) {
        let sentence = context.tokens.word(context.candidate.span.start).map(|it| it.sentence);
        let is_sorry = |it: &FormedWording| {
            let wording = context.rule.prefer.get(it.number);
            wording.is_some_and(|it| it.edges.roles.contains(Roles::REGRET))
        };
        let beside =
            self.sorry_in.zip(sentence).is_some_and(|(one, other)| one.abs_diff(other) <= 1);
        if beside {
            let fitting = wordings.iter_mut().filter(|it| it.held.is_none());
            fitting.filter(|it| is_sorry(it)).for_each(|it| it.held = Some(HoldReason::Repeats));
        }
        let fitting = wordings.iter().filter(|it| it.held.is_none());
        if fitting.min_by_key(|it| it.commits).is_some_and(is_sorry) {
            self.sorry_in = sentence;
        }
    }

    fn add(&mut self, rule: &'e CompiledRule, original: &Candidate, context: &MatchContext<'_>) {
        let MatchContext { tokens, candidate, .. } = context;
        let Range { start, end } = candidate.span;
        let nested = end <= self.reach;
        self.reach = self.reach.max(end);
        let opening = self.opening.take().filter(|(_, end)| *end == start);
        let first = opening.map_or(start, |(first, _)| first);
        let removes = is_removal(rule, candidate);
        let span = whole_span(tokens, candidate, context.gaps);
        let (span, wordings) = if removes {
            let held = guard::judge_removal(context);
            if held.is_none() {
                self.last_removal = Some(self.edits.len());
                original.own_words().for_each(|token| self.gone[token] = true);
                let begins = tokens.before(first).contains(Between::END);
                self.opening = begins.then_some((first, end));
            }
            let gone = self.gone();
            // Only a removal takes the punctuation and spaces around it along.
            let (span, template) = match held {
                Some(_) => (span, Vec::new()),
                None if candidate.goes() => {
                    removal::stretch(tokens, &candidate.span, span, first, gone)
                }
                None => removal::removal(tokens, candidate, span, first, gone),
            };
            (span, vec![removed(template, rule, held)])
        } else {
            let mut wordings = context.wordings();
            self.hold_second_sorry(context, &mut wordings);
            if let Some(Cue::Stays(held)) = candidate.cue {
                wordings.push(removed(Vec::new(), rule, Some(held)));
            }
            if let Some(typed) = tokens.typed {
                wordings.iter_mut().for_each(|wording| typed.type_out(&mut wording.template));
            }
            drop_last_commas(tokens.folded.draft, &span, &mut wordings);
            (end_marks(tokens, candidate, span, &mut wordings, nested), wordings)
        };
        let marks = marks(tokens, candidate);
        let (options, held) = sort_out(wordings);
        let after = FirstLetter::AsIs;
        self.edits.push(Edit { rule, span, marks, options, held, removes, after });
    }
}

/// A removal as one of the wordings of its rule: the last.
fn removed(template: Template, rule: &CompiledRule, held: Option<HoldReason>) -> FormedWording {
    FormedWording { template, commits: false, held, number: rule.prefer.len() }
}

/// Holds back the last removal if all removals together would leave nothing to send.
fn keep_some_content(tokens: &Tokens<'_>, last: &mut Edit<'_>, gone: &[bool]) {
    if !content::remains(tokens, gone) {
        let ends = last.marks.first().zip(last.marks.last());
        last.span = ends.map_or(last.span.clone(), |(first, last)| first.start..last.end);
        let barred = |Choice { number, .. }| HeldWording {
            template: Vec::new(),
            reason: HoldReason::LeavesNothing,
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

/// A removal may have extended over the text after it, to adjust a capital or comma. If another edit begins there, the
/// removal gives that text back, and the other edit begins the sentence.
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

/// "…, | not me | lol.": the last of several adjacent removals ends the sentence, so the comma before the first one is
/// dropped.
fn drop_commas_at_end(draft: &str, edits: &mut [Edit<'_>]) {
    let mut behind: Option<usize> = None;
    for edit in edits.iter_mut().rev().filter(|edit| edit.removes && !edit.options.is_empty()) {
        let joins = behind.is_some_and(|start| removal::only_signs(draft, edit.span.end..start));
        let ends = joins || removal::ends_sentence(draft, edit.span.end);
        if joins {
            edit.span.start = removal::words_end(draft, edit.span.start);
        }
        behind = ends.then_some(edit.span.start);
    }
}
