//! A Discord with servers, people and the bot.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use fake_discord::rights::{EVERYONE, MANAGE_GUILD};
use fake_discord::{Channel, FakeDiscord, Person};
use kalologos::model::{ServerId, UserId, Version};
use kalologos::store::{Change, ChangeRequest, Operation, Store, VersionContent};
use tokio::task::JoinHandle;

use crate::attack::Attack;
use crate::bot;

const DRAFT: &str =
    "Καλημέρα σας. Δυστυχώς δεν μπορούμε να σας το στείλουμε σήμερα. Κάνετε λάθος στη διεύθυνση.";
/// Rules such as teams write, for those who are not to notice an attack.
const OTHERS_RULES: &str = "language: el\nrules:\n  - avoid: το πακέτο χάθηκε\n    prefer: ψάχνουμε το πακέτο\n  - avoid: δεν ξέρω πού είναι\n    prefer: το βρίσκω και σας λέω\n";
/// Servers of others, and people in each.
const OTHER_SERVERS: usize = 10;
const OTHERS_IN_SERVER: usize = 3;
/// Checks of others in a round, one after so long.
const CHECKS: usize = 300;
const PERIOD: Duration = Duration::from_millis(40);
/// Between two attacks of one who takes turns with others: Discord lets a person send about one message or command a second.
const BREATH: Duration = Duration::from_millis(100);

/// People of other servers, each of whom leads their own.
#[derive(Debug, Clone, Copy)]
pub struct Crowd {
    pub servers: usize,
    /// In each.
    pub people: usize,
}

