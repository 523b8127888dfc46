//! `kalologos check`: drafts in, findings and rewordings out.

use std::io::{self, Write};
use std::mem::ManuallyDrop;

use super::args::{Check, Format, Level};
use super::input::{self, Input};
use super::load::{self, Builtin, Loaded, Packs};
use super::{Exit, Failure, locale, report};
use crate::engine::{Engine, Explanation, Review, Scope};
use crate::model::Language;
use crate::rules;
use crate::ruleset::has_errors;
use crate::text::{self, Draft};
use crate::ui::{Refusal, Show};
use crate::{json, ui};

/// Checks every draft that was given.
pub fn run(check: &Check) -> Result<Exit, Failure> {
    let inputs = input::inputs(check)?;
    let builtin = builtin(check, &inputs);
    // Never given back piece by piece: the process ends with this command, and checking takes less time.
    let loaded = ManuallyDrop::new(load::load(&check.sources.rules, builtin)?);
    let speaking = locale::speaking(check.language.0.as_deref());
    report::problems(&loaded, speaking);
    if has_errors(&loaded.problems) {
        return Ok(Exit::Refused);
    }
    let engine = loaded.rule_set.engine();
    check_language(check, &engine)?;
    let checker = Checker { check, engine, loaded: &loaded };
    match check.format {
        Format::Json => {
            let out = io::BufWriter::new(io::stdout().lock());
            Session::new(&checker, &inputs, false, out).run(&inputs)
        }
        Format::Text => {
            let out = anstream::stdout();
            let colour = out.current_choice() != anstream::ColorChoice::Never;
            Session::new(&checker, &inputs, colour, out.lock()).run(&inputs)
        }
    }
}

/// The built-in rules that can find something: those of the language that was asked for; else only those of one
/// language, where every draft has no more than its letters and the Latin ones are not Greek. Next to a team's rules, whose examples were tried next to all of
/// them, it is all of them.
fn builtin(check: &Check, inputs: &[Input]) -> Builtin {
    if check.sources.no_builtin {
        return Builtin::WordsOnly;
    }
    // Whoever wants to know why a rule is silent asks about every rule.
    if check.explain || !check.sources.rules.is_empty() {
        return Builtin::Rules;
    }
    let asked = check.language.0.as_deref();
    let packs = match asked.map(Language::from_key) {
        Some(Some(language)) => Packs::Of(language),
        None if all_drafts(check, inputs, is_greek_only) => Packs::Alone(Language::El),
        None if all_drafts(check, inputs, is_english_only) => Packs::Alone(Language::En),
        Some(None) | None => Packs::All,
    };
    Builtin::ForDrafts(packs)
}

fn all_drafts(check: &Check, inputs: &[Input], is: impl Fn(&str) -> bool) -> bool {
    let is = |bytes: &[u8]| std::str::from_utf8(bytes).is_ok_and(&is);
    inputs.iter().all(|input| match check.lines {
        true => input::lines(&input.bytes).all(is),
        false => is(&input.bytes),
    })
}

/// Whether a text has no letter but Greek ones. Signs, digits and accents belong to no language.
fn is_greek_only(text: &str) -> bool {
    let is_greek = |sign: char| matches!(sign, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
    text.chars().all(|sign| !sign.is_alphabetic() || is_greek(sign))
}

/// Whether a text has no letter but Latin ones, and they are no Greek typed so.
fn is_english_only(text: &str) -> bool {
    let is_latin = |sign: char| sign.is_ascii() || matches!(sign, '\u{c0}'..='\u{24f}');
    text.chars().all(|sign| !sign.is_alphabetic() || is_latin(sign))
        && Draft::new(text).is_ok_and(|draft| !text::greeklish::may_be(&text::fold(draft.text())))
}

/// Greek and English are always known; another language only by its rules.
fn check_language(check: &Check, engine: &Engine) -> Result<(), Refusal> {
    let Some(tag) = &check.language.0 else { return Ok(()) };
    let mut known: Vec<String> = Language::ALL.iter().map(|(_, key)| (*key).to_owned()).collect();
    known.extend(engine.rules().map(|rule| rule.language.clone()));
    if known.contains(tag) {
        return Ok(());
    }
    known.sort();
    known.dedup();
    Err(Refusal::UnknownLanguage { tag: tag.clone(), known })
}

/// What was asked for, and the rules to do it with.
struct Checker<'a> {
    check: &'a Check,
    engine: Engine,
    loaded: &'a Loaded,
}

impl Checker<'_> {
    /// The language that was asked for.
    fn asked(&self) -> Option<&str> {
        self.check.language.0.as_deref()
    }

    fn scope(&self) -> Scope<'_> {
        let level = match self.check.level {
            Level::Suggestion => rules::Level::Suggestion,
            Level::Warning => rules::Level::Warning,
            Level::Error => rules::Level::Error,
        };
        Scope { language: self.asked(), level, ..Scope::default() }
    }

    /// The draft checked; with what was left unsaid only where somebody wants to know, for that takes longer.
    fn explained(&self, draft: Draft<'_>) -> Explanation {
        match self.check.explain {
            true => self.engine.explain(draft, &self.scope()),
            false => {
                let review = self.engine.check(draft, &self.scope());
                Explanation { review, silent: Vec::new(), contested: Vec::new() }
            }
        }
    }

    /// The language to speak: the one asked for, else the draft's; the system's for a draft without letters.
    fn speaking(&self, draft: &str, review: &Review) -> Language {
        let of_draft = draft.contains(char::is_alphabetic).then_some(review.language);
        self.asked().or(of_draft).and_then(Language::from_key).unwrap_or_else(locale::language)
    }

    fn words(&self, refusal: &Refusal) -> String {
        ui::refusal(refusal, locale::speaking(self.asked()))
    }
}

