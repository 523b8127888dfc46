//! `kalologos check`: drafts in, findings and rewordings out.

use std::io::{self, Write};

use super::args::{Check, Format, Level};
use super::input::{self, Input};
use super::load::{self, Builtin, Loaded};
use super::{Exit, Failure, locale, report};
use crate::desk::has_errors;
use crate::engine::{Engine, Review, Scope};
use crate::render::{self, Language, Refusal, Show, json};
use crate::rules;
use crate::text::Draft;

/// Checks every draft that was given.
pub fn run(check: &Check) -> Result<Exit, Failure> {
    let inputs = input::inputs(check)?;
    let builtin = if check.sources.no_builtin { Builtin::WordsOnly } else { Builtin::Rules };
    let loaded = load::load(&check.sources.rules, builtin)?;
    let speaking = locale::speaking(check.language.0.as_deref());
    report::problems(&loaded, speaking);
    if has_errors(&loaded.problems) {
        return Ok(Exit::Refused);
    }
    let engine = loaded.library.engine();
    check_language(check, &engine)?;
    let many = check.lines || inputs.len() > 1;
    match check.format {
        Format::Json => {
            let out = io::BufWriter::new(io::stdout().lock());
            Session {
                check,
                engine,
                loaded: &loaded,
                many,
                colour: false,
                out,
                exit: Exit::Nothing,
            }
            .run(&inputs)
        }
        Format::Text => {
            let out = anstream::stdout();
            let colour = out.current_choice() != anstream::ColorChoice::Never;
            Session {
                check,
                engine,
                loaded: &loaded,
                many,
                colour,
                out: out.lock(),
                exit: Exit::Nothing,
            }
            .run(&inputs)
        }
    }
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

/// One run over all drafts.
struct Session<'a, W> {
    check: &'a Check,
    engine: Engine,
    loaded: &'a Loaded,
    /// There may be several drafts: each is shown with its place.
    many: bool,
    colour: bool,
    out: W,
    exit: Exit,
}

impl<W: Write> Session<'_, W> {
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
            if self.check.lines {
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
        let checked =
            std::str::from_utf8(bytes).map_err(|_| Refusal::DraftNotUtf8).and_then(|text| {
                Draft::new(text).map_err(|error| Refusal::DraftTooLong { found: error.found })
            });
        match (checked, self.check.format) {
            (Ok(draft), Format::Json) => {
                let review = self.review(draft);
                writeln!(
                    self.out,
                    "{}",
                    json::review(draft.text(), &review, self.check.language.0.as_deref())
                )
            }
            (Ok(draft), Format::Text) => {
                let review = self.review(draft);
                self.title(input, line)?;
                self.show(draft.text(), &review)
            }
            (Err(refusal), Format::Json) => {
                self.exit = self.exit.max(Exit::Findings);
                writeln!(self.out, "{}", json::error(&self.words(&refusal)))
            }
            (Err(refusal), Format::Text) => {
                self.exit = Exit::Refused;
                self.title(input, line)?;
                writeln!(self.out, "{}\n", self.words(&refusal))
            }
        }
    }

    fn review(&mut self, draft: Draft<'_>) -> Review {
        let level = match self.check.level {
            Level::Suggestion => rules::Level::Suggestion,
            Level::Warning => rules::Level::Warning,
            Level::Error => rules::Level::Error,
        };
        let review = self
            .engine
            .check(draft, &Scope { language: self.check.language.0.as_deref(), level, off: None });
        if !review.findings.is_empty() {
            self.exit = self.exit.max(Exit::Findings);
        }
        review
    }

    fn words(&self, refusal: &Refusal) -> String {
        render::refusal(refusal, locale::speaking(self.check.language.0.as_deref()))
    }

    /// Where the draft comes from, if there may be several.
    fn title(&mut self, input: &Input, line: Option<usize>) -> io::Result<()> {
        let place = match (&input.name, line) {
            _ if !self.many => return Ok(()),
            (Some(name), Some(line)) => format!("{name}:{line}"),
            (Some(name), None) => name.clone(),
            (None, Some(line)) => format!("{line}"),
            (None, None) => return Ok(()),
        };
        writeln!(self.out, "── {place}")
    }

    fn show(&mut self, draft: &str, review: &Review) -> io::Result<()> {
        let show = Show {
            language: self.language(draft, review),
            colour: self.colour,
            principles: self.loaded.library.principles(),
        };
        let shown = render::review(draft, review, show);
        if self.many { writeln!(self.out, "{shown}") } else { write!(self.out, "{shown}") }
    }

    /// The language to speak: the one asked for, else the draft's; the system's for a draft without letters.
    fn language(&self, draft: &str, review: &Review) -> Language {
        let of_draft = draft.contains(char::is_alphabetic).then_some(review.language);
        let asked = self.check.language.0.as_deref();
        asked.or(of_draft).and_then(Language::from_key).unwrap_or_else(locale::language)
    }
}
