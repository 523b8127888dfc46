//! `kalologos chat`: the bot in this terminal.

use std::io::{self, BufRead, IsTerminal, Read, StdinLock};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustyline::completion::Completer;
use rustyline::config::Configurer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::Validator;
use rustyline::{Context, Editor, Helper};

use super::args;
use super::load::{self, Builtin};
use super::{Exit, Failure, clock, database, files, locale, report};
use crate::chat::{self, Chat, Prompt, commands_beginning};
use crate::desk::has_errors;
use crate::desk::reception::{Fetching, GivenFile, NotFetched, Reception, Source};
use crate::desk::team::{Teams, Trouble};
use crate::render::Refusal;

/// Lines that can be called back.
const HISTORY: usize = 500;
/// Files of one name in a folder.
const MOST_COPIES: usize = 1_000;

/// A line is read in pieces of this size; a draft is shorter.
const MAX_LINE_BYTES: u64 = 1 << 20;

/// Talks until the person leaves or the lines end.
pub fn run(asked: &args::Chat) -> Result<Exit, Failure> {
    let builtin = if asked.sources.no_builtin { Builtin::WordsOnly } else { Builtin::Rules };
    let loaded = load::load(&asked.sources.rules, builtin)?;
    let language = locale::speaking(asked.language.0.as_deref());
    report::problems(&loaded, language);
    if has_errors(&loaded.problems) {
        return Ok(Exit::Refused);
    }
    let runtime = tokio::runtime::Runtime::new().map_err(Failure::Write)?;
    let store = database::open(&runtime, asked.data.as_deref())?;
    let teams = Arc::new(Teams::new(loaded.library, store));
    let reception = Reception::new(Arc::clone(&teams));
    let mut out = anstream::stdout();
    let colour = out.current_choice() != anstream::ColorChoice::Never;
    // Another number at each visit.
    let seed = clock::now().as_millisecond().unsigned_abs();
    let chat = Chat {
        reception: &reception,
        runtime: runtime.handle().clone(),
        now: &clock::stored_now,
        open: &open,
        keep: &keep,
        log: &|trouble| report::say(&format!("kalologos: {trouble}")),
        language,
        colour,
        seed,
    };
    let ended = match Terminal::open() {
        Some(mut terminal) => chat::run(&chat, &mut terminal, &mut out),
        None => chat::run(&chat, &mut Piped { lines: io::stdin().lock() }, &mut out),
    };
    // Counts that are not written down are no reason to say anything at the end of a talk.
    let _: Result<(), Trouble> = runtime.block_on(teams.flush());
    match ended {
        // Whoever read along has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Nothing),
        Err(error) => Err(Failure::Write(error)),
        Ok(()) => Ok(Exit::Nothing),
    }
}

/// A file by its path, read when it is wanted.
fn open(path: &str) -> GivenFile {
    let path = PathBuf::from(path);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let size = std::fs::metadata(&path).map_or(0, |data| data.len());
    GivenFile { name: name.unwrap_or_default(), size, source: Arc::new(OnDisk(path)) }
}

#[derive(Debug)]
struct OnDisk(PathBuf);

impl Source for OnDisk {
    fn fetch(&self, most: usize) -> Fetching<'_> {
        let read = files::read(&self.0, most).map_err(|refusal| match refusal {
            Refusal::TooLarge { .. } => NotFetched::TooLarge,
            _ => NotFetched::Gone,
        });
        Box::pin(std::future::ready(read))
    }
}

/// Writes a file into the folder of the person; one that is there stays, and the new one gets a number.
fn keep(name: &str, bytes: &[u8]) -> Option<String> {
    let plain = Path::new(name).file_name()?.to_string_lossy().into_owned();
    let (stem, ending) = plain.rsplit_once('.').unwrap_or((&plain, ""));
    let numbered = |number: usize| match number {
        0 => plain.clone(),
        _ => format!("{stem}-{number}.{ending}"),
    };
    (0..MOST_COPIES).map(numbered).find_map(|name| {
        let mut file = std::fs::File::create_new(&name).ok()?;
        std::io::Write::write_all(&mut file, bytes).ok()?;
        Some(name)
    })
}

/// Lines from a pipe or a file.
struct Piped<'a> {
    lines: StdinLock<'a>,
}

impl Prompt for Piped<'_> {
    fn line(&mut self, _: &str, _: &str) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        (&mut self.lines).take(MAX_LINE_BYTES).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&bytes);
        Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()))
    }

    fn is_person(&self) -> bool {
        false
    }
}

/// A terminal with line editing and history. Nothing of it is written to the disk.
struct Terminal {
    editor: Editor<Commands, DefaultHistory>,
}

impl Terminal {
    /// `None` where there is nobody at a terminal.
    fn open() -> Option<Terminal> {
        if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
            return None;
        }
        let mut editor: Editor<Commands, DefaultHistory> = Editor::new().ok()?;
        editor.set_helper(Some(Commands));
        editor.set_max_history_size(HISTORY).ok()?;
        Some(Terminal { editor })
    }
}

impl Prompt for Terminal {
    fn line(&mut self, prompt: &str, value: &str) -> io::Result<Option<String>> {
        match self.editor.readline_with_initial(prompt, (value, "")) {
            Ok(line) => {
                let _: rustyline::Result<bool> = self.editor.add_history_entry(&line);
                Ok(Some(line))
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
            Err(ReadlineError::Io(error)) => Err(error),
            Err(other) => Err(io::Error::other(other)),
        }
    }

    fn is_person(&self) -> bool {
        true
    }
}

/// Completes the names of commands.
struct Commands;

impl Completer for Commands {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        at: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        Ok((0, line.get(..at).map(commands_beginning).unwrap_or_default()))
    }
}

impl Hinter for Commands {
    type Hint = String;
}

impl Highlighter for Commands {}

impl Validator for Commands {}

impl Helper for Commands {}
