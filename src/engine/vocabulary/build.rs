//! Builds the vocabulary from the word files.

use super::{Group, GroupKind, Roles, Vocabulary, WordId};
use crate::engine::lexemes::Reading;
use crate::lexicon::{LanguageData, Lexeme, Person, Tense};
use crate::text::{self, Folded, Folder};

/// The words of the languages' files, with their lexemes spelled out.
pub(super) fn build(languages: &[(LanguageData, Vec<Lexeme>)]) -> Vocabulary {
    let vocabulary = Vocabulary { roles: vec![Roles::empty()], ..Vocabulary::default() };
    let mut builder = Builder { vocabulary, folder: Folder::default() };
    for (data, _) in languages {
        builder.spellings(data);
        let lookalikes = data.lookalikes.iter().map(|word| text::key(word));
        builder.vocabulary.lookalikes.extend(lookalikes);
        let folded = |list: &[String]| list.iter().map(|it| text::key(it)).collect::<Vec<_>>();
        builder.vocabulary.verb_endings.extend(folded(&data.grammar.verb_endings));
        builder.vocabulary.past_endings.extend(folded(&data.grammar.past_endings));
        builder.vocabulary.services.extend(folded(&data.grammar.services));
        builder.vocabulary.protected.extend(folded(&data.grammar.protected));
        builder.vocabulary.limiters.extend(folded(&data.grammar.limiters));
        builder.vocabulary.safeguards.extend(folded(&data.grammar.safeguards));
    }
    for (_, lexemes) in languages {
        builder.lexemes(lexemes);
    }
    for (data, _) in languages {
        builder.give_verb_roles(data);
        builder.give_roles(data);
        builder.give_grammar(data);
        builder.give_groups(data);
    }
    builder.vocabulary
}

struct Builder {
    vocabulary: Vocabulary,
    folder: Folder,
}

impl Builder {
    fn spellings(&mut self, data: &LanguageData) {
        for spellings in &data.same {
            let mut leading = None;
            for spelling in spellings {
                let folded = text::key(spelling);
                match leading {
                    None => leading = Some(self.vocabulary.number(&folded)),
                    Some(id) => self.vocabulary.spell(&folded, id),
                }
            }
        }
        for word in &data.homographs {
            self.vocabulary.homograph(word);
        }
        for (short, long) in &data.contractions {
            let vocabulary = &mut self.vocabulary;
            let read = text::key(long).split(' ').map(|word| vocabulary.number(word)).collect();
            let id = vocabulary.number(&text::key(short));
            vocabulary.grant(id, Roles::CONTRACTION);
            vocabulary.contractions.insert(id, read);
        }
    }

    fn lexemes(&mut self, lexemes: &[Lexeme]) {
        for lexeme in lexemes {
            let mut lexemes = std::mem::take(&mut self.vocabulary.lexemes);
            lexemes.add(lexeme.clone(), |spelling| self.numbers(spelling));
            self.vocabulary.lexemes = lexemes;
        }
    }

    fn give_verb_roles(&mut self, data: &LanguageData) {
        let Vocabulary { lexemes, roles, .. } = &mut self.vocabulary;
        let mut grant = |id: WordId, granted| {
            if let Some(known) = roles.get_mut(id as usize) {
                known.insert(granted);
            }
        };
        lexemes.all_readings().for_each(|(id, readings)| grant(id, roles_of(readings)));
        for (names, role) in [(&data.asking, Roles::ASKING), (&data.reporting, Roles::REPORTING)] {
            let named = names.iter().filter_map(|name| lexemes.find(name));
            named.flat_map(|lexeme| lexemes.forms(lexeme)).for_each(|id| grant(*id, role));
        }
    }

