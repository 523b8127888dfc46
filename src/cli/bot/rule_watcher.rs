//! Watches the operator's rule files while the bot runs: valid changes take effect without a restart, and invalid ones
//! are only logged.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use tracing::{error, info, warn};

use crate::cli::files;
use crate::cli::load::{self, Builtin, Loaded};
use crate::model::Language;
use crate::ruleset::has_errors;
use crate::team::Teams;
use crate::ui;

/// An editor writes in several steps; what was changed is read once nothing more comes for so long.
const QUIET: Duration = Duration::from_millis(300);
/// Writes may go on for this many quiet periods before the files are read anyway.
const MOST_ROUNDS: u32 = 20;
/// How often to look when the system reports changes: it may miss one, for example on a network drive.
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
    /// They have changed, and the new ones apply.
    Applied,
    /// They have changed, and can't be used; the ones before still apply.
    Unusable,
}

/// Ends the watch when it is dropped.
pub struct Watch {
    wakes: Sender<()>,
    _watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Has the files looked at now.
    pub fn wake(&self) {
        // A thread that could not begin was told of.
        let _: Result<(), mpsc::SendError<()>> = self.wakes.send(());
    }
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
                let rules = loaded.rule_set.engine().rules().count();
                teams.replace_builtin(loaded.rule_set);
                info!(rules, "rule files were changed, and are in force");
                Outcome::Applied
            }
            Ok(loaded) => {
                let problems = self.problems(&loaded);
                error!(
                    "rule files were changed and can't be used; the earlier ones stay in force\n{problems}"
                );
                Outcome::Unusable
            }
            Err(refusal) => {
                let problem = ui::refusal(&refusal, self.language);
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
        ui::diagnostics(&loaded.problems, |name| loaded.source(name), self.language, false)
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
    Some(Watch { wakes: end, _watcher: watcher })
}

fn look_after(mut files: RuleFiles, teams: &Teams, wakes: &Receiver<()>, period: Duration) {
    // Something may have changed between the start and now.
    files.look(teams);
    loop {
        match wakes.recv_timeout(period) {
            Ok(()) => until_quiet(wakes),
            Err(RecvTimeoutError::Timeout) => (),
            Err(RecvTimeoutError::Disconnected) => return,
        }
        files.look(teams);
    }
}

fn until_quiet(wakes: &Receiver<()>) {
    for _ in 0..MOST_ROUNDS {
        if wakes.recv_timeout(QUIET).is_err() {
            return;
        }
        while wakes.try_recv().is_ok() {}
    }
}

fn watcher(paths: &[PathBuf], wake: Sender<()>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Our own reading is told of as well, and changes nothing.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // Nobody hears it once the program ends.
            let _: Result<(), mpsc::SendError<()>> = wake.send(());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Answer, Checker, Request};
    use crate::model::{ServerId, Time};
    use crate::store::Store;

    const GOOD: &str =
        "language: el\nrules:\n  - avoid: όπως ξέρετε\n    prefer: για να το θυμηθούμε\n";
    const BETTER: &str =
        "language: el\nrules:\n  - avoid: όπως ξέρετε\n    prefer: ας το θυμηθούμε μαζί\n";
    const BAD: &str = "language: el\nrules:\n  - avoid: όπως ξέρετε\n    preffer: τίποτα\n";

    async fn teams(folder: &Path) -> Arc<Teams> {
        let store = Store::open(&folder.join("data.sqlite")).await.unwrap();
        let rules = [folder.join("rules")];
        let loaded = load::load(&rules, Builtin::WordsOnly).unwrap();
        Arc::new(Teams::new(loaded.rule_set, store))
    }

    fn rewrite(checker: &Checker) -> String {
        let draft = "Όπως ξέρετε, έρχεται.".to_owned();
        match checker.answer(Request::Check { draft }, Language::El) {
            Ok(Answer::Card(card)) => card.review.rewrite,
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn a_sound_change_is_in_force_for_teams_too_and_another_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let rules = folder.path().join("rules");
        std::fs::create_dir(&rules).unwrap();
        std::fs::write(rules.join("one.yaml"), GOOD).unwrap();
        let paths = [rules.clone()];
        let mut files = RuleFiles::new(&paths, Builtin::WordsOnly, Language::El);
        let teams = teams(folder.path()).await;
        let of_team = async || {
            let (active, error) = teams.checker(ServerId(1), Time(1_800_000_000)).await;
            assert!(error.is_none());
            rewrite(&active.checker)
        };
        assert_eq!(files.look(&teams), Outcome::Same);
        assert_eq!(of_team().await, "Για να το θυμηθούμε, έρχεται.");
        let steps: [(&str, Option<&[u8]>, Outcome, &str); 7] = [
            (
                "one.yaml",
                Some(BETTER.as_bytes()),
                Outcome::Applied,
                "Ας το θυμηθούμε μαζί, έρχεται.",
            ),
            ("one.yaml", Some(BAD.as_bytes()), Outcome::Unusable, "Ας το θυμηθούμε μαζί, έρχεται."),
            (
                "one.yaml",
                Some(b"\xff\xfe\x00"),
                Outcome::Unusable,
                "Ας το θυμηθούμε μαζί, έρχεται.",
            ),
            ("one.yaml", Some(GOOD.as_bytes()), Outcome::Applied, "Για να το θυμηθούμε, έρχεται."),
            (
                "two.yml",
                Some("language: el\nrules: []\n".as_bytes()),
                Outcome::Applied,
                "Για να το θυμηθούμε, έρχεται.",
            ),
            ("one.yaml", None, Outcome::Applied, "Όπως ξέρετε, έρχεται."),
            ("two.yml", None, Outcome::Unusable, "Όπως ξέρετε, έρχεται."),
        ];
        for (name, content, outcome, expected) in steps {
            match content {
                Some(content) => std::fs::write(rules.join(name), content).unwrap(),
                None => std::fs::remove_file(rules.join(name)).unwrap(),
            }
            assert_eq!(files.look(&teams), outcome, "{name} {content:?}");
            assert_eq!(files.look(&teams), Outcome::Same, "a change is told once");
            assert_eq!(rewrite(&teams.builtin()), expected);
            assert_eq!(of_team().await, expected);
        }
    }

    #[tokio::test]
    async fn the_watch_sees_a_change_by_itself_and_ends() {
        let folder = tempfile::tempdir().unwrap();
        let rules = folder.path().join("rules");
        std::fs::create_dir(&rules).unwrap();
        std::fs::write(rules.join("one.yaml"), GOOD).unwrap();
        let teams = teams(folder.path()).await;
        let paths = [rules.clone()];
        let files = RuleFiles::new(&paths, Builtin::WordsOnly, Language::El);
        let watch = watch(files, Arc::clone(&teams)).unwrap();
        // As editors do it: a new file is put in the place of the old one.
        std::fs::write(folder.path().join("new"), BETTER).unwrap();
        std::fs::rename(folder.path().join("new"), rules.join("one.yaml")).unwrap();
        let changed = async {
            while rewrite(&teams.builtin()) != "Ας το θυμηθούμε μαζί, έρχεται."
            {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(90), changed).await.expect("never seen");
        drop(watch);
        // The thread lets go of the teams when it ends.
        let ended = async {
            while Arc::strong_count(&teams) > 1 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), ended).await.expect("it goes on and on");
    }
}
