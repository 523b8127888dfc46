//! Whether a wording fits what is before and after the phrase; also where a wording with blanks may go.

use super::{Guard, is_clause, is_own_verb};
use crate::engine::candidate::TokenRange;
use crate::engine::content;
use crate::engine::cue;
use crate::engine::edges::{BlankUse, Left, Right, WordingToken, is_verb};
use crate::engine::layer::Origin;
use crate::engine::syntax::{self, Before, Follow};
use crate::engine::vocabulary::Roles;
use crate::engine::word_index::UNKNOWN;
use crate::lexicon::Tense;
use crate::text::{Between, WordFlags};

/// A request has no subject, and a verb that follows it is a request too.
fn is_request(left: Left) -> bool {
    left == Left::Request
}

/// How many words may follow after the sentence: a goodbye.
const CLOSING_WORDS: usize = 4;

impl Guard<'_> {
    /// One word for another, such as a shorter verb or a better spelling: its author vouches for what is around it.
    pub(super) fn is_word_for_word(&self) -> bool {
        self.edges.words == 1
            && self.candidate.gaps.is_empty()
            && self.candidate.own_words().count() == 1
            && matches!(self.edges.right, Right::Word(_))
    }

    pub(super) fn fits_start(&self) -> bool {
        let tokens = self.context.tokens;
        let start = self.candidate.span.start;
        if syntax::has_clitic_before(tokens, start)
            && !self.edges.first.is_some_and(|first| is_verb(first.roles))
        {
            return false;
        }
        let before = syntax::before(tokens, start);
        let request = matches!(before, Before::Start | Before::Boundary | Before::Connective);
        let new_clause = request || before == Before::Subordinate && !self.edges.question;
        let phrase = self.phrase_left();
        if self.same_first_word() || self.is_word_for_word() {
            return true;
        }
        // "The girl at | the front desk forgot": what begins the phrase belongs to the preposition.
        let governed = before == Before::Other
            && self.roles(start).contains(Roles::ARTICLE)
            && start.checked_sub(1).is_some_and(|at| {
                let roles = self.roles(at);
                roles.contains(Roles::PREPOSITION)
                    && !roles.intersects(Roles::REASON | Roles::EXCEPTION | Roles::REPORTER)
            });
        if governed && self.edges.left == Left::Clause {
            return false;
        }
        let measured = phrase == Left::Part && syntax::is_measured(tokens, start);
        if measured || before == Before::Subordinate && self.commands() {
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

    /// The wording begins with an imperative, and the phrase does not: «κλείστε ραντεβού» may have no «ότι» before it.
    fn commands(&self) -> bool {
        let may = |id| {
            let mut readings = self.context.tokens.vocabulary.lexemes.readings(id).iter();
            readings.any(|reading| reading.tense == Some(Tense::Imperative))
        };
        let first = self.edges.first.filter(|first| first.id != UNKNOWN);
        let phrase = self.context.tokens.list.get(self.candidate.span.start);
        first.is_some_and(|first| may(first.id)) && !phrase.is_some_and(|token| may(token.id))
    }

    /// «για τρίτη φορά: | δεν δίνουμε τηλέφωνα», «(16:50) | δεν προλαβαίνω»: a sign of the draft would be lost.
    pub(super) fn loses_sign(&self) -> bool {
        let tokens = self.context.tokens;
        let span = &self.candidate.span;
        let leads = |gap: &TokenRange| gap.start == span.start;
        let mut gaps = self.candidate.gaps.iter().map(|(_, gap)| gap);
        let colon = gaps.any(|gap| leads(gap) && tokens.before(gap.end).contains(Between::STOP));
        let bracket = (span.start + 1..span.end).any(|token| {
            tokens.before(token).intersects(Between::BRACKET | Between::SQUARE)
                && self.candidate.gap_of(token).is_none_or(|gap| gap.start == token)
        });
        colon || bracket
    }

    /// The phrase ends a sentence, and the part of the next sentence that the wording keeps would be attached to the
    /// words before the phrase.
    pub(super) fn joins_sentences(&self) -> bool {
        let tokens = self.context.tokens;
        let span = &self.candidate.span;
        let crosses = (span.start + 1..span.end).any(|token| {
            tokens.before(token).contains(Between::END)
                && self.candidate.gap_of(token).is_none_or(|gap| gap.start == token)
        });
        // «Δεν μπορώ να σας πω ποιος. | Το προφίλ είναι εντάξει»: what a full stop parts, no «όμως» joins.
        let contrasts = self.edges.roles.contains(Roles::CONTRAST);
        let opens = || {
            syntax::before(tokens, span.start) == Before::Start
                || cue::is_after_opening(tokens, span.start)
        };
        crosses && (contrasts || !opens())
    }

    /// "The depot messed up the order | and sent …": in English the verb after the phrase has its subject in it.
    pub(super) fn takes_subject_away(&self) -> bool {
        let tokens = self.context.tokens;
        let (start, end) = (self.candidate.span.start, self.candidate.span.end);
        let roles = self.roles(end + 1);
        let latin = tokens.word(end + 1).is_some_and(|word| word.flags.contains(WordFlags::LATIN));
        let verb = is_verb(roles)
            || roles.contains(Roles::PARTICLE) && !roles.contains(Roles::PREPOSITION);
        let joined = self.roles(end).contains(Roles::JOIN)
            && !tokens.before(end).intersects(Between::END | Between::COMMA | Between::STOP)
            && latin
            && verb
            && !roles.intersects(Roles::SUBJECT | Roles::ARTICLE | Roles::COURTESY);
        let subject = self.roles(start).contains(Roles::SUBJECT);
        let kept = self.same_first_word()
            || subject
                && (self.wording.has(self.context.folded(start)) || self.edges.keeps_subject)
            || matches!(self.phrase_left(), Left::Gap(gap) if self.edges.left == Left::Gap(gap));
        joined && !kept && !is_request(self.edges.left) && is_clause(self.context)
    }

    /// What the phrase begins with in the draft.
    fn phrase_left(&self) -> Left {
        let start = self.candidate.span.start;
        if let Some((gap, _)) = self.candidate.gaps.iter().find(|(_, gap)| gap.start == start) {
            return Left::Gap(*gap);
        }
        let roles = self.roles(start);
        let moved = self.context.tokens.movable(start).is_some();
        match () {
            () if roles.contains(Roles::COURTESY) && !moved => Left::Request,
            () if !is_clause(self.context) => Left::Part,
            () if roles.contains(Roles::SUBJECT) => Left::Clause,
            () if moved
                || syntax::begins_verb(self.context.tokens, start)
                || is_own_verb(self.context, start) =>
            {
                Left::Verb { agrees: true }
            }
            () => Left::Clause,
        }
    }

    fn same_first_word(&self) -> bool {
        let first = self.context.tokens.list.get(self.candidate.span.start);
        let same = |id| first.is_some_and(|token| token.id == id);
        self.edges.first.is_some_and(|own| own.id != UNKNOWN && same(own.id))
    }

    /// Nothing of the sentence is after the phrase that leans on it.
    pub(super) fn ends_whole(&self) -> bool {
        self.follow().is_whole()
    }

    pub(super) fn follow(&self) -> Follow {
        let asked = self.last().is_some_and(|token| {
            self.roles(token).intersects(Roles::BEFORE_QUESTION | Roles::ASKING)
        });
        syntax::follow(self.context.tokens, self.candidate.span.end, asked)
    }

    /// The last word of the phrase, past adverbs.
    fn last(&self) -> Option<usize> {
        let adverb = |token: usize| {
            let roles = self.roles(token);
            roles.contains(Roles::ADVERB) && !is_verb(roles)
        };
        let claimed: Vec<usize> = self.candidate.own_words().collect();
        claimed.iter().rev().find(|token| !adverb(**token)).or(claimed.last()).copied()
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
        let parts = !self.edges.verbal && !is_clause(self.context);
        match (self.edges.right, last_gap) {
            (Right::Nothing, _) => true,
            (Right::Gap(mine), Some((theirs, _))) if mine == *theirs => true,
            (Right::Gap(_) | Right::Blank, _) => follow.is_whole() || parts && last_gap.is_none(),
            (Right::Word(_), Some(_)) => follow.is_whole() && !self.is_open(),
            (Right::Word(own), None) => self.word_fits(&own, follow, parts),
        }
    }

    /// «Μόλις» wants a subjunctive after it: «μόλις το δείτε», never «μόλις το είδατε». What the draft itself says is left alone.
    pub(super) fn misses_mood(&self) -> bool {
        let gaps = self.wording.awaited.iter();
        let gaps = gaps.filter_map(|number| self.candidate.gaps.iter().find(|it| it.0 == *number));
        let said = |gap: &TokenRange| {
            let before = gap.start.checked_sub(1);
            before.is_some_and(|at| self.roles(at).contains(Roles::AWAITING))
        };
        let mut gaps = gaps.map(|(_, gap)| gap).filter(|gap| !said(gap));
        gaps.any(|gap| gap.clone().find_map(|token| self.is_subjunctive(token)) == Some(false))
    }

    /// Whether a verb is in the subjunctive; `None` if the word is not a verb, or if no one can tell.
    fn is_subjunctive(&self, token: usize) -> Option<bool> {
        let vocabulary = self.context.tokens.vocabulary;
        let id = self.context.tokens.list.get(token)?.id;
        if id == UNKNOWN {
            return vocabulary.looks_past(self.context.folded(token)).then_some(false);
        }
        let mut readings = vocabulary.lexemes.readings(id).iter();
        is_verb(self.roles(token))
            .then(|| readings.any(|reading| reading.tense == Some(Tense::Subjunctive)))
    }

    /// The wording ends with a word that can't end a clause (σε, να, the).
    fn is_open(&self) -> bool {
        let Right::Word(own) = self.edges.right else { return false };
        !is_verb(own.roles)
            && own.roles.intersects(Roles::PREPOSITION | Roles::CONTINUER | Roles::PARTICLE)
            || own.roles.contains(Roles::ARTICLE)
                && !own.roles.intersects(Roles::CLITIC | Roles::OBJECT | Roles::SUBJECT)
    }

    fn word_fits(&self, own: &WordingToken, follow: Follow, parts: bool) -> bool {
        let wording = own.roles;
        let phrase = self.last().map_or(Roles::empty(), |token| self.roles(token));
        let same_word = self.ends_alike(own);
        let both = |role: Roles| phrase.contains(role) && wording.contains(role);
        let takes_verb = phrase.contains(Roles::CONTINUER)
            && wording.intersects(Roles::CONTINUER | Roles::PARTICLE);
        if same_word || takes_verb || both(Roles::PREPOSITION) && !both(Roles::ARTICLE) {
            return true;
        }
        if self.is_open() {
            return wording.contains(Roles::PREPOSITION) && matches!(follow, Follow::Noun);
        }
        let alike = self.edges.verbal == is_clause(self.context);
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
    fn ends_alike(&self, own: &WordingToken) -> bool {
        let Some(last) = self.last().and_then(|token| self.context.tokens.list.get(token)) else {
            return false;
        };
        let same_verb = || self.context.tokens.vocabulary.lexemes.are_forms_of_one(last.id, own.id);
        let variable = || self.candidate.variable.is_some_and(|(word, _)| word == last.id);
        if own.variable {
            return variable();
        }
        if self.wording.ends_with(self.context.tokens.folded.folded(last.word as usize)) {
            return true;
        }
        own.id != UNKNOWN && (last.id == own.id || is_verb(own.roles) && same_verb())
    }
}

impl Guard<'_> {
    /// Whether a blank is in a place where it must not be. A blank for a time may be anywhere. A clause with a blank
    /// may replace only a whole sentence, and only the last one. A built-in wording with any other blank may be used
    /// only if the rest of the draft has no news: next to news, a plain no reads better.
    pub(super) fn misplaces_blank(&self) -> bool {
        match self.edges.blank {
            BlankUse::None | BlankUse::Adverbial => false,
            BlankUse::Everything => true,
            BlankUse::Timed | BlankUse::Clause => {
                let (tokens, span) = (self.context.tokens, &self.candidate.span);
                let before = syntax::before(tokens, span.start);
                let begins = matches!(before, Before::Start | Before::Boundary | Before::Agent);
                let alone = || match (self.context.rule.origin, self.edges.blank) {
                    (Origin::BuiltIn, BlankUse::Clause) => content::is_only_content(tokens, span),
                    _ => self.words_behind_sentence() <= CLOSING_WORDS,
                };
                !(begins && self.follow().ends() && alone())
            }
        }
    }

    /// How many words of the draft are after the sentence that the phrase ends in.
    fn words_behind_sentence(&self) -> usize {
        let words = &self.context.tokens.folded.words;
        let last = self.context.tokens.word_index(self.candidate.span.end.saturating_sub(1));
        let sentence = words.get(last).map(|word| word.sentence);
        words.iter().skip(last).filter(|word| Some(word.sentence) != sentence).count()
    }
}
