//! Finds what a clause or sentence says besides its cue, because what the customer needs must not be removed with it.

use std::ops::Range;

use super::bounds::{RemovalExtent, SIGNS};
use super::referents;
use crate::engine::candidate::Candidate;
use crate::engine::content;
use crate::engine::held::HoldReason;
use crate::engine::layer::CompiledRule;
use crate::engine::syntax;
use crate::engine::token::Tokens;
use crate::engine::vocabulary::Roles;
use crate::lexicon::Tense;

/// A stretch with more words than this besides the phrase says more than the rule can know about.
const MOST_OTHER_WORDS: usize = 12;
/// A question of more words besides the phrase asks the customer something.
const MOST_ASKED: usize = 2;

/// Why the stretch may not go, by what it says.
pub fn objection(
    tokens: &Tokens<'_>,
    rule: &CompiledRule,
    cue: &Candidate,
    stretch: &RemovalExtent,
) -> Option<HoldReason> {
    let carries = Carries { tokens, rule, cue, stretch };
    let checks: [(HoldReason, &dyn Fn() -> bool); 4] = [
        (HoldReason::LosesFact, &|| carries.fact()),
        (HoldReason::LosesWords, &|| carries.too_much()),
        (HoldReason::Clause, &|| carries.condition()),
        (HoldReason::LosesOffer, &|| carries.offer()),
    ];
    checks.into_iter().find(|(_, holds)| holds()).map(|(held, _)| held)
}

struct Carries<'a> {
    tokens: &'a Tokens<'a>,
    rule: &'a CompiledRule,
    cue: &'a Candidate,
    stretch: &'a RemovalExtent,
}

