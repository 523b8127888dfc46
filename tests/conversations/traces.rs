//! The bot as a process: what is left on the disk of what people did, and of a breakdown.
#![cfg(unix)]

use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::process::{Child, Command};

use crate::conversations::scene::seen;
use fake_discord::rights::{EVERYONE, MANAGE_GUILD};
use fake_discord::{FakeDiscord, PATIENCE, Person, TOKEN};

/// Words that stand in drafts alone.
const DRAFT_WORDS: [&str; 3] = ["ζαφειρένιο", "υποβρύχιο", "Ηρεμήστε"];
const DRAFT: &str = "Δυστυχώς δεν μπορώ να σας στείλω το ζαφειρένιο υποβρύχιο. Ηρεμήστε.";

fn kalologos(folder: &Path) -> Command {
    let mut command = Command::new("sh");
    // What a system allows that keeps core dumps.
    command.args(["-c", "ulimit -c unlimited; exec \"$0\" \"$@\""]);
    command.arg(env!("CARGO_BIN_EXE_kalologos")).current_dir(folder).env_clear();
    command.env("KALOLOGOS_DATA", folder.join("data.sqlite")).env("DISCORD_TOKEN", TOKEN);
    command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true);
    command
}

fn bot(discord: &FakeDiscord, folder: &Path) -> Child {
    let log = std::fs::File::create(folder.join("log")).unwrap();
    kalologos(folder).args(["bot", "--api-url", discord.url()]).stderr(log).spawn().unwrap()
}

async fn kill(bot: &Child, signal: &str) {
    let id = bot.id().unwrap().to_string();
    assert!(Command::new("kill").args([signal, &id]).status().await.unwrap().success());
}

async fn ended(bot: &mut Child) -> ExitStatus {
    tokio::time::timeout(PATIENCE, bot.wait()).await.expect("it goes on and on").unwrap()
}

/// Somebody who manages a server, in one of its channels.
fn lead(discord: &FakeDiscord) -> (Person, String) {
    let server = discord.server("Υποστήριξη");
    let channel = server.channel("απαντήσεις");
    let role = server.role("Υπεύθυνοι", EVERYONE | MANAGE_GUILD);
    let lead = discord.person("Μαρία").locale("el");
    server.admit(&lead, &[role]);
    (lead.in_channel(&channel), channel.id.to_string())
}

/// Everything that leaves something behind, and drafts in every way there is.
async fn does_everything(person: &Person, channel: &str) {
    let settings = person.slash("settings", &[]).await;
    let settings = settings.choose("Τι θέλετε να αλλάξετε;", &["Κανάλια προχείρων"]).await;
    settings.choose("Σε ποια κανάλια;", &[channel]).await;
    let card = person.slash("check", &[("draft", DRAFT)]).await;
    card.press("Έλεγχος ξανά").await.modal().submit().await;
    let posted = person.posts(DRAFT);
    posted.answered_for(person).await.press("Δείτε την").await;
    person.edits(&posted, &format!("{DRAFT} Και πάλι."));
    person.message_menu("Check wording", &posted).await;
    // Two uploads, of which one waits, and a file that is not taken.
    for (table, decision) in [
        ("το δέμα χάθηκε\tψάχνουμε το δέμα\n", Some("Ενεργοποίηση")),
        ("δεν ξέρω\tτο βρίσκω\n", None),
    ] {
        let form = person.slash("rules add", &[]).await.modal();
        let report = form.fill_all(&[table, ""]).submit().await;
        if let Some(decision) = decision {
            report.press(decision).await;
        }
    }
    let file = [("file", "α.csv", "α;β\n".as_bytes())];
    person.send_slash_with_files("rules add", &[], &file).await.answer().await;
    person.slash("rules try", &[("draft", DRAFT)]).await;
    let idea = [("avoid", "δεν είναι δική μας δουλειά"), ("prefer", "το προωθώ στους συναδέλφους")];
    person.slash("suggest", &idea).await;
}

fn files(folder: &Path) -> Vec<PathBuf> {
    folder.read_dir().unwrap().map(|file| file.unwrap().path()).collect()
}

/// The files in whose bytes something stands.
fn with(folder: &Path, wanted: &[u8]) -> Vec<String> {
    let holds = |path: &PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(wanted.len()).any(|it| it == wanted)
    };
    let name = |path: PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files(folder).into_iter().filter(holds).map(name).collect()
}

/// The files that name a person: as SQLite keeps a number, or in digits.
fn naming(folder: &Path, person: &Person) -> Vec<String> {
    let mut all = with(folder, &person.id.to_be_bytes());
    all.extend(with(folder, person.id.to_string().as_bytes()));
    all
}

fn no_secret_stands_in(folder: &Path) {
    for words in DRAFT_WORDS.into_iter().chain([TOKEN, "interaction-token"]) {
        assert_eq!(with(folder, words.as_bytes()), [""; 0], "«{words}»");
    }
}

async fn backup(folder: &Path, name: &str) {
    let done = kalologos(folder).args(["backup", name]).status().await.unwrap();
    assert!(done.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_a_draft_and_after_forget_nothing_of_its_author_is_in_any_file() {
    let (discord, folder) = (FakeDiscord::start().await, tempfile::tempdir().unwrap());
    discord.says_date_of_now();
    let folder = folder.path();
    let (person, channel) = lead(&discord);
    let mut bot = bot(&discord, folder);
    discord.gateway().ready().await;
    does_everything(&person, &channel).await;
    no_secret_stands_in(folder);
    // So the search does find what is there.
    assert!(!naming(folder, &person).is_empty());
    assert!(!with(folder, "δεν είναι δική μας δουλειά".as_bytes()).is_empty());
    let asked = person.in_direct().slash("forget", &[]).await;
    let done = asked.press("Ναι, ξέχασέ με").await;
    assert!(!seen(&done).is_empty());
    backup(folder, "running.sqlite").await;
    assert_eq!(naming(folder, &person), [""; 0], "while it runs: {:?}", files(folder));
    kill(&bot, "-TERM").await;
    assert!(ended(&mut bot).await.success());
    backup(folder, "stopped.sqlite").await;
    assert_eq!(naming(folder, &person), [""; 0], "once it has ended: {:?}", files(folder));
    no_secret_stands_in(folder);
    assert!(files(folder).len() >= 4, "{:?}", files(folder));
}

#[tokio::test]
async fn a_breakdown_leaves_no_memory_on_the_disk() {
    let (discord, folder) = (FakeDiscord::start().await, tempfile::tempdir().unwrap());
    let (person, _) = lead(&discord);
    let mut bot = bot(&discord, folder.path());
    discord.gateway().ready().await;
    person.slash("check", &[("draft", DRAFT)]).await;
    // The first is taken for a stack that is too long, and the program goes on to break down by the next.
    let status = loop {
        kill(&bot, "-SEGV").await;
        if let Ok(ended) = tokio::time::timeout(Duration::from_millis(200), bot.wait()).await {
            break ended.unwrap();
        }
    };
    assert_eq!((status.signal(), status.core_dumped()), (Some(11), false));
    for file in files(folder.path()) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!name.contains("core"), "{name}");
    }
    no_secret_stands_in(folder.path());
}
