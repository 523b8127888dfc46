//! Forms the suggestions of a finding: gaps filled in, words inflected, register and letter case set.

use std::borrow::Cow;

use super::candidate::TokenRange;
use super::guard;
use super::held::HoldReason;
use super::layer::Origin;
use super::match_context::MatchContext;
use super::syntax;
use super::template::{FirstLetter, Part, Template, change_first, push_text};
use super::token::Tokens;
use super::vocabulary::Roles;
use super::word_index::UNKNOWN;
use super::wording::{CompiledPiece, CompiledWording};
use crate::lexicon::{Form, Lexeme, Person, Tense};
use crate::rules::GapForm;
use crate::text::{self, Between, WordFlags};

/// Words that a line in capitals may hold.
const SHOUTING: WordFlags = WordFlags::ALL_CAPS.union(WordFlags::SINGLE).union(WordFlags::DIGIT);

/// A wording in its place.
pub struct FormedWording {
    /// What it says.
    pub template: Template,
    /// The agent promises to ask, check or tell.
    pub commits: bool,
    /// Why it may not take the place of the phrase.
    pub held: Option<HoldReason>,
    /// Its number in the rule.
    pub number: usize,
}

impl MatchContext<'_> {
    /// The wordings that can be formed, each with what the guard says to it.
    pub fn wordings(&self) -> Vec<FormedWording> {
        let formed = |(number, wording): (usize, &CompiledWording)| {
            let template = self.form(wording)?;
            let held = guard::judge(self, wording, &template);
            Some(FormedWording { template, commits: wording.edges.commits, held, number })
        };
        self.rule.prefer.iter().enumerate().filter_map(formed).collect()
    }

    /// Whether one of them may take the place of the phrase.
    pub fn has_fitting_wording(&self) -> bool {
        let fits = |wording: &CompiledWording| {
            self.form(wording)
                .is_some_and(|template| guard::judge(self, wording, &template).is_none())
        };
        self.rule.prefer.iter().any(fits)
    }

    /// The wording with its words inflected and its gaps in place; `None` if a form or a gap is not there.
    fn form(&self, wording: &CompiledWording) -> Option<Template> {
        let mut parts: Template = Vec::new();
        self.push_subject(&mut parts);
        let mut carried = false;
        for (index, piece) in wording.pieces.iter().enumerate() {
            match piece {
                CompiledPiece::Text(text) => push_text(&mut parts, text),
                CompiledPiece::Gap { number, optional, form } => {
                    self.push_gap(&mut parts, *number, *optional, *form)?
                }
                CompiledPiece::Variable { tense, person } => {
                    let verb = self.variable(*tense, *person)?;
                    let clitics = self.candidate.variable_clitics.clone();
                    let imperative = *tense == Tense::Imperative;
                    let before_clitic = imperative && self.clitic_follows(&wording.pieces[index..]);
                    let verb = match before_clitic {
                        true => Cow::Owned(text::before_clitic(verb)),
                        false => Cow::Borrowed(verb),
                    };
                    self.push_with_clitics(&mut parts, &verb, clitics, imperative);
                }
                CompiledPiece::ByRegister { formal, familiar } => {
                    let singular = self.speaks_familiarly(wording);
                    push_text(&mut parts, if singular { familiar } else { formal });
                }
                CompiledPiece::Word { lexeme, tense, person, governs } => {
                    let verb = self.inflect(lexeme, *tense, *person, *governs)?;
                    let imperative = *tense == Some(Tense::Imperative);
                    self.push_verb(
                        &mut parts,
                        verb,
                        std::mem::replace(&mut carried, true),
                        imperative,
                    );
                }
            }
        }
        self.push_stranded(&mut parts, carried);
        trim_end(&mut parts);
        self.set_case(&mut parts);
        if self.tokens.is_typed_plainly() {
            for part in &mut parts {
                if let Part::Text(text) = part {
                    *text = text::without_accents(text);
                }
            }
        }
        Some(parts)
    }

    /// Whether a wording speaks to one person here: as the draft does; where the draft does not tell, as a team wrote it.
    pub fn speaks_familiarly(&self, wording: &CompiledWording) -> bool {
        let as_written = wording.familiar && self.rule.origin == Origin::Team && !self.voice.shown;
        self.voice.familiar || as_written
    }

    /// A match that begins inside a contraction leaves the first part of it where it was: "it's" as "it".
    fn push_subject(&self, parts: &mut Template) {
        if let Some(span) = self.tokens.before_apostrophe(self.candidate.span.start) {
            parts.push(Part::Kept { span, first: FirstLetter::AsIs });
            parts.push(Part::Text(" ".to_owned()));
        }
    }

    /// Whether a gap with a clitic is right after the first of these pieces, as the two accents of the draft's verb tell:
    /// «πλήρωσέ | το».
    fn clitic_follows(&self, pieces: &[CompiledPiece]) -> bool {
        let [_, CompiledPiece::Text(space), CompiledPiece::Gap { number, .. }, ..] = pieces else {
            return false;
        };
        let gap = self.candidate.gaps.iter().find(|(gap, _)| gap == number);
        let before = gap.and_then(|(_, gap)| self.tokens.word(gap.start.checked_sub(1)?));
        let verb = before.and_then(|word| self.tokens.folded.draft.get(word.span()));
        space.trim().is_empty() && verb.is_some_and(|verb| text::accents(verb) > 1)
    }

    /// The verb with the clitics that the phrase carried, and after it the movable words that are kept.
    fn push_verb(&self, parts: &mut Template, verb: &str, carried: bool, imperative: bool) {
        let clitics = if carried { 0..0 } else { self.candidate.clitics.clone() };
        self.push_with_clitics(parts, verb, clitics, imperative);
        if !carried {
            for kept in &self.candidate.kept {
                self.push_tokens(parts, kept.clone(), Before);
            }
        }
    }

    /// Clitics are before a verb and after an imperative: «σας το στέλνω», «στείλτε μού το».
    fn push_with_clitics(
        &self,
        parts: &mut Template,
        verb: &str,
        clitics: TokenRange,
        imperative: bool,
    ) {
        if !imperative {
            self.push_tokens(parts, clitics.clone(), After);
        }
        if imperative && clitics.start < clitics.end {
            push_text(parts, &text::before_clitic(verb));
            self.push_tokens(parts, clitics, Before);
        } else {
            push_text(parts, verb);
        }
    }

    /// A wording without a verb of its own still keeps the words that the draft must not lose.
    fn push_stranded(&self, parts: &mut Template, carried: bool) {
        if !carried {
            for kept in &self.candidate.kept {
                self.push_tokens(parts, kept.clone(), Before);
            }
        }
    }

    fn push_tokens(&self, parts: &mut Template, tokens: TokenRange, space: Space) {
        if tokens.is_empty() {
            return;
        }
        let span = self.tokens.bytes(tokens.start, tokens.end);
        if space == Before {
            push_text(parts, " ");
        }
        parts.push(Part::Kept { span, first: self.moved_from_start(tokens.start) });
        if space == After {
            push_text(parts, " ");
        }
    }

    /// Words that began the sentence only had their capital from there.
    fn moved_from_start(&self, token: usize) -> FirstLetter {
        let word = self.tokens.word(token);
        let begins = self.tokens.before(token).contains(Between::END);
        let shouted = word.is_some_and(|word| word.flags.contains(WordFlags::SINGLE))
            && self
                .tokens
                .word(token + 1)
                .is_some_and(|next| next.flags.contains(WordFlags::ALL_CAPS));
        if shouted {
            return FirstLetter::AsIs;
        }
        let ours = word.is_some_and(|word| {
            word.flags.contains(WordFlags::CAPITAL)
                && !word.flags.intersects(WordFlags::ALL_CAPS | WordFlags::DIGIT)
                && word.flags.contains(WordFlags::GREEK) == self.tokens.folded.greek
        });
        // "Mrs Novak. Mia is here": who does something in a sentence that is joined to another may be somebody.
        let named = token > self.candidate.span.start
            && self.tokens.list.get(token).is_some_and(|it| it.id == UNKNOWN)
            && syntax::heads_clause(self.tokens, token + 1)
            && !syntax::heads_clause(self.tokens, token);
        if begins && ours && !named { FirstLetter::Small } else { FirstLetter::AsIs }
    }

    /// The verb that a variable of the phrase matched, in another form.
    fn variable(&self, tense: Tense, person: Option<u8>) -> Option<&str> {
        let (word, class) = self.candidate.variable?;
        let reading = self.layer.reading(class, word, self.tokens.vocabulary)?;
        let lexeme = self.tokens.vocabulary.lexemes.at(reading.lexeme)?;
        let person = self.person_of(person, reading.person);
        lexeme.spelling(Some(tense), Some(person)).or_else(|| lexeme.spelling(Some(tense), None))
    }

    /// The article that a gap lost to the phrase, as it is in the wording.
    fn push_article(&self, parts: &mut Template, gap: &TokenRange, form: GapForm) -> Option<()> {
        let before = gap.start.checked_sub(1)?;
        let article = self.tokens.list.get(before)?;
        let span = self.tokens.bytes(before, before + 1);
        let said = match form {
            GapForm::Subject => self.tokens.vocabulary.nominative(article.id)?.to_owned(),
            GapForm::AsIs => self.tokens.folded.draft.get(span)?.to_owned(),
        };
        push_text(parts, &said);
        push_text(parts, " ");
        Some(())
    }

    fn push_gap(
        &self,
        parts: &mut Template,
        number: u16,
        optional: bool,
        form: GapForm,
    ) -> Option<()> {
        let bytes = self.gaps.iter().find(|(gap, _)| *gap == number).map(|(_, bytes)| bytes);
        let tokens =
            self.candidate.gaps.iter().find(|(gap, _)| *gap == number).map(|(_, tokens)| tokens);
        match (bytes, tokens) {
            (Some(bytes), Some(tokens)) => {
                if self.split.contains(&number) {
                    self.push_article(parts, tokens, form)?;
                } else if form == GapForm::Subject {
                    return None;
                }
                contract(parts, self.tokens, tokens.start);
                parts.push(Part::Kept {
                    span: bytes.clone(),
                    first: self.moved_from_start(tokens.start),
                });
                Some(())
            }
            _ => optional.then_some(()),
        }
    }

    fn inflect<'l>(
        &self,
        lexeme: &'l Lexeme,
        tense: Option<Tense>,
        person: Option<u8>,
        governs: Option<u16>,
    ) -> Option<&'l str> {
        let matched = self.matched();
        let tense =
            tense.or_else(|| matched.and_then(|reading| reading.tense)).unwrap_or(Tense::Present);
        let person = match governs.filter(|_| person.is_none() && self.is_impersonal(lexeme)) {
            Some(gap) => self.person_in(gap)?,
            None => self.person_of(person, matched.and_then(|reading| reading.person)),
        };
        lexeme.spelling(Some(tense), Some(person)).or_else(|| lexeme.spelling(None, None))
    }

    /// The phrase has no person that a verb of the wording could have («δεν γίνεται να σας συνδέσω»), and the language has persons
    /// in the verb that it governs.
    fn is_impersonal(&self, lexeme: &Lexeme) -> bool {
        let nobody = Person { person: 3, plural: false };
        let matched = self.matched();
        let same_verb = matched
            .and_then(|reading| self.tokens.vocabulary.lexemes.at(reading.lexeme))
            .is_some_and(|matched| matched.name == lexeme.name);
        let governed =
            |form: &Form| form.tense == Some(Tense::Subjunctive) && form.person.is_some();
        !same_verb
            && matched.and_then(|reading| reading.person).is_none_or(|person| person == nobody)
            && lexeme.forms.iter().any(governed)
    }

    /// The person of the verb that a gap begins with; `None` where it is not certain.
    fn person_in(&self, gap: u16) -> Option<Person> {
        let (_, tokens) = self.candidate.gaps.iter().find(|(number, _)| *number == gap)?;
        let passes = Roles::CLITIC | Roles::NEGATION;
        let verb = tokens.clone().find(|token| !self.tokens.roles(*token).intersects(passes))?;
        let readings = self.tokens.vocabulary.lexemes.readings(self.tokens.list.get(verb)?.id);
        let mut persons = readings.iter().filter_map(|reading| reading.person);
        let first = persons.next()?;
        persons.all(|person| person == first).then_some(first)
    }

    /// The person of the wording's word: the one it names, else that of the first inflected word matched.
    fn person_of(&self, named: Option<u8>, matched: Option<Person>) -> Person {
        let same = |person: u8| matched.filter(|matched| matched.person == person);
        match named {
            Some(person) => same(person).unwrap_or(Person { person, plural: self.plural(person) }),
            None => matched.unwrap_or(Person { person: 3, plural: false }),
        }
    }

    fn plural(&self, person: u8) -> bool {
        match person {
            1 => self.voice.we,
            2 => !self.voice.familiar,
            _ => false,
        }
    }

    fn set_case(&self, parts: &mut Template) {
        let has_own = self.candidate.span.clone().any(|token| self.candidate.claims(token));
        let flags: Vec<WordFlags> = self
            .candidate
            .span
            .clone()
            .filter(|token| !has_own || self.candidate.claims(*token))
            .filter_map(|token| self.tokens.word(token))
            .map(|word| word.flags)
            .collect();
        let abbreviation = self.abbreviation(&flags);
        let shouted = !abbreviation
            && flags.iter().all(|flags| flags.intersects(SHOUTING))
            && (flags.iter().any(|flags| flags.contains(WordFlags::ALL_CAPS))
                || self.among_capitals());
        let first = self.candidate.span.start;
        let sentence = self.tokens.before(first).contains(Between::END);
        let begins = self.begins_with_capital() && (sentence || !abbreviation);
        if shouted {
            for part in parts.iter_mut() {
                if let Part::Text(text) = part {
                    *text = text::uppercase(text);
                }
            }
        } else if begins {
            change_first(parts, FirstLetter::Capital);
        } else if self.rule.capital_style {
            change_first(parts, FirstLetter::Small);
        }
    }

    /// Single letters only, which tell nothing: the word next to them does ("CAN U SEND IT").
    fn among_capitals(&self) -> bool {
        let span = &self.candidate.span;
        let word = |token: usize| self.tokens.word(token);
        let own =
            |token: usize| word(token).is_some_and(|word| word.flags.contains(WordFlags::CAPITAL));
        let loud = |token: Option<usize>| {
            token.and_then(word).is_some_and(|word| word.flags.contains(WordFlags::ALL_CAPS))
        };
        let beside = [span.start.checked_sub(1), Some(span.end)];
        span.clone().all(own) && span.clone().map(Some).chain(beside).any(loud)
    }

    /// One word in capitals among words in small letters is a name like SLA, and no shout.
    fn abbreviation(&self, claimed: &[WordFlags]) -> bool {
        let span = &self.candidate.span;
        let beside = [span.start.checked_sub(1), Some(span.end)].into_iter().flatten();
        let mut beside = beside.filter(|token| *token < self.tokens.list.len());
        claimed.len() == 1
            && beside.any(|token| {
                self.tokens.word(token).is_some_and(|it| !it.flags.intersects(SHOUTING))
            })
    }

    /// The English I has its capital anywhere, so it counts at the start of a sentence only.
    fn begins_with_capital(&self) -> bool {
        let first = self.candidate.span.start;
        let word = self.tokens.word(first);
        let folded = self.folded(first);
        let english_i = folded == "i" || folded.starts_with("i'");
        word.is_some_and(|word| word.flags.contains(WordFlags::CAPITAL))
            && (!english_i || self.tokens.before(first).contains(Between::END))
    }
}

/// An empty gap at the end leaves the space that was before it.
fn trim_end(parts: &mut Template) {
    if let Some(Part::Text(text)) = parts.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
    }
}

/// «σε» and the article of the gap after it become one word: σε + τον, στον.
fn contract(parts: &mut Template, tokens: &Tokens<'_>, first: usize) {
    let Some(Part::Text(text)) = parts.last_mut() else { return };
    let article = tokens.word(first).map(|word| word.start as usize);
    let begins_with_t = article
        .and_then(|start| tokens.folded.draft.get(start..))
        .is_some_and(|rest| rest.starts_with('τ') && tokens.roles(first).contains(Roles::ARTICLE));
    let alone = text.strip_suffix("σε ").filter(|rest| !rest.ends_with(char::is_alphanumeric));
    if begins_with_t && let Some(rest) = alone {
        *text = format!("{rest}σ");
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    Before,
    After,
}
use Space::{After, Before};
