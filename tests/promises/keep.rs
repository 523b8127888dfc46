//! What a rewrite promises, as code: a list of everything that one draft breaks.
//!
//! The words of the promises need definitions here:
//!
//! - *Marks* are the bytes that [`Finding::marks`] shows: the phrase's own words, and the words beside them that it takes
//!   along (δυστυχώς). Whatever else stands in the span of a finding is kept: gaps, pronouns that go to another verb, and
//!   words that were stepped over. Only marks of findings that were applied may go.
//! - *In order*: the kept words of a span follow each other in what replaces it. One stretch that touches a mark may have
//!   moved as a whole, and pronouns at the edge of a mark (σας το) may stand by the verb of the wording.
//! - *Facts* are what [`text::facts`] takes for one. A fact of the draft stands in the rewrite letter for letter, as often. It may
//!   go where the phrase of an applied rule has the word itself as plain text: a name that the lead wrote down. A word that
//!   is a name by its capital alone («Γεια, Δυστυχώς δεν …») may go as well where it is one of those that every draft may lose, or
//!   a form of a word that the phrase names.
//! - *Spelled by a wording* are the words of a rule's `prefer`, in every form; what a rewrite has beyond the draft is one of them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use kalologos::engine::{Engine, Finding, Pick, Review, Scope};
use kalologos::lexicon::Lexeme;
use kalologos::rules::{Avoid, Element, Piece, Rule, WordSpec};
use kalologos::ruleset::RuleSet;
use kalologos::text::{self, Draft};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// An engine, and the words that its rules spell out.
pub struct Book {
    pub engine: Engine,
    spelled: HashMap<String, Spelled>,
}

/// The words of a rule, folded.
#[derive(Default)]
struct Spelled {
    /// The plain words of its phrases.
    phrases: Vec<String>,
    /// Every form of the words that they name; of a verb variable every verb.
    forms: HashSet<String>,
    wordings: Vec<String>,
}

impl Spelled {
    fn may_take(&self, word: &String) -> bool {
        self.phrases.contains(word) || self.forms.contains(word) || DROPPED.contains(&word.as_str())
    }
}

impl Book {
    pub fn new(rule_set: &RuleSet) -> Book {
        let engine = rule_set.engine();
        let rules = rule_set.packs().iter().flat_map(|pack| &pack.rules.rules);
        let spelled = rules.map(|rule| (rule.id.clone(), spelled(&engine, rule))).collect();
        Book { engine, spelled }
    }

    fn check(&self, draft: &str, scope: &Scope<'_>, picks: &[Pick]) -> Review {
        let draft = Draft::new(draft).expect("a short draft");
        self.engine.check_as_picked(draft, scope, picks)
    }
}

fn spelled(engine: &Engine, rule: &Rule) -> Spelled {
    let mut spelled = Spelled::default();
    if let Avoid::Phrases(phrases) = &rule.avoid {
        phrases.iter().for_each(|it| of_phrase(engine, &it.elements(), &mut spelled));
    }
    for piece in rule.prefer.iter().flat_map(|it| it.pieces().into_owned()) {
        match piece {
            Piece::Text(text) => spelled.wordings.extend(words(&text)),
            Piece::Word(spec) => spelled.wordings.extend(forms(engine, &spec)),
            Piece::Blank(_) | Piece::Gap { .. } => {}
        }
    }
    spelled
}

fn of_phrase(engine: &Engine, elements: &[Element], spelled: &mut Spelled) {
    for element in elements {
        match element {
            Element::Text(text) => spelled.phrases.extend(words(text)),
            Element::Choice(branches) | Element::Listed { branches, .. } => {
                branches.iter().for_each(|it| of_phrase(engine, it, spelled));
            }
            Element::Word(spec) => spelled.forms.extend(forms(engine, spec)),
            Element::Gap { .. } => {}
        }
    }
}

/// Every form of a word, and its name, which is one for pronouns.
fn forms(engine: &Engine, spec: &WordSpec) -> Vec<String> {
    let lexemes: Vec<&Lexeme> = match spec.is_variable() {
        true => engine.vocabulary().all_lexemes().collect(),
        false => engine.lexeme(&spec.name).into_iter().collect(),
    };
    let forms = lexemes.into_iter().flat_map(|lexeme| &lexeme.forms);
    let mut found: Vec<String> = forms.flat_map(|form| words(&form.spelling)).collect();
    found.extend(words(&spec.name));
    found
}

