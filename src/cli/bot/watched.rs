//! The operator's rule files, looked after while the bot runs: what is changed comes in force without a restart,
//! and what can't be used changes nothing but the log.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use tracing::{error, info, warn};

use crate::cli::files;
use crate::cli::load::{self, Builtin, Loaded};
use crate::desk::has_errors;
use crate::desk::team::Teams;
use crate::render::{self, Language};

/// An editor writes in several steps; what was changed is read once nothing more comes for so long.
const QUIET: Duration = Duration::from_millis(300);
/// However much is written meanwhile, nobody waits longer.
const MOST_ROUNDS: u32 = 20;
/// Where the system tells of changes it may still miss one, as on a folder of another machine's.
const SELDOM: Duration = Duration::from_secs(60);
/// Where it tells of none.
const OFTEN: Duration = Duration::from_secs(5);

/// The rule files and how they were when they were last read.
pub struct RuleFiles {
    paths: Vec<PathBuf>,
    with: Builtin,
    language: Language,
    seen: Vec<FileSeen>,
}

/// A file by what changes when it does.
#[derive(Debug, PartialEq, Eq)]
struct FileSeen {
    path: PathBuf,
    bytes: u64,
    modified: Option<SystemTime>,
}

/// What came of a look at the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// They are as they were.
    Same,
    /// They have changed, and are in force.
    InForce,
    /// They have changed, and can't be used; what was in force still is.
    Unusable,
}

/// Ends the watch when it is dropped.
pub struct Watch {
    _end: Sender<Wake>,
    _watcher: Option<RecommendedWatcher>,
}

/// Why the watch looks now.
enum Wake {
    /// Something was changed.
    Changed,
}

impl RuleFiles {
    /// The files of these paths; to be made before they are first read, so that no change is missed.
    pub fn new(paths: &[PathBuf], with: Builtin, language: Language) -> RuleFiles {
        RuleFiles { paths: paths.to_vec(), with, language, seen: seen(paths) }
    }

    /// Looks whether the files have changed, and puts them in force if they are sound.
    pub fn look(&mut self, teams: &Teams) -> Outcome {
        let now = seen(&self.paths);
        if now == self.seen {
            return Outcome::Same;
        }
        self.seen = now;
        match load::load(&self.paths, self.with) {
            Ok(loaded) if !has_errors(&loaded.problems) => {
                self.tell_problems(&loaded);
                let rules = loaded.library.engine().rules().count();
                teams.replace_builtin(loaded.library);
                info!(rules, "rule files were changed, and are in force");
                Outcome::InForce
            }
            Ok(loaded) => {
                let problems = self.problems(&loaded);
                error!(
                    "rule files were changed and can't be used; the earlier ones stay in force\n{problems}"
                );
                Outcome::Unusable
            }
            Err(refusal) => {
                let problem = render::refusal(&refusal, self.language);
                error!(%problem, "rule files can't be read; the earlier ones stay in force");
                Outcome::Unusable
            }
        }
    }

    fn tell_problems(&self, loaded: &Loaded) {
        if !loaded.problems.is_empty() {
            warn!("worth a look in the rule files\n{}", self.problems(loaded));
        }
    }

    fn problems(&self, loaded: &Loaded) -> String {
        render::diagnostics(&loaded.problems, |name| loaded.source(name), self.language, false)
    }
}

/// Looks after rule files until the watch is dropped; nothing is to be done where there are none.
pub fn watch(files: RuleFiles, teams: Arc<Teams>) -> Option<Watch> {
    if files.paths.is_empty() {
        return None;
    }
    let (end, wakes) = mpsc::channel();
    let watcher = watcher(&files.paths, end.clone());
    if let Err(error) = &watcher {
        info!(%error, "the system does not tell of changed rule files, so I look now and then");
    }
    let watcher = watcher.ok();
    let period = if watcher.is_some() { SELDOM } else { OFTEN };
    // With the last sender the channel closes, and the thread ends.
    let named = thread::Builder::new().name("rule files".to_owned());
    let begun = named.spawn(move || look_after(files, &teams, &wakes, period));
    if let Err(error) = begun {
        error!(%error, "changed rule files will be seen at the next start only");
        return None;
    }
    Some(Watch { _end: end, _watcher: watcher })
}

fn look_after(mut files: RuleFiles, teams: &Teams, wakes: &Receiver<Wake>, period: Duration) {
    // Something may have changed between the start and now.
    files.look(teams);
    loop {
        match wakes.recv_timeout(period) {
            Ok(Wake::Changed) => until_quiet(wakes),
            Err(RecvTimeoutError::Timeout) => (),
            Err(RecvTimeoutError::Disconnected) => return,
        }
        files.look(teams);
    }
}

fn until_quiet(wakes: &Receiver<Wake>) {
    for _ in 0..MOST_ROUNDS {
        if wakes.recv_timeout(QUIET).is_err() {
            return;
        }
        while wakes.try_recv().is_ok() {}
    }
}

fn watcher(paths: &[PathBuf], wake: Sender<Wake>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Our own reading is told of as well, and changes nothing.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // Nobody hears it once the program ends.
            let _: Result<(), mpsc::SendError<Wake>> = wake.send(Wake::Changed);
        }
    })?;
    for path in paths {
        if path.is_dir() {
            watcher.watch(path, RecursiveMode::Recursive)?;
        } else {
            // Editors put a new file in the place of the old one, which only its folder sees.
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            watcher.watch(folder.unwrap_or(Path::new(".")), RecursiveMode::NonRecursive)?;
        }
    }
    Ok(watcher)
}

/// The files as they are now; none where a path can't be read.
fn seen(paths: &[PathBuf]) -> Vec<FileSeen> {
    let of_path = |path: &PathBuf| files::rule_files(path).unwrap_or_default();
    let file = |path: PathBuf| {
        let data = std::fs::metadata(&path).ok();
        let modified = data.as_ref().and_then(|data| data.modified().ok());
        FileSeen { bytes: data.map_or(0, |data| data.len()), modified, path }
    };
    paths.iter().flat_map(of_path).map(file).collect()
}