/// The bot and everybody around it.
pub struct Stage {
    _discord: FakeDiscord,
    process: Child,
    others: Vec<Person>,
    hostile: Vec<Vec<Person>>,
    folder: tempfile::TempDir,
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Stage {
    /// A bot that runs, with what an attack needs in its database.
    pub async fn set(attack: Option<Attack>, crowd: Crowd) -> Stage {
        let discord = FakeDiscord::start().await;
        discord.says_date_of_now();
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data.sqlite");
        let store = Store::open(&data).await.unwrap();
        let mut others = Vec::new();
        for _ in 0..OTHER_SERVERS {
            let channel = discord.server("Υποστήριξη").channel("απαντήσεις");
            in_force(&store, &channel, OTHERS_RULES).await;
            others.extend((0..OTHERS_IN_SERVER).map(|_| member(&discord, &channel)));
        }
        let (mut hostile, mut drafts_channel) = (Vec::new(), 0);
        for _ in 0..crowd.servers {
            let channel = discord.server("Άλλοι").channel("γενικά");
            if let Some(rules) = attack.and_then(Attack::rules) {
                in_force(&store, &channel, &rules).await;
            }
            drafts_channel = channel.id;
            let role = channel.server().role("Υπεύθυνοι", EVERYONE | MANAGE_GUILD);
            let people = (0..crowd.people).map(|_| member(&discord, &channel)).collect();
            let people: Vec<Person> = people;
            people.iter().for_each(|person| channel.server().admit(person, &[role]));
            hostile.push(people);
        }
        store.close().await;
        let process = process(discord.url(), folder.path(), drafts_channel);
        discord.gateway().ready().await;
        Stage { _discord: discord, process, others, hostile, folder }
    }

    /// How long others wait for their answers, one asking after the other.
    pub async fn others(&self) -> Vec<Duration> {
        let mut asked = Vec::new();
        let mut next = tokio::time::interval(PERIOD);
        for person in self.others.iter().cycle().take(CHECKS) {
            next.tick().await;
            let person = person.clone();
            asked.push(tokio::spawn(async move {
                let began = Instant::now();
                person.slash("check", &[("draft", DRAFT)]).await;
                began.elapsed()
            }));
        }
        let mut times = Vec::new();
        for asked in asked {
            times.push(asked.await.expect("nobody is left without an answer"));
        }
        times
    }

    /// Begins an attack.
    pub fn attack(&self, attack: Attack) -> Attackers {
        let stop = Arc::new(AtomicBool::new(false));
        let mut tasks = Vec::new();
        for (server, people) in self.hostile.iter().enumerate() {
            // Who is in the drafts channel is there alone.
            let last = self.hostile.last().unwrap_or(people);
            let people = if attack == Attack::Drafts { last } else { people };
            for at in 0..attack.at_once() {
                let (stop, people) = (Arc::clone(&stop), people.clone());
                tasks.push(tokio::spawn(async move {
                    let mut times = Vec::new();
                    let people = people.iter().cycle().skip(at * 5 + server);
                    for (number, person) in people.enumerate() {
                        if stop.load(Ordering::Relaxed) {
                            break;
                        }
                        let began = Instant::now();
                        attack.once(person, number).await;
                        times.push(began.elapsed());
                        tokio::time::sleep(BREATH).await;
                    }
                    times
                }));
            }
        }
        Attackers { stop, tasks }
    }

    /// Waits until the bot does next to nothing.
    pub async fn calms_down(&self) {
        loop {
            let before = self.processor_time();
            tokio::time::sleep(Duration::from_millis(500)).await;
            if self.processor_time() - before <= 2 {
                break;
            }
        }
    }

    /// Somebody who leads, of each hostile server.
    pub fn leads(&self) -> Vec<Person> {
        self.hostile.iter().filter_map(|people| people.first().cloned()).collect()
    }

    /// How often something broke in the bot and was contained.
    pub fn panics(&self) -> usize {
        let log = std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        log.matches("panicked at").count()
    }

    /// Whether the bot has not ended.
    pub fn lives(&mut self) -> bool {
        matches!(self.process.try_wait(), Ok(None))
    }

    /// The most memory that the bot ever took, in MiB.
    pub fn peak(&self) -> u64 {
        let status = self.about("status");
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or("");
        line.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1_024
    }

    /// In hundredths of a second.
    fn processor_time(&self) -> u64 {
        let stat = self.about("stat");
        let after_name = stat.rsplit(')').next().unwrap_or("");
        let fields: Vec<u64> =
            after_name.split_whitespace().filter_map(|it| it.parse().ok()).collect();
        // After the state, which is a letter: see proc(5).
        fields.iter().skip(10).take(2).sum()
    }

    fn about(&self, what: &str) -> String {
        let path = format!("/proc/{}/{what}", self.process.id());
        std::fs::read_to_string(path).unwrap_or_default()
    }
}

/// People who attack until they are asked to end.
pub struct Attackers {
    stop: Arc<AtomicBool>,
    tasks: Vec<JoinHandle<Vec<Duration>>>,
}

impl Attackers {
    /// How long each attack took.
    pub async fn end(self) -> Vec<Duration> {
        self.stop.store(true, Ordering::Relaxed);
        let mut times = Vec::new();
        for task in self.tasks {
            times.extend(task.await.unwrap_or_default());
        }
        times
    }
}

fn member(discord: &FakeDiscord, channel: &Channel) -> Person {
    discord.person("Άννα").locale("el").in_channel(channel)
}

fn process(url: &str, folder: &Path, drafts_channel: u64) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--bot", url]).arg(folder.join("data.sqlite")).arg(drafts_channel.to_string());
    let log = std::fs::File::create(folder.join("log")).unwrap();
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
    command.spawn().unwrap()
}

/// Puts rules in force, past everything that looks at them.
async fn in_force(store: &Store, channel: &Channel, rules: &str) {
    let file = "ομάδα.yaml".to_owned();
    let content = VersionContent {
        format: "yaml".to_owned(),
        bytes: rules.as_bytes().to_vec(),
        rules: None,
        ids: Vec::new(),
        note: None,
    };
    let request = ChangeRequest {
        server: ServerId(channel.server().id),
        by: UserId(1),
        at: bot::now(),
        base: Version(0),
        id: None,
        kind: "activated".to_owned(),
        subject: file.clone(),
    };
    let change = Change { request, operations: vec![Operation::Add { file, content }] };
    store.change(&change).await.unwrap();
}