impl Carries<'_> {
    /// The words that the phrase does not spell out.
    fn others(&self) -> impl Iterator<Item = usize> + '_ {
        self.stretch.range.clone().filter(|at| !self.cue.claims(*at))
    }

    fn fact(&self) -> bool {
        let spelled = |at: usize| self.cue.claims(at) && !self.rule.is_regex;
        self.stretch.range.clone().any(|at| !spelled(at) && self.tokens.is_fact(at))
    }

    /// Somebody else's words, an item of a list, a day, or simply many words.
    fn too_much(&self) -> bool {
        let token = |at: usize| self.tokens.list.get(at);
        let words = self.others().filter(|at| token(*at).is_some_and(|it| !it.joined)).count();
        let theirs = |at: usize| token(at).is_some_and(|it| it.foreign || it.quoted);
        let quoted = |at: usize| theirs(at) && !(self.rule.in_quotes && self.cue.claims(at));
        words > MOST_OTHER_WORDS
            || self.others().any(|at| self.tokens.roles(at).contains(Roles::DAY))
            || self.stretch.range.clone().any(quoted)
            || content::is_list_item(self.tokens, self.stretch.sentence.start)
            || self.is_reason()
            || self.is_topic()
            || self.says_more()
    }

    /// «…, επειδή ξεχάσατε το domain»: what it names is why something happened.
    fn is_reason(&self) -> bool {
        let first = self.tokens.roles(self.stretch.range.start);
        first.contains(Roles::REASON | Roles::COORDINATOR) && self.names_something()
    }

    /// The words that are neither spelled out by the phrase nor inside one of its gaps. An author who writes a gap
    /// there wants its words removed.
    fn unforeseen(&self) -> impl Iterator<Item = usize> + '_ {
        let dropped = self.dropped();
        self.others().filter(move |at| self.cue.gap_of(*at).is_none() && !dropped.contains(at))
    }

    /// "Rules are rules, | I'm afraid": an adverb that says nothing by itself, after the phrase.
    fn dropped(&self) -> Range<usize> {
        let end = self.cue.span.end;
        match self.tokens.movable(end) {
            Some((length, false)) => end..end + length,
            _ => end..end,
        }
    }

    /// «Για τα μηχανάκια ας κλείνατε νωρίτερα, | έμεινε χώρος»: the removed part names what the next words are about.
    fn is_topic(&self) -> bool {
        let first = self.stretch.range.start;
        let opens = self.tokens.roles(first).contains(Roles::PREPOSITION)
            && self.stretch.left().is_empty()
            && !self.stretch.right().is_empty();
        let mut before = (first..self.cue.span.start).filter(|at| !self.cue.claims(*at));
        opens && before.any(|at| referents::names_something(self.tokens, at))
    }

    fn names_something(&self) -> bool {
        self.unforeseen().any(|at| referents::names_something(self.tokens, at))
    }

    /// "Our records show | you signed for it": a thing and a verb that the phrase does not spell out are news. A form of
    /// "be" right next to the phrase is part of it.
    fn says_more(&self) -> bool {
        let copula = |at: usize| {
            let beside = at.checked_sub(1).is_some_and(|at| self.cue.claims(at));
            self.tokens.roles(at).contains(Roles::TRANSPARENT)
                && (beside || self.cue.claims(at + 1))
        };
        // "the sign"
        let noun = |at: usize| {
            let before = at.checked_sub(1).map_or(Roles::empty(), |at| self.tokens.roles(at));
            before.contains(Roles::ARTICLE) && !before.contains(Roles::CLITIC)
        };
        let verb = |at: usize| syntax::heads_clause(self.tokens, at) && !copula(at) && !noun(at);
        self.unforeseen().any(verb) && self.names_something()
    }

    fn condition(&self) -> bool {
        let asked = |at: usize| self.tokens.roles(at).contains(Roles::REPORTER);
        self.others().any(|at| self.tokens.opens_condition(at) && !asked(at))
    }

    /// Something is asked of the customer, offered or promised.
    fn offer(&self) -> bool {
        let asks = self.stretch.left().is_empty()
            && self.stretch.right().is_empty()
            && self.tokens.in_question(self.stretch.range.start)
            && self.others().count() > MOST_ASKED;
        asks || self.others().any(|at| self.offers(at) || self.promises(at) || self.commands(at))
    }

    fn offers(&self, at: usize) -> bool {
        self.tokens.offer(at).is_some_and(|length| !self.denied(at, at + length))
    }

    /// «θα σας το στείλουμε»
    fn promises(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let future = tokens.list.get(at).is_some_and(|it| tokens.vocabulary.is_future(it.id));
        let clitics = (at + 1..).take_while(|at| tokens.roles(*at).contains(Roles::CLITIC)).count();
        let verb = at + 1 + clitics;
        let ours = || {
            let readings =
                tokens.list.get(verb).map(|it| tokens.vocabulary.lexemes.readings(it.id));
            readings.unwrap_or_default().iter().any(|it| it.person.is_some_and(|it| it.person == 1))
        };
        future && ours() && !self.denied(at, at + 1)
    }

    /// «στείλτε», "check": a verb that is nothing but a command, or that begins a clause.
    fn commands(&self, at: usize) -> bool {
        let Some(token) = self.tokens.list.get(at) else { return false };
        let readings = self.tokens.vocabulary.lexemes.readings(token.id);
        let command = |tense: &Option<Tense>| *tense == Some(Tense::Imperative);
        let begins = || {
            let roles = at.checked_sub(1).map_or(Roles::empty(), |at| self.tokens.roles(at));
            self.tokens.before(at).intersects(SIGNS)
                || roles.intersects(Roles::COORDINATOR | Roles::JOIN)
        };
        let mut tenses = readings.iter().map(|reading| reading.tense);
        tenses.any(|tense| command(&tense))
            && (begins() || readings.iter().all(|reading| command(&reading.tense)))
    }

    fn denied(&self, start: usize, end: usize) -> bool {
        let denies = |at: usize| self.tokens.roles(at).contains(Roles::NEGATION);
        start.checked_sub(1).is_some_and(denies) || denies(end)
    }
}