/// Words that a rewording may drop beside a phrase, as `dropped` of the word files has them.
#[rustfmt::skip]
const DROPPED: &[&str] = &[
    "δυστυχωσ", "πλεον", "καθολου", "απλα", "απλωσ", "βασικα", "λοιπον", "με", "τιποτα", "επ", "ουδενι", "σε", "καμια", "περιπτωση",
    "κανεναν", "κανενα", "τροπο", "ουτωσ", "η", "αλλωσ", "πραγματικα", "ειλικρινα", "φυσικα", "καν", "λυπαμαι", "αλλα", "πολυ", "λυπουμαι",
    "λυπουμαστε", "λυπομαστε", "συγγνωμη", "unfortunately", "regrettably", "sadly", "actually", "really", "simply", "honestly",
    "basically", "definitely", "absolutely", "just", "i", "m", "am", "afraid", "at", "all",
    // Halves of what is written together, and of what a phrase has in two.
    "re", "s", "t", "ll", "ve", "d", "cannot",
];

/// The words of a text in small letters without accents, «στο» as σε το: not by the fold of the program, which is under test.
pub fn words(text: &str) -> Vec<String> {
    let letters = text.nfd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase);
    let letters: String = letters.map(|it| if it == 'ς' { 'σ' } else { it }).collect();
    let words = letters.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words
        .flat_map(|word| match word.strip_prefix("στ") {
            Some("ον" | "ην" | "η" | "ο" | "ουσ" | "ισ" | "α") => {
                vec!["σε".to_owned(), word[2..].to_owned()]
            }
            _ => vec![word.to_owned()],
        })
        .collect()
}

/// What became of drafts.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Every broken promise, with its draft.
    pub broken: Vec<String>,
    /// Findings whose wording stands in the rewrite.
    pub applied: usize,
    /// Wordings that were held back.
    pub held: usize,
}

impl Outcome {
    pub fn add(&mut self, other: Outcome) {
        self.broken.extend(other.broken);
        self.applied += other.applied;
        self.held += other.held;
    }
}

/// What is broken when this draft is checked, and when each of its suggestions is picked alone.
pub fn broken(book: &Book, scope: &Scope<'_>, draft: &str) -> Outcome {
    let review = book.check(draft, scope, &[]);
    let mut broken = of_review(book, scope, draft, &review);
    let applied = review.findings.iter().filter(|it| it.chosen.is_some()).count();
    let held = review.findings.iter().map(|it| it.held.len()).sum();
    if review.findings.is_empty() {
        return Outcome { broken, applied, held };
    }
    let past: Vec<Pick> =
        review.findings.iter().map(|it| Pick::Wording(it.suggestions.len())).collect();
    if book.check(draft, scope, &past).rewrite != review.rewrite {
        broken.push(format!("a wording that is not offered can be picked in {draft:?}"));
    }
    for (number, finding) in review.findings.iter().enumerate() {
        for wording in 0..finding.suggestions.len() {
            let mut picks = vec![Pick::Keep; review.findings.len()];
            picks[number] = Pick::Wording(wording);
            let picked = book.check(draft, scope, &picks);
            if picked.findings.get(number).and_then(|it| it.chosen) != Some(wording) {
                broken.push(format!(
                    "wording {wording} of {} was picked, not applied",
                    finding.rule.id
                ));
            }
            broken.extend(of_review(book, scope, draft, &picked));
        }
    }
    broken.sort();
    broken.dedup();
    Outcome { broken, applied, held }
}

fn of_review(book: &Book, scope: &Scope<'_>, draft: &str, review: &Review) -> Vec<String> {
    let mut told = Vec::new();
    told.extend(misplaced(draft, &review.findings));
    told.extend(misplaced(&review.rewrite, &review.remaining));
    if told.is_empty() {
        told.extend(changed_elsewhere(draft, review));
        told.extend(not_applied(&review.findings));
        told.extend(
            applied(&review.findings).iter().filter_map(|it| lost_words(draft, review, it)),
        );
        told.extend(lost_facts(book, draft, review));
        told.extend(invented_facts(book, draft, review));
    }
    for finding in &review.findings {
        let offered = |text: &str| finding.suggestions.iter().any(|it| it.text == text);
        if finding.held.iter().any(|it| offered(&it.text)) {
            told.push("a wording is offered and held back".to_owned());
        }
    }
    let unfilled = |text: &str| text.starts_with('[') && text.ends_with(']');
    if !review.blanks.iter().all(|it| review.rewrite.get(it.span.clone()).is_some_and(unfilled)) {
        told.push("a blank is none".to_owned());
    }
    if !same_places(&book.check(&review.rewrite, scope, &[]).findings, &review.remaining) {
        told.push("what remains is not what the rewrite has".to_owned());
    }
    let ids: Vec<&str> = review.findings.iter().map(|it| it.rule.id.as_str()).collect();
    let case = |what: String| {
        format!("{what}\n    {draft:?}\n    {:?}\n    {}", review.rewrite, ids.join(", "))
    };
    told.into_iter().map(case).collect()
}

