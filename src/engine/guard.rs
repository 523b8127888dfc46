//! Whether a wording may take the place of a phrase: nothing lost, nothing turned round, and it fits where it is put.
//!
//! Asked of every wording of every finding, before one is chosen. A wording that is held back is shown as an example and
//! never put into the draft; where it is not certain that one fits, it does not.

use std::ops::Range;

use super::candidate::Candidate;
use super::edges::{BlankUse, Edges, Left, Right, Token, is_verb};
use super::seams::{self, Before, Follow};
use super::suggest::Setting;
use super::template::{Part, Template};
use super::vocabulary::{Roles, UNKNOWN};
use super::wording::CompiledWording;
use crate::text;

/// Why a wording was held back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Held {
    /// Words of the draft would be missing.
    LosesWords,
    /// A number, name, address or code of the draft would be missing.
    LosesFact,
    /// More than one part of the draft would change its place.
    MovesWords,
    /// A no would become a yes, or a yes a no.
    TurnsSense,
    /// It does not fit what stands before it.
    Start,
    /// It does not fit what stands behind it.
    End,
    /// It says little before its blank is filled in, and the draft goes on beside it.
    Blank,
    /// It would say again what stands beside it.
    Repeats,
    /// It speaks to the customer otherwise than the draft does (σας, σου).
    Register,
    /// The phrase stands where it is innocent: under a negation, in a condition or a relative clause.
    Clause,
}

impl Held {
    /// Every reason with its key in JSON.
    pub const ALL: [(Held, &'static str); 10] = [
        (Held::LosesWords, "loses-words"),
        (Held::LosesFact, "loses-fact"),
        (Held::MovesWords, "moves-words"),
        (Held::TurnsSense, "turns-sense"),
        (Held::Start, "start"),
        (Held::End, "end"),
        (Held::Blank, "blank"),
        (Held::Repeats, "repeats"),
        (Held::Register, "register"),
        (Held::Clause, "clause"),
    ];

    /// Its key in JSON, such as `loses-words`.
    pub fn key(self) -> &'static str {
        Held::ALL.iter().find(|(held, _)| *held == self).map_or("", |(_, key)| key)
    }
}

/// What the guard says to a wording in its place.
pub fn judge(
    setting: &Setting<'_>,
    wording: &CompiledWording,
    template: &Template,
) -> Option<Held> {
    let guard = Guard { setting, candidate: setting.candidate, edges: &wording.edges, wording };
    let checks: [(Held, bool); 10] = [
        (Held::LosesFact, loses_fact(setting)),
        (Held::LosesWords, guard.loses_words(template)),
        (Held::MovesWords, guard.moves_words(template)),
        (Held::Clause, setting.innocent),
        (Held::TurnsSense, guard.turns_sense(wording)),
        (Held::Register, guard.breaks_register()),
        (Held::Start, guard.joins_sentences() || !guard.fits_start()),
        (Held::End, !guard.fits_end()),
        (Held::Blank, guard.misplaces_blank()),
        (Held::Repeats, setting.repeats(wording, template)),
    ];
    checks.into_iter().find(|(_, held)| *held).map(|(reason, _)| reason)
}

/// What the guard says to a removal, which has no words that could fit or not.
pub fn judge_removal(setting: &Setting<'_>) -> Option<Held> {
    let candidate = setting.candidate;
    let checks = [
        (Held::LosesFact, loses_fact(setting)),
        (Held::LosesWords, keeps_words(candidate) || leaves_nothing(setting)),
        (Held::Clause, setting.innocent),
        (Held::End, leaves_half(setting)),
    ];
    checks.into_iter().find(|(_, held)| *held).map(|(reason, _)| reason)
}

/// The draft is nothing but the phrase: what goes would leave an empty reply.
fn leaves_nothing(setting: &Setting<'_>) -> bool {
    let Setting { units, candidate, .. } = setting;
    (0..units.list.len()).all(|unit| candidate.claims(unit))
}

