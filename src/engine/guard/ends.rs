//! Whether a wording fits at its two ends.

use super::{Guard, is_clause, is_own_verb};
use crate::engine::candidate::Stretch;
use crate::engine::edges::{Left, Right, Token, is_verb};
use crate::engine::seams::{self, Before, Follow};
use crate::engine::vocabulary::{Roles, UNKNOWN};
use crate::lexicon::Tense;
use crate::text::Between;

impl Guard<'_> {
    /// One word for another, such as a shorter verb or a better spelling: its author vouches for what is around it.
    pub(super) fn is_word_for_word(&self) -> bool {
        self.edges.words == 1
            && self.candidate.gaps.is_empty()
            && self.candidate.own_words().count() == 1
            && matches!(self.edges.right, Right::Word(_))
    }

    pub(super) fn fits_start(&self) -> bool {
        let units = self.setting.units;
        let start = self.candidate.span.start;
        let before = seams::before(units, start);
        let request = matches!(before, Before::Start | Before::Boundary | Before::Connective);
        let new_clause = request || before == Before::Subordinate && !self.edges.question;
        let phrase = self.phrase_left();
        if self.same_first_word() || self.is_word_for_word() {
            return true;
        }
        if phrase == Left::Part && seams::is_measured(units, start) {
            return false;
        }
        match (phrase, self.edges.left) {
            (Left::Part, Left::Part)
            | (Left::Clause, Left::Clause)
            | (Left::Verb { .. }, Left::Verb { agrees: true })
            | (Left::Request, Left::Request) => true,
            (Left::Gap(mine), Left::Gap(theirs)) if mine == theirs => true,
            (_, Left::Request | Left::Gap(_)) => request,
            (Left::Part, _) => before == Before::Start && self.ends_whole(),
            (_, Left::Part) => new_clause && self.ends_whole(),
            (_, Left::Clause | Left::Verb { .. }) => new_clause,
        }
    }

    /// The phrase ends a sentence, and what the wording keeps of the next one would hang on the words before the phrase.
    pub(super) fn joins_sentences(&self) -> bool {
        let units = self.setting.units;
        let span = &self.candidate.span;
        let crosses = (span.start + 1..span.end).any(|unit| {
            units.before(unit).contains(Between::END)
                && self.candidate.gap_of(unit).is_none_or(|gap| gap.start == unit)
        });
        crosses && seams::before(units, span.start) != Before::Start
    }

    /// What the phrase begins with in the draft.
    fn phrase_left(&self) -> Left {
        let start = self.candidate.span.start;
        if let Some((gap, _)) = self.candidate.gaps.iter().find(|(_, gap)| gap.start == start) {
            return Left::Gap(*gap);
        }
        let roles = self.roles(start);
        let moved = self.setting.units.movable(start).is_some();
        match () {
            () if roles.contains(Roles::COURTESY) && !moved => Left::Request,
            () if !is_clause(self.setting) => Left::Part,
            () if roles.contains(Roles::SUBJECT) => Left::Clause,
            () if moved
                || seams::begins_verb(self.setting.units, start)
                || is_own_verb(self.setting, start) =>
            {
                Left::Verb { agrees: true }
            }
            () => Left::Clause,
        }
    }

    fn same_first_word(&self) -> bool {
        let first = self.setting.units.list.get(self.candidate.span.start);
        let same = |id| first.is_some_and(|unit| unit.id == id);
        self.edges.first.is_some_and(|token| token.id != UNKNOWN && same(token.id))
    }

    /// Nothing of the sentence stands behind the phrase that leans on it.
    pub(super) fn ends_whole(&self) -> bool {
        self.follow().is_whole()
    }

    pub(super) fn follow(&self) -> Follow {
        let asked = self.last().is_some_and(|unit| {
            self.roles(unit).intersects(Roles::BEFORE_QUESTION | Roles::ASKING)
        });
        seams::follow(self.setting.units, self.candidate.span.end, asked)
    }

    /// The last word of the phrase, past adverbs.
    fn last(&self) -> Option<usize> {
        let adverb = |unit: usize| {
            let roles = self.roles(unit);
            roles.contains(Roles::ADVERB) && !is_verb(roles)
        };
        let claimed: Vec<usize> = self.candidate.own_words().collect();
        claimed.iter().rev().find(|unit| !adverb(**unit)).or(claimed.last()).copied()
    }

    pub(super) fn fits_end(&self) -> bool {
        if self.is_word_for_word() {
            return true;
        }
        if self.edges.question && !self.follow().ends() {
            return false;
        }
        let last_gap =
            self.candidate.gaps.iter().find(|(_, gap)| gap.end == self.candidate.span.end);
        let follow = self.follow();
        let parts = !self.edges.verbal && !is_clause(self.setting);
        match (self.edges.right, last_gap) {
            (Right::Nothing, _) => true,
            (Right::Gap(mine), Some((theirs, _))) if mine == *theirs => true,
            (Right::Gap(_) | Right::Blank, _) => follow.is_whole() || parts && last_gap.is_none(),
            (Right::Word(_), Some(_)) => follow.is_whole() && !self.is_open(),
            (Right::Word(token), None) => self.word_fits(&token, follow, parts),
        }
    }

    /// «Μόλις» wants a subjunctive behind it: «μόλις το δείτε», never «μόλις το είδατε». What the draft itself says stands.
    pub(super) fn misses_mood(&self) -> bool {
        let gaps = self.wording.awaited.iter();
        let gaps = gaps.filter_map(|number| self.candidate.gaps.iter().find(|it| it.0 == *number));
        let said = |gap: &Stretch| {
            let before = gap.start.checked_sub(1);
            before.is_some_and(|at| self.roles(at).contains(Roles::AWAITING))
        };
        let mut gaps = gaps.map(|(_, gap)| gap).filter(|gap| !said(gap));
        gaps.any(|gap| gap.clone().find_map(|unit| self.is_subjunctive(unit)) == Some(false))
    }

    /// Whether a verb is in the subjunctive; `None` if the word is no verb, or if nobody can tell.
    fn is_subjunctive(&self, unit: usize) -> Option<bool> {
        let vocabulary = self.setting.units.vocabulary;
        let id = self.setting.units.list.get(unit)?.id;
        if id == UNKNOWN {
            return vocabulary.looks_past(self.setting.folded(unit)).then_some(false);
        }
        let mut readings = vocabulary.lexis.readings(id).iter();
        is_verb(self.roles(unit))
            .then(|| readings.any(|reading| reading.tense == Some(Tense::Subjunctive)))
    }

    /// The wording ends with a word that can't end a clause (σε, να, the).
    fn is_open(&self) -> bool {
        let Right::Word(token) = self.edges.right else { return false };
        !is_verb(token.roles)
            && token.roles.intersects(Roles::PREPOSITION | Roles::CONTINUER | Roles::PARTICLE)
            || token.roles.contains(Roles::ARTICLE)
                && !token.roles.intersects(Roles::CLITIC | Roles::OBJECT | Roles::SUBJECT)
    }

    fn word_fits(&self, token: &Token, follow: Follow, parts: bool) -> bool {
        let wording = token.roles;
        let phrase = self.last().map_or(Roles::empty(), |unit| self.roles(unit));
        let same_word = self.ends_alike(token);
        let both = |role: Roles| phrase.contains(role) && wording.contains(role);
        let takes_verb = phrase.contains(Roles::CONTINUER)
            && wording.intersects(Roles::CONTINUER | Roles::PARTICLE);
        if same_word || takes_verb || both(Roles::PREPOSITION) && !both(Roles::ARTICLE) {
            return true;
        }
        if self.is_open() {
            return wording.contains(Roles::PREPOSITION) && matches!(follow, Follow::Noun);
        }
        let alike = self.edges.verbal == is_clause(self.setting);
        match follow {
            Follow::End | Follow::Clause | Follow::Name => true,
            Follow::Question => {
                wording.intersects(Roles::BEFORE_QUESTION | Roles::ASKING)
                    || both(Roles::BEFORE_QUESTION)
            }
            Follow::Report => wording.contains(Roles::BEFORE_REPORT),
            Follow::Infinitive => wording.contains(Roles::BEFORE_VERB),
            Follow::Noun => parts || both(Roles::BEFORE_NOUN),
            Follow::Preposition | Follow::Adverb | Follow::Reason | Follow::Limit => alike,
            Follow::Comma | Follow::Join | Follow::Other => parts,
        }
    }

    /// Both end with the same word, or with forms of one verb: what follows the one follows the other.
    fn ends_alike(&self, token: &Token) -> bool {
        let Some(last) = self.last().and_then(|unit| self.setting.units.list.get(unit)) else {
            return false;
        };
        let same_verb = || self.setting.units.vocabulary.lexis.are_forms_of_one(last.id, token.id);
        let variable = || self.candidate.variable.is_some_and(|(word, _)| word == last.id);
        if token.variable {
            return variable();
        }
        if self.wording.ends_with(self.setting.units.folded.folded(last.word as usize)) {
            return true;
        }
        token.id != UNKNOWN && (last.id == token.id || is_verb(token.roles) && same_verb())
    }
}