    fn give_roles(&mut self, data: &LanguageData) {
        let stops = &data.stops;
        let lists: [(&[String], Roles); 12] = [
            (&data.clitics, Roles::CLITIC),
            (&data.negations, Roles::NEGATION),
            (&data.familiar, Roles::FAMILIAR),
            (&data.conditions, Roles::CONDITION | Roles::CONNECTIVE),
            (&data.reporters, Roles::REPORTER),
            (&stops.always, Roles::CONNECTIVE),
            (&stops.unless_asking, Roles::STOP_UNLESS_ASKING | Roles::CONNECTIVE),
            (&stops.before_verb, Roles::STOP_BEFORE_VERB | Roles::CONNECTIVE),
            (&stops.joins, Roles::JOIN),
            (&stops.clause_openers, Roles::CLAUSE_OPENER),
            (&stops.continuers, Roles::CONTINUER),
            (&stops.list_closers, Roles::LIST_CLOSER),
        ];
        for (words, role) in lists {
            for word in words.iter().filter(|word| !word.contains(' ')) {
                self.give(word, role);
            }
        }
        for (formal, familiar) in &data.registers {
            // A pair of several words, «θα σας» and «θα σε», is for wordings; «σε» alone tells no register.
            if !familiar.contains(' ') {
                self.give(formal, Roles::FORMAL);
                self.give(familiar, Roles::FAMILIAR);
            }
            let Vocabulary { registers, register_of, .. } = &mut self.vocabulary;
            for name in [formal, familiar] {
                register_of.entry(text::key(name)).or_insert(registers.len());
            }
            registers.push((formal.clone(), familiar.clone()));
        }
    }

    /// What the guard asks about words: of a verb of the word table every form has it.
    fn give_grammar(&mut self, data: &LanguageData) {
        let grammar = &data.grammar;
        let lists: [(&[String], Roles); 34] = [
            (&grammar.articles, Roles::ARTICLE),
            (&grammar.prepositions, Roles::PREPOSITION),
            (&grammar.subjects, Roles::SUBJECT),
            (&grammar.objects, Roles::OBJECT),
            (&grammar.pointers, Roles::POINTER),
            (&grammar.particles, Roles::PARTICLE),
            (&grammar.transparent, Roles::TRANSPARENT),
            (&grammar.questions, Roles::QUESTION),
            (&grammar.times, Roles::WHEN),
            (&grammar.reasons, Roles::REASON),
            (&grammar.contrasts, Roles::CONTRAST),
            (&grammar.exceptions, Roles::EXCEPTION),
            (&grammar.relatives, Roles::RELATIVE),
            (&grammar.negatives, Roles::NEGATIVE),
            (&grammar.denials, Roles::DENIAL),
            (&grammar.hedges, Roles::HEDGE),
            (&grammar.degrees, Roles::DEGREE),
            (&grammar.calendar, Roles::CALENDAR),
            (&grammar.greetings, Roles::GREETING),
            (&grammar.requests, Roles::REQUEST),
            (&grammar.coordinators, Roles::COORDINATOR),
            (&grammar.days, Roles::DAY),
            (&grammar.titles, Roles::TITLE),
            (&grammar.courtesies, Roles::COURTESY),
            (&grammar.regrets, Roles::REGRET),
            (&grammar.needs, Roles::NEED),
            (&grammar.adverbs, Roles::ADVERB),
            (&grammar.before_question, Roles::BEFORE_QUESTION),
            (&grammar.before_report, Roles::BEFORE_REPORT),
            (&grammar.before_noun, Roles::BEFORE_NOUN),
            (&grammar.awaiting, Roles::AWAITING),
            (&grammar.before_verb, Roles::BEFORE_VERB),
            (&grammar.accusative, Roles::ACCUSATIVE),
            (&grammar.genitive, Roles::GENITIVE),
        ];
        for (accusative, nominative) in &data.nominatives {
            for number in self.numbers(accusative).collect::<Vec<_>>() {
                self.vocabulary.nominatives.insert(number, nominative.clone());
            }
        }
        for word in &grammar.future {
            let numbers: Vec<WordId> = self.numbers(word).collect();
            self.vocabulary.future.extend(numbers);
        }
        for (words, role) in lists {
            for word in words.iter().filter(|word| !word.contains(' ')) {
                self.give(word, role);
                let Vocabulary { lexemes, .. } = &self.vocabulary;
                let forms =
                    lexemes.find(word).map(|it| lexemes.forms(it).to_vec()).unwrap_or_default();
                forms.into_iter().for_each(|id| self.vocabulary.grant(id, role));
            }
        }
    }

    fn give(&mut self, word: &str, role: Roles) {
        self.numbers(word).for_each(|id| self.vocabulary.grant(id, role));
    }