/// «Sorry, but | everybody knows that.»: the connective would hang in the air.
fn hangs_behind(setting: &Setting<'_>) -> bool {
    let Setting { units, candidate, .. } = setting;
    let joins = Roles::CONTRAST | Roles::JOIN | Roles::REASON | Roles::REPORTER | Roles::CONNECTIVE;
    let start = candidate.span.start;
    let joined = start.checked_sub(1).is_some_and(|at| units.roles(at).intersects(joins));
    joined
        && seams::before(units, start) != Before::Start
        && seams::follow(units, candidate.span.end, false) == Follow::End
}

/// Words stand between those of the phrase that are not its own: gaps, clitics, movable words that stay.
fn keeps_words(candidate: &Candidate) -> bool {
    !candidate.gaps.is_empty()
        || !candidate.clitics.is_empty()
        || !candidate.variable_clitics.is_empty()
        || !candidate.other_clitics.is_empty()
        || !candidate.kept.is_empty()
}

/// An opening of so many words goes on in a preposition behind it: «Αναφορικά με το αίτημά σας | με αριθμό 5».
const LONG_OPENING: usize = 3;

/// A clause that goes from the start of a sentence goes whole: not "As I told you | twice, the part".
fn leaves_half(setting: &Setting<'_>) -> bool {
    let Setting { units, candidate, .. } = setting;
    let end = candidate.span.end;
    let starts = seams::before(units, candidate.span.start) == Before::Start;
    let last = units.roles(end.saturating_sub(1));
    // «Αγαπητή κυρία | Στεργίου»: a title goes with its name.
    if last.contains(Roles::GREETING) && seams::follow(units, end, false) == Follow::Other
        || seams::is_measured(units, candidate.span.start)
    {
        return true;
    }
    let opens =
        Roles::REPORTER | Roles::CONTINUER | Roles::CONTRAST | Roles::JOIN | Roles::CONNECTIVE;
    if hangs_behind(setting) {
        return true;
    }
    let claimed = candidate.span.clone().filter(|unit| candidate.claims(*unit)).count();
    if starts && claimed >= LONG_OPENING && seams::follow(units, end, false) == Follow::Preposition
    {
        return true;
    }
    let whole = matches!(
        seams::follow(units, end, false),
        Follow::End | Follow::Clause | Follow::Name | Follow::Comma | Follow::Reason
    );
    starts && is_clause(setting) && !whole && !last.intersects(opens)
}

/// Whether a word of the phrase is a fact that the phrase does not spell out: only a regular expression can match one so.
fn loses_fact(setting: &Setting<'_>) -> bool {
    let Setting { units, candidate, rule, .. } = setting;
    if !rule.is_regex {
        return false;
    }
    let facts = text::facts(units.folded);
    candidate
        .span
        .clone()
        .any(|unit| candidate.claims(unit) && facts.is_fact(units.word_index(unit)))
}

/// Whether a phrase has a verb, so that it is a clause. A phrase that begins with a preposition is none: "in close
/// proximity to" has only words that look like verbs.
fn is_clause(setting: &Setting<'_>) -> bool {
    let Setting { units, candidate, .. } = setting;
    let claimed = || candidate.span.clone().filter(|unit| candidate.claims(*unit));
    if candidate.inflected.is_some() {
        return claimed().any(|unit| is_verb(units.roles(unit)) || is_own_verb(setting, unit));
    }
    let first = claimed().next().map_or(Roles::empty(), |unit| units.roles(unit));
    let prepositional = first.contains(Roles::PREPOSITION)
        && !claimed().any(|unit| {
            let roles = units.roles(unit);
            let particle = roles.contains(Roles::PARTICLE) && !roles.contains(Roles::PREPOSITION);
            roles.contains(Roles::SUBJECT) || particle
        });
    !prepositional && claimed().any(|unit| seams::heads_clause(units, unit))
}