fn same_places(found: &[Finding], remaining: &[Finding]) -> bool {
    let place = |it: &Finding| (it.rule.id.clone(), it.span.clone(), it.marks.clone());
    found.iter().map(place).eq(remaining.iter().map(place))
}

/// Findings come by place, on whole characters, with their marks inside.
fn misplaced(text: &str, findings: &[Finding]) -> Vec<String> {
    let mut told = Vec::new();
    let key = |it: &Finding| (it.span.start, std::cmp::Reverse(it.span.end));
    if !findings.is_sorted_by_key(key) {
        told.push("findings are out of order".to_owned());
    }
    for finding in findings {
        let Finding { span, marks, chosen, suggestions, rule, .. } = finding;
        let inside = |mark: &Range<usize>| {
            text.get(mark.clone()).is_some_and(|it| !it.is_empty())
                && span.start <= mark.start
                && mark.end <= span.end
        };
        if text.get(span.clone()).is_none() || marks.is_empty() || !marks.iter().all(inside) {
            told.push(format!("{} has no sound place: {span:?} {marks:?}", rule.id));
        }
        if !marks.is_sorted_by_key(|mark| mark.start) {
            told.push(format!("marks of {} are out of order", rule.id));
        }
        if chosen.is_some_and(|it| it >= suggestions.len()) {
            told.push(format!("{} applied what it does not offer", rule.id));
        }
    }
    told
}

/// The applied findings that lie in no other, in order.
fn applied(findings: &[Finding]) -> Vec<&Finding> {
    let mut outermost: Vec<&Finding> = Vec::new();
    for finding in findings.iter().filter(|it| it.chosen.is_some()) {
        if outermost.last().is_none_or(|last| last.span.end <= finding.span.start) {
            outermost.push(finding);
        }
    }
    outermost
}

/// Outside the spans of what was applied every letter stays; only small and capital may change.
fn changed_elsewhere(draft: &str, review: &Review) -> Option<String> {
    let small = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<String>();
    let mut expected = String::new();
    let mut at = 0;
    for finding in applied(&review.findings) {
        expected.push_str(&draft[at..finding.span.start]);
        expected.push_str(finding.applied().map_or("", |it| it.text.as_str()));
        at = finding.span.end;
    }
    expected.push_str(&draft[at..]);
    let same = small(&expected) == small(&review.rewrite);
    (!same).then(|| format!("the rewrite is not the draft with its suggestions: {expected:?}"))
}

/// What is said to be applied stands in the rewrite, also where it lies in another finding.
fn not_applied(findings: &[Finding]) -> Vec<String> {
    let outermost = applied(findings);
    let small = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<String>();
    let stands = |finding: &&Finding| {
        outermost.iter().any(|outer| {
            let said = |it: &Finding| it.applied().map_or(String::new(), |it| small(&it.text));
            std::ptr::eq(*outer, *finding)
                || outer.span.start <= finding.span.start
                    && finding.span.end <= outer.span.end
                    && said(outer).contains(said(finding).trim())
        })
    };
    let missing = findings.iter().filter(|it| it.chosen.is_some()).filter(|it| !stands(it));
    missing.map(|it| format!("{} is said to be applied and is not", it.rule.id)).collect()
}

/// Pronouns that go to the verb of a wording.
#[rustfmt::skip]
const CLITICS: &[&str] = &[
    "μου", "σου", "του", "τησ", "μασ", "σασ", "τουσ", "με", "σε", "τον", "την", "τη", "το", "τα", "τισ", "τεσ",
    "mou", "sou", "tou", "ths", "tis", "mas", "sas", "tous", "me", "se", "ton", "thn", "tin", "to", "ta",
];

/// What stands in the span of a finding outside its marks, between each two of them, without what findings in it mark.
fn kept(draft: &str, review: &Review, finding: &Finding) -> Vec<Vec<String>> {
    let span = &finding.span;
    let within = |it: &&Finding| {
        it.chosen.is_some() && span.start <= it.span.start && it.span.end <= span.end
    };
    let inner: Vec<Range<usize>> =
        review.findings.iter().filter(within).flat_map(|it| it.marks.clone()).collect();
    let unmarked = |stretch: Range<usize>| {
        let letters = draft[stretch.clone()].char_indices().map(|(at, letter)| {
            let marked = inner.iter().any(|mark| mark.contains(&(stretch.start + at)));
            if marked { ' ' } else { letter }
        });
        words(&letters.collect::<String>())
    };
    let mut runs = Vec::new();
    let mut at = span.start;
    for mark in &finding.marks {
        runs.push(unmarked(at..mark.start.max(at)));
        at = mark.end.max(at);
    }
    runs.push(unmarked(at..span.end.max(at)));
    runs.retain(|run| !run.is_empty());
    runs
}