/// One run over all drafts.
struct Session<'a, W> {
    checker: &'a Checker<'a>,
    /// There may be several drafts: each is shown with its place.
    many: bool,
    colour: bool,
    out: W,
    exit: Exit,
    /// Nothing is shown yet.
    first: bool,
}

impl<'a, W: Write> Session<'a, W> {
    fn new(checker: &'a Checker<'a>, inputs: &[Input], colour: bool, out: W) -> Self {
        let many = checker.check.lines || inputs.len() > 1;
        Session { checker, many, colour, out, exit: Exit::Nothing, first: true }
    }

    fn run(mut self, inputs: &[Input]) -> Result<Exit, Failure> {
        match self.all(inputs).and_then(|()| self.out.flush()) {
            // Whoever read along has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(self.exit),
            Err(error) => Err(Failure::Write(error)),
            Ok(()) => Ok(self.exit),
        }
    }

    fn all(&mut self, inputs: &[Input]) -> io::Result<()> {
        for input in inputs {
            if self.checker.check.lines {
                for (number, line) in input::lines(&input.bytes).enumerate() {
                    self.draft(input, Some(number + 1), line)?;
                }
            } else {
                self.draft(input, None, &input.bytes)?;
            }
        }
        Ok(())
    }

    fn draft(&mut self, input: &Input, line: Option<usize>, bytes: &[u8]) -> io::Result<()> {
        let draft =
            std::str::from_utf8(bytes).map_err(|_| Refusal::DraftNotUtf8).and_then(|text| {
                Draft::new(text).map_err(|error| Refusal::DraftTooLong { found: error.found })
            });
        let json = self.checker.check.format == Format::Json;
        if !json {
            self.title(input, line)?;
        }
        match draft {
            Ok(draft) => self.checked(draft, json),
            Err(refusal) => self.refused(&refusal, json),
        }
    }

    fn checked(&mut self, draft: Draft<'_>, json: bool) -> io::Result<()> {
        let explanation = self.checker.explained(draft);
        let review = &explanation.review;
        if !review.findings.is_empty() {
            self.exit = self.exit.max(Exit::Findings);
        }
        let draft = draft.text();
        let (asked, explains) = (self.checker.asked(), self.checker.check.explain);
        if json {
            let line = match explains {
                true => json::explanation(draft, &explanation, asked),
                false => json::review(draft, review, asked),
            };
            return writeln!(self.out, "{line}");
        }
        let language = self.checker.speaking(draft, review);
        let principles = self.checker.loaded.rule_set.principles();
        let show = Show { language, colour: self.colour, principles };
        let shown = match explains {
            true => ui::explanation(draft, &explanation, show),
            false => ui::review(draft, review, show),
        };
        self.out.write_all(shown.as_bytes())
    }

    /// A program reads the error in its place and goes on; a person asked for one thing, and did not get it.
    fn refused(&mut self, refusal: &Refusal, json: bool) -> io::Result<()> {
        let words = self.checker.words(refusal);
        if json {
            self.exit = self.exit.max(Exit::Findings);
            return writeln!(self.out, "{}", json::error(&words));
        }
        self.exit = Exit::Refused;
        writeln!(self.out, "{words}")
    }

    /// Where the draft comes from, if there may be several.
    fn title(&mut self, input: &Input, line: Option<usize>) -> io::Result<()> {
        if !std::mem::take(&mut self.first) {
            writeln!(self.out)?;
        }
        match (&input.name, line) {
            _ if !self.many => Ok(()),
            (Some(name), Some(line)) => writeln!(self.out, "── {name}:{line}"),
            (Some(name), None) => writeln!(self.out, "── {name}"),
            (None, Some(line)) => writeln!(self.out, "── {line}"),
            (None, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_english_only, is_greek_only};

    #[test]
    fn a_single_other_letter_calls_for_all_rules() {
        for (text, greek, english) in [
            ("Δεν μπορώ, 3,50 € 😀 — «ναι»;", true, false),
            ("Δε\u{301}ν", true, false),
            ("Δεν έχω PIN", false, false),
            ("\u{41}εν μπορώ", false, false),
            ("den mporw", false, false),
            ("We can't do that, 3.50 € 😀 “today”.", false, true),
            ("We can't do that at the καφέ.", false, false),
            ("We cаn't do that (a Cyrillic letter).", false, false),
            ("That costs 5 µm of dust.", false, false),
            ("Désolé, that took too long.", false, true),
        ] {
            assert_eq!(is_greek_only(text), greek, "{text}");
            assert_eq!(is_english_only(text), english, "{text}");
        }
        assert!(is_greek_only(""));
    }
}