/// A verb of the rule file's own word table: no other file knows it.
fn is_own_verb(setting: &Setting<'_>, unit: usize) -> bool {
    let Setting { units, candidate, .. } = setting;
    let own = candidate.inflected.is_some_and(|(word, _)| word >= units.vocabulary.end());
    own && units.list.get(unit).is_some_and(|unit| unit.id == UNKNOWN)
}

struct Guard<'a> {
    setting: &'a Setting<'a>,
    candidate: &'a Candidate,
    edges: &'a Edges,
    wording: &'a CompiledWording,
}

impl Guard<'_> {
    fn claimed(&self) -> impl Iterator<Item = usize> + '_ {
        self.candidate.span.clone().filter(|unit| self.candidate.claims(*unit))
    }

    fn roles(&self, unit: usize) -> Roles {
        self.setting.units.roles(unit)
    }

    /// Every gap, clitic and kept word stands in the wording just once.
    fn loses_words(&self, template: &Template) -> bool {
        let once =
            |bytes: &Range<usize>| kept_spans(template).filter(|span| *span == bytes).count() == 1;
        let gaps = self.setting.gaps.iter().all(|(_, bytes)| once(bytes));
        let units = |stretch: &Range<usize>| self.setting.units.bytes(stretch.start, stretch.end);
        let carried = |clitics: &Range<usize>| clitics.is_empty() || once(&units(clitics));
        let clitics = carried(&self.candidate.clitics)
            && carried(&self.candidate.variable_clitics)
            && self.candidate.other_clitics.is_empty();
        !gaps || !clitics || !self.candidate.kept.iter().all(|kept| once(&units(kept)))
    }

    /// More than one gap changed its place.
    fn moves_words(&self, template: &Template) -> bool {
        let is_gap = |span: &&Range<usize>| self.setting.gaps.iter().any(|(_, gap)| gap == *span);
        let starts: Vec<usize> =
            kept_spans(template).filter(is_gap).map(|span| span.start).collect();
        let sorted_without = |left_out: usize| {
            let rest = starts.iter().enumerate().filter(|(at, _)| *at != left_out);
            rest.map(|(_, start)| start).is_sorted()
        };
        !starts.is_sorted() && !(0..starts.len()).any(sorted_without)
    }

    fn breaks_register(&self) -> bool {
        let speech = self.setting.speech;
        let other = if speech.familiar { Roles::FORMAL } else { Roles::FAMILIAR };
        let addresses =
            self.edges.addresses || self.edges.roles.intersects(Roles::FORMAL | Roles::FAMILIAR);
        self.edges.roles.intersects(other) || speech.mixed && addresses
    }
}

fn kept_spans(template: &Template) -> impl Iterator<Item = &Range<usize>> {
    template.iter().filter_map(|part| match part {
        Part::Kept { span, .. } => Some(span),
        Part::Text(_) => None,
    })
}