/// Words of the span outside the marks that what replaces it does not have, or has in another order.
fn lost_words(draft: &str, review: &Review, finding: &Finding) -> Option<String> {
    let said = words(&finding.applied()?.text);
    let runs = kept(draft, review, finding);
    let mut left = said.clone();
    for word in runs.iter().flatten() {
        match left.iter().position(|it| it == word) {
            Some(at) => left.swap_remove(at),
            None => return Some(format!("{} loses {word:?}", finding.rule.id)),
        };
    }
    let free: Vec<Vec<String>> = runs.iter().map(|run| without_clitics(run)).collect();
    let ordered = |runs: &[Vec<String>]| follows(runs.iter().flatten(), &said);
    // The head or tail of a run, which may be all of it, stands elsewhere.
    let moved = |runs: &[Vec<String>]| {
        (0..runs.len()).any(|at| {
            (0..=runs[at].len()).any(|cut| {
                let (head, tail) = runs[at].split_at(cut);
                [(head, tail), (tail, head)].into_iter().any(|(moved, stays)| {
                    let mut runs = runs.to_vec();
                    runs[at] = stays.to_vec();
                    follows(moved, &said) && ordered(&runs)
                })
            })
        })
    };
    let in_order = ordered(&runs) || ordered(&free) || moved(&runs) || moved(&free);
    (!in_order).then(|| format!("{} moves more than one stretch", finding.rule.id))
}

fn without_clitics(run: &[String]) -> Vec<String> {
    let clitic = |word: &&String| CLITICS.contains(&word.as_str());
    let head = run.iter().take(2).take_while(clitic).count();
    let tail = run[head..].iter().rev().take(2).take_while(clitic).count();
    run[head..run.len() - tail].to_vec()
}

/// Whether the words stand in `said` in this order.
fn follows<'w>(words: impl IntoIterator<Item = &'w String>, said: &[String]) -> bool {
    let mut said = said.iter();
    words.into_iter().all(|word| said.any(|it| it == word))
}

/// How often `part` stands in `text` as a whole.
fn count(text: &str, part: &str) -> usize {
    let joins = |it: char| it.is_alphanumeric();
    let whole = |(at, _): &(usize, &str)| {
        let before = text[..*at].chars().next_back();
        let after = text[at + part.len()..].chars().next();
        !(before.is_some_and(joins) && part.starts_with(joins)
            || after.is_some_and(joins) && part.ends_with(joins))
    };
    text.match_indices(part).filter(whole).count()
}

/// Facts of the draft that the rewrite lacks.
fn lost_facts(book: &Book, draft: &str, review: &Review) -> Vec<String> {
    let folded = text::fold(draft);
    let facts = text::facts(&folded);
    let mut needed: HashMap<&str, usize> = HashMap::new();
    for span in facts.spans() {
        let marked = |bytes: &Range<usize>| {
            review.findings.iter().find(|it| {
                it.chosen.is_some()
                    && it.marks.iter().any(|mark| mark.start < bytes.end && bytes.start < mark.end)
            })
        };
        if marked(span).is_none() {
            *needed.entry(&draft[span.clone()]).or_default() += 1;
            continue;
        }
        for word in folded.words.iter().map(|word| word.span()) {
            let within = span.start <= word.start && word.end <= span.end;
            let spelled = |finding: &Finding| {
                book.spelled.get(&finding.rule.id).is_some_and(|rule| {
                    words(&draft[word.clone()]).iter().all(|it| rule.may_take(it))
                })
            };
            if within && !marked(&word).is_some_and(spelled) {
                *needed.entry(&draft[word]).or_default() += 1;
            }
        }
    }
    let lost = needed.iter().filter(|(fact, times)| count(&review.rewrite, fact) < **times);
    lost.map(|(fact, _)| format!("the fact {fact:?} is lost")).collect()
}

/// Facts of the rewrite that neither the draft nor a wording of an applied rule spells.
fn invented_facts(book: &Book, draft: &str, review: &Review) -> Vec<String> {
    let folded = text::fold(&review.rewrite);
    let facts = text::facts(&folded);
    let mut known = words(draft);
    for finding in review.findings.iter().filter(|it| it.chosen.is_some()) {
        if let Some(rule) = book.spelled.get(&finding.rule.id) {
            known.extend(rule.wordings.iter().cloned());
        }
    }
    let told = facts.spans().iter().map(|span| &review.rewrite[span.clone()]);
    let invented = told.filter(|fact| !words(fact).iter().all(|it| known.contains(it)));
    invented.map(|fact| format!("the fact {fact:?} is invented")).collect()
}