    fn give_groups(&mut self, data: &LanguageData) {
        let lists = [
            (&data.dropped, GroupKind::Dropped),
            (&data.kept, GroupKind::Kept),
            (&data.stops.always, GroupKind::Stop),
            (&data.conditions, GroupKind::Condition),
            (&data.grammar.pleasantries, GroupKind::Pleasantry),
            (&data.grammar.offers, GroupKind::Offer),
        ];
        for (groups, kind) in lists {
            // A condition of one word is a role of that word.
            let whole = |group: &&String| kind != GroupKind::Condition || group.contains(' ');
            for group in groups.iter().filter(whole) {
                self.give_group(group, kind);
            }
        }
        // Of two groups with one beginning the longer is the one meant.
        let groups = self.vocabulary.groups.values_mut();
        groups.for_each(|groups| groups.sort_by_key(|group| std::cmp::Reverse(group.rest.len())));
    }

    fn give_group(&mut self, group: &str, kind: GroupKind) {
        let Builder { vocabulary, folder } = self;
        let words: Vec<(WordId, Option<WordId>)> = folder.read(group, |folded| {
            (0..folded.words.len()).map(|index| vocabulary.numbers_at(folded, index)).collect()
        });
        let Some(((generic, variant), rest)) = words.split_first() else { return };
        let rest: Box<[(WordId, WordId)]> =
            rest.iter().map(|(generic, variant)| (*generic, variant.unwrap_or(*generic))).collect();
        for id in std::iter::once(*generic).chain(*variant) {
            vocabulary.grant(id, Roles::GROUP);
            vocabulary.groups.entry(id).or_default().push(Group { rest: rest.clone(), kind });
        }
    }

    /// The numbers that a single word as written stands for: its own, and of a homograph the one of its accent.
    fn numbers(&mut self, word: &str) -> impl Iterator<Item = WordId> + use<> {
        let Builder { vocabulary, folder } = self;
        let numbers = folder.read(word, |folded| {
            (!folded.words.is_empty()).then(|| vocabulary.numbers_at(folded, 0))
        });
        numbers.into_iter().flat_map(|(generic, variant)| std::iter::once(generic).chain(variant))
    }
}

impl Vocabulary {
    fn homograph(&mut self, word: &str) {
        let folded = text::fold(word);
        let Some(accent) = folded.words.first().map(|word| word.accent) else { return };
        let generic = self.number(folded.folded(0));
        self.grant(generic, Roles::HOMOGRAPH);
        let known = self
            .variants
            .get(&generic)
            .is_some_and(|list| list.iter().any(|(known, _)| *known == accent));
        if !known {
            let id = self.roles.len() as WordId;
            self.roles.push(Roles::empty());
            self.variants.entry(generic).or_default().push((accent, id));
        }
    }

    fn grant(&mut self, id: WordId, roles: Roles) {
        if let Some(known) = self.roles.get_mut(id as usize) {
            known.insert(roles);
        }
    }

    /// Gives a folded word this number, unless it has one.
    fn spell(&mut self, folded: &str, id: WordId) {
        if self.index.get(text::hash(folded), || folded.as_bytes()).is_none() {
            self.index.insert(folded, id);
        }
    }

    /// The number of a folded word, a new one if need be.
    fn number(&mut self, folded: &str) -> WordId {
        if let Some(id) = self.index.get(text::hash(folded), || folded.as_bytes()) {
            return id;
        }
        let id = self.roles.len() as WordId;
        self.roles.push(Roles::empty());
        self.index.insert(folded, id);
        id
    }

    /// The number of a word of a text, and of a homograph the one of its accent.
    fn numbers_at(&mut self, folded: &Folded<'_>, index: usize) -> (WordId, Option<WordId>) {
        let accent = folded.words.get(index).map_or(text::NO_ACCENT, |word| word.accent);
        let generic = self.number(folded.folded(index));
        (generic, self.variant(generic, accent))
    }
}

/// What the tenses of a word tell of it.
fn roles_of(readings: &[Reading]) -> Roles {
    let begins = |reading: &Reading| {
        matches!(
            reading.tense,
            Some(Tense::Present | Tense::Imperfect | Tense::Past | Tense::Imperative)
        ) && reading.person.is_some()
    };
    let mut roles = Roles::empty();
    roles.set(Roles::FINITE, readings.iter().any(begins));
    roles.set(Roles::VERB, readings.iter().any(|reading| reading.tense.is_some()));
    let second = |plural: bool| {
        readings.iter().all(|reading| reading.person == Some(Person { person: 2, plural }))
    };
    roles.set(Roles::FAMILIAR, second(false));
    roles.set(Roles::FORMAL, second(true));
    roles
}