/// The two ends.
impl Guard<'_> {
    /// One word for another, such as a shorter verb or a better spelling: its author vouches for what is around it.
    fn is_word_for_word(&self) -> bool {
        self.edges.words == 1
            && self.candidate.gaps.is_empty()
            && self.claimed().count() == 1
            && matches!(self.edges.right, Right::Word(_))
    }

    fn fits_start(&self) -> bool {
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
    fn ends_whole(&self) -> bool {
        matches!(self.follow(), Follow::End | Follow::Clause | Follow::Name)
    }

    fn follow(&self) -> Follow {
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
        let claimed: Vec<usize> = self.claimed().collect();
        claimed.iter().rev().find(|unit| !adverb(**unit)).or(claimed.last()).copied()
    }

    fn fits_end(&self) -> bool {
        if self.is_word_for_word() {
            return true;
        }
        if self.edges.question && !matches!(self.follow(), Follow::End | Follow::Name) {
            return false;
        }
        let last_gap =
            self.candidate.gaps.iter().find(|(_, gap)| gap.end == self.candidate.span.end);
        let follow = self.follow();
        let parts = !self.edges.verbal && !is_clause(self.setting);
        match (self.edges.right, last_gap) {
            (Right::Nothing, _) => true,
            (Right::Gap(mine), Some((theirs, _))) if mine == *theirs => true,
            (Right::Gap(_) | Right::Blank, _) => {
                matches!(follow, Follow::End | Follow::Clause | Follow::Name)
                    || parts && last_gap.is_none()
            }
            (Right::Word(_), Some(_)) => {
                matches!(follow, Follow::End | Follow::Clause | Follow::Name) && !self.is_open()
            }
            (Right::Word(token), None) => self.word_fits(&token, follow, parts),
        }
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
}

/// Blanks.
impl Guard<'_> {
    /// A blank for a time may stand anywhere. A clause that is made of a blank replaces a whole sentence, the last one: what
    /// follows a no most often carries the news already.
    fn misplaces_blank(&self) -> bool {
        match self.edges.blank {
            BlankUse::None | BlankUse::Adverbial => false,
            BlankUse::Everything => true,
            BlankUse::Clause => {
                let before = seams::before(self.setting.units, self.candidate.span.start);
                let begins = matches!(before, Before::Start | Before::Boundary | Before::Agent);
                let ends = matches!(self.follow(), Follow::End | Follow::Name);
                !(begins && ends) || self.words_behind_sentence() > CLOSING_WORDS
            }
        }
    }

    /// How many words of the draft stand behind the sentence that the phrase ends in.
    fn words_behind_sentence(&self) -> usize {
        let words = &self.setting.units.folded.words;
        let last = self.setting.units.word_index(self.candidate.span.end.saturating_sub(1));
        let sentence = words.get(last).map(|word| word.sentence);
        words.iter().skip(last).filter(|word| Some(word.sentence) != sentence).count()
    }

    /// The phrase ends a sentence, and what the wording keeps of the next one would hang on the words before the phrase.
    fn joins_sentences(&self) -> bool {
        use crate::text::Between;
        let units = self.setting.units;
        let span = &self.candidate.span;
        let crosses = (span.start + 1..span.end).any(|unit| {
            units.before(unit).contains(Between::END)
                && self.candidate.gap_of(unit).is_none_or(|gap| gap.start == unit)
        });
        crosses && seams::before(units, span.start) != Before::Start
    }
}

/// How many words may follow behind the sentence: a goodbye.
const CLOSING_WORDS: usize = 4;

