//! `kalologos chat`: the bot in this terminal.

use std::io::{self, BufRead, IsTerminal, Read, StdinLock};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustyline::completion::Completer;
use rustyline::config::Configurer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::Validator;
use rustyline::{Context, Editor, ExternalPrinter, Helper};

use super::args;
use super::load::{self, Builtin};
use super::{Exit, Failure, clock, database, files, locale, report};
use crate::app::{App, Attachment, FetchAttachment, FetchError, Fetching};
use crate::ruleset::has_errors;
use crate::team::Error;
use crate::terminal;
use crate::terminal::{Chat, Prompt, commands_beginning};
use crate::tips::Tips;
use crate::ui::Panel;
use crate::ui::Refusal;

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
    let app = App::of(loaded.rule_set, store.clone());
    let mut out = anstream::stdout();
    let colour = out.current_choice() != anstream::ColorChoice::Never;
    // Another number at each visit.
    let seed = clock::now().as_millisecond().unsigned_abs();
    let inbox: Inbox = Arc::default();
    let mut terminal = Terminal::open();
    let printer = terminal.as_mut().and_then(Terminal::printer);
    let arriving = runtime.spawn(arrive(Arc::clone(app.tips()), Arc::clone(&inbox), printer));
    let chat = Chat {
        app: &app,
        runtime: runtime.handle().clone(),
        now: &clock::stored_now,
        open: &open,
        keep: &keep,
        log: &|error| report::say(&format!("kalologos: {error}")),
        arrived: &|| opened(&inbox).take(),
        language,
        colour,
        seed,
    };
    let ended = match terminal {
        Some(mut terminal) => terminal::run(&chat, &mut terminal, &mut out),
        None => terminal::run(&chat, &mut Piped { lines: io::stdin().lock() }, &mut out),
    };
    arriving.abort();
    // Counts that are not written down are not a reason to say anything at the end of a talk.
    let _: Result<(), Error> = runtime.block_on(app.teams().flush());
    runtime.block_on(store.close());
    match ended {
        // Whoever read along has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Nothing),
        Err(error) => Err(Failure::Write(error)),
        Ok(()) => Ok(Exit::Nothing),
    }
}

/// What can be pressed under the tip that arrived last.
type Inbox = Arc<Mutex<Option<Panel>>>;

fn opened(inbox: &Inbox) -> MutexGuard<'_, Option<Panel>> {
    inbox.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Shows each tip that is due while the person sits here: above the line that they write, where there is one.
async fn arrive(tips: Arc<Tips>, inbox: Inbox, printer: Option<Printer>) {
    let printer = Mutex::new(printer);
    let show = |text: &str, panel: Panel| {
        let text = format!("\n{text}{}\n\n", terminal::controls(&panel));
        let mut printer = printer.lock().unwrap_or_else(PoisonError::into_inner);
        let shown = match printer.as_mut() {
            Some(printer) => printer.print(text).is_ok(),
            None => report::print(&text).is_ok(),
        };
        *opened(&inbox) = Some(panel);
        shown
    };
    let log = |error: &crate::tips::Error| report::say(&format!("kalologos: {error}"));
    let now = &clock::stored_now;
    terminal::arrive(&terminal::Arrivals { tips: &tips, now, show: &show, log: &log }).await;
}

/// A file by its path, read when it is wanted.
fn open(path: &str) -> Attachment {
    let path = PathBuf::from(path);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let size = std::fs::metadata(&path).map_or(0, |data| data.len());
    Attachment { name: name.unwrap_or_default(), size, source: Arc::new(OnDisk(path)) }
}

#[derive(Debug)]
struct OnDisk(PathBuf);

impl FetchAttachment for OnDisk {
    fn fetch(&self, most: usize) -> Fetching<'_> {
        let read = files::read(&self.0, most).map_err(|refusal| match refusal {
            Refusal::TooLarge { .. } => FetchError::TooLarge,
            _ => FetchError::Gone,
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

type Printer = Box<dyn ExternalPrinter + Send>;

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

    /// Prints above the line that is being written.
    fn printer(&mut self) -> Option<Printer> {
        let printer = self.editor.create_external_printer().ok()?;
        Some(Box::new(printer))
    }
}

impl Prompt for Terminal {
    fn line(&mut self, prompt: &str, value: &str) -> io::Result<Option<String>> {
        match self.editor.readline_with_initial(prompt, (value, "")) {
            Ok(line) => {
                let _: rustyline::Result<bool> = self.editor.add_history_entry(&line);
                Ok(Some(line))
            }
            Err(ReadlineError::Eof) => Ok(None),
            Err(ReadlineError::Interrupted) => Err(io::ErrorKind::Interrupted.into()),
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