/// The last words of phrase and wording.
impl Guard<'_> {
    /// Both end with the same word, or with forms of one verb: what follows the one follows the other.
    fn ends_alike(&self, token: &Token) -> bool {
        let Some(last) = self.last().and_then(|unit| self.setting.units.list.get(unit)) else {
            return false;
        };
        let lexis = &self.setting.units.vocabulary.lexis;
        let theirs = lexis.readings(token.id);
        let same_verb = || {
            lexis
                .readings(last.id)
                .iter()
                .any(|it| theirs.iter().any(|other| other.lexeme == it.lexeme))
        };
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

/// The sense.
impl Guard<'_> {
    /// Whether the wording would turn a no into a yes, or the other way round, where that is not safe.
    fn turns_sense(&self, wording: &CompiledWording) -> bool {
        let denies = Roles::NEGATION | Roles::DENIAL;
        let phrase_no = self.claimed().any(|unit| self.roles(unit).intersects(denies));
        let wording_no = self.edges.roles.intersects(denies | Roles::CONTRAST);
        let turned = match (phrase_no, wording_no) {
            (true, false) => self.asserts_what_was_denied(wording),
            (false, true) => wording.denies_a_gap() && !self.setting.rule.turns,
            _ => false,
        };
        if !turned {
            return false;
        }
        let may = self.setting.rule.turns || self.edges.conditional;
        let whole = self.setting.rule.turns || matches!(self.follow(), Follow::End | Follow::Name);
        !(phrase_no && may && whole && self.is_safe_to_turn())
    }

    /// A gap under the negation, or the denied verb itself, stands in the wording.
    fn asserts_what_was_denied(&self, wording: &CompiledWording) -> bool {
        let under = |gap: &Range<usize>| self.stands_under_negation(gap.start);
        let gaps = !self.edges.asks && self.candidate.gaps.iter().any(|(_, gap)| under(gap));
        gaps || self.claimed().any(|unit| self.says_again(wording, unit))
    }

    fn stands_under_negation(&self, gap: usize) -> bool {
        use crate::text::Between;
        let units = self.setting.units;
        let ends = Roles::REPORTER
            | Roles::RELATIVE
            | Roles::QUESTION
            | Roles::CONDITION
            | Roles::EXCEPTION;
        for at in (self.candidate.span.start..gap).rev() {
            let divided =
                units.before(at + 1).intersects(Between::END | Between::COMMA | Between::STOP);
            let roles = self.roles(at);
            if divided || !self.candidate.claims(at) {
                return false;
            }
            if roles.intersects(Roles::NEGATION | Roles::DENIAL) {
                return true;
            }
            if roles.intersects(ends) {
                return false;
            }
        }
        false
    }

    /// Whether the wording says what the word at `unit` says: «δεν είναι δυνατόν», «είναι δυνατόν αν».
    fn says_again(&self, wording: &CompiledWording, unit: usize) -> bool {
        let empty = Roles::TRANSPARENT
            | Roles::ARTICLE
            | Roles::PREPOSITION
            | Roles::CLITIC
            | Roles::CONTINUER
            | Roles::SUBJECT
            | Roles::OBJECT
            | Roles::ADVERB
            | Roles::NEGATION;
        let lexis = &self.setting.units.vocabulary.lexis;
        let Some(word) = self.setting.units.list.get(unit).filter(|it| !it.roles.intersects(empty))
        else {
            return false;
        };
        if wording.has(self.setting.units.folded.folded(word.word as usize)) {
            return true;
        }
        let mine = lexis.readings(word.id);
        let shares = |id: u32| {
            lexis.readings(id).iter().any(|it| mine.iter().any(|own| own.lexeme == it.lexeme))
        };
        wording.verbs.iter().any(|id| shares(*id))
    }

    /// The agent speaks of what the team does, and nothing in the sentence limits, denies or protects.
    fn is_safe_to_turn(&self) -> bool {
        let units = self.setting.units;
        let start = self.candidate.span.start;
        let before = seams::before(units, start);
        // A bare no holds nothing that would be promised: what its author puts in its place is the agent's to finish.
        let bare = self.setting.rule.turns
            && self.edges.blank != BlankUse::None
            && self.candidate.gaps.iter().all(|(_, gap)| gap.is_empty());
        let first = bare || self.setting.person().is_none_or(|person| person == 1);
        let subjects = self.claimed().filter(|unit| self.roles(*unit).contains(Roles::SUBJECT));
        let ours = subjects
            .into_iter()
            .all(|unit| units.speaks_as_agent(unit) || self.roles(unit).contains(Roles::ARTICLE));
        let stands_free = !matches!(before, Before::Other | Before::Subordinate);
        first && ours && stands_free && !self.sentence_limits()
    }

    fn sentence_limits(&self) -> bool {
        let units = self.setting.units;
        let limits = Roles::NEGATION
            | Roles::DENIAL
            | Roles::NEGATIVE
            | Roles::EXCEPTION
            | Roles::REASON
            | Roles::HEDGE
            | Roles::CONDITION;
        let Some(word) = units.word(self.candidate.span.start) else { return true };
        let same =
            |unit: &usize| units.word(*unit).is_some_and(|other| other.sentence == word.sentence);
        let back = (0..self.candidate.span.start).rev().take_while(same);
        let on = (self.candidate.span.start..units.list.len()).take_while(same);
        back.chain(on).any(|unit| {
            let protected = || {
                units.list.get(unit).is_some_and(|it| {
                    units.vocabulary.is_protected(units.folded.folded(it.word as usize))
                })
            };
            !self.candidate.claims(unit) && units.roles(unit).intersects(limits) || protected()
        })
    }
}
