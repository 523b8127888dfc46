//! Writes down what the present release leaves behind.

use std::fs;
use std::path::Path;

use kalologos::model::{ChannelId, RoleId};
use kalologos::store::{OwnTipWords, Position, Proposed, Switch, SwitchKind, Vote};
use kalologos::team::{Pair, Settings, Upload};
use kalologos::tips::{Plan, Posted, Reach, Timetable, TipKey};

use super::*;
use crate::managing_rules::common::{DAY, OWN, agent};

const CHANGED: &str = "language: el
rules:
  - avoid: το δέμα χάθηκε
    prefer: το δέμα το ψάχνουμε ήδη
";
const OTHER: &str = "language: el
rules:
  - avoid: όπως είπα
    prefer: όπως γράψαμε
";
/// Its wording is one that a ready-made rule objects to.
const CONTESTED: &str = "language: el
rules:
  - avoid: λυπάμαι που ακούω
    prefer: δυστυχώς έτσι είναι
";
const WAITING: &str = "language: el
rules:
  - avoid: στο τέλος πάντων
    prefer: τέλος
";
const RULES: &str = include_str!("../conversations/rules_el.yaml");
const DRAFTS: &str = "Δυστυχώς δεν μπορώ να σας βοηθήσω.\n🙂 Καλημέρα σας.\n";
const CUSTOM_IDS: &str =
    include_str!("../../src/ui/action/snapshots/kalologos__ui__action__tests__custom_ids.snap");
const CONFIGURATION: &str = include_str!("../../docs/kalologos.example.toml");

#[tokio::test]
#[ignore = "writes the files of a release, once"]
async fn keep_this_release() {
    let folder = Path::new(FIXTURES).join(env!("CARGO_PKG_VERSION"));
    assert!(!folder.exists(), "{folder:?} is there, and is never changed");
    fs::create_dir_all(&folder).unwrap();
    database(&folder).await;
    card(&folder).await;
    fs::write(folder.join("rules.yaml"), RULES).unwrap();
    fs::write(folder.join("drafts.txt"), DRAFTS).unwrap();
    fs::write(folder.join("check.jsonl"), checked(&folder)).unwrap();
    let (_, custom_ids) = CUSTOM_IDS.split_once("\n---\n").unwrap();
    fs::write(folder.join("custom_ids.txt"), custom_ids).unwrap();
    let every_setting: String = CONFIGURATION
        .lines()
        .map(|line| format!("{}\n", line.strip_prefix("#: ").unwrap_or(line)))
        .collect();
    fs::write(folder.join("kalologos.toml"), every_setting).unwrap();
}

/// A database with every kind of change.
async fn database(folder: &Path) {
    let home = Home::new().await;
    rules(&home).await;
    tips(&home).await;
    proposals(&home).await;
    let waiting = home.upload("last.yaml", WAITING).await.token.unwrap();
    fs::write(folder.join("waiting.txt"), format!("{}\n", waiting.0)).unwrap();
    home.teams().flush().await.unwrap();
    home.teams().store().close().await;
    fs::copy(home.folder.path().join("data.sqlite"), folder.join("database.sqlite")).unwrap();
}

async fn rules(home: &Home) {
    home.activated("team.yaml", OWN).await;
    home.activated("team.yaml", CHANGED).await;
    home.lead().await.restore(home.version().await, "team.yaml", 1).await.unwrap();
    home.activated("other.yaml", OTHER).await;
    home.lead().await.remove(home.version().await, "other.yaml").await.unwrap();
    home.lead().await.undo(home.version().await).await.unwrap();
    let report = home.lead().await.upload(Upload::new("c.yaml", CONTESTED.into())).await.unwrap();
    let wanted =
        Activate { token: report.token.unwrap(), objections: Objections::Mute, proposal: None };
    home.lead().await.activate(wanted).await.unwrap();
    for (kind, name, to) in [
        (SwitchKind::Rule, "el/positive-language/wrong", Position::Off),
        (SwitchKind::Rule, "el/positive-language/wrong", Position::On),
    ] {
        let switch = Switch { kind, name: name.to_owned() };
        home.lead().await.turn(home.version().await, &switch, to).await.unwrap();
    }
    for (names, flagging) in
        [(&["Ηλίας", "Μαρία"][..], Position::Off), (&["Μαρία"][..], Position::On)]
    {
        home.lead().await.allow(home.version().await, names, flagging).await.unwrap();
    }
    let settings = Settings {
        language: Some("en".to_owned()),
        register: Some(Register::Formal),
        level: Some("suggestion".to_owned()),
        lead_role: Some(RoleId(50)),
        draft_channels: vec![ChannelId(31)],
        quotes: Some(Treatment::LeftAlone),
        greeklish: Some(Treatment::Checked),
        proposals_channel: Some(ChannelId(32)),
        keep_days: Some(90),
    };
    let (_, base) = home.lead().await.settings().await.unwrap();
    home.lead().await.set_settings(base, &settings, None).await.unwrap();
}

async fn tips(home: &Home) {
    let tips = Tips::new(Arc::clone(home.app.teams()));
    let words = OwnTipWords {
        language: "el".to_owned(),
        principle: None,
        text: "Πείτε πρώτα τι μπορεί να γίνει.".to_owned(),
        today: Some("Ξεκινήστε μία απάντηση με «μπορούμε».".to_owned()),
    };
    tips.add_tip(&home.lead().await, words).await.unwrap();
    tips.set_tip_plan(&home.lead().await, &Plan::usual(ChannelId(30), "el")).await.unwrap();
    tips.skip_tip(&home.lead().await).await.unwrap();
    tips.pause_tips(&home.lead().await).await.unwrap();
    tips.resume_tips(&home.lead().await).await.unwrap();
    for posted in [Posted::There(kalologos::model::MessageId(77)), Posted::Closed] {
        let mut table = Timetable::new(Reach::Servers);
        tips.renew_timetable(&mut table, home.now()).await.unwrap();
        home.later(table.next().unwrap().0 - home.now().0);
        let due = table.take_due(home.now()).remove(0);
        let post = tips.claim_tip(&due, home.now()).await.unwrap().unwrap();
        let vote = (agent().user, Vote::Useful);
        let key = TipKey::of(&post.tip.tip.id);
        tips.vote_on_tip(SERVER, vote, key, home.now()).await.unwrap();
        tips.settle_tip(&post, posted, home.now()).await.unwrap();
        home.later(DAY);
    }
}

async fn proposals(home: &Home) {
    let pair = |avoid: &str, prefer: &str| Pair {
        avoid: avoid.to_owned(),
        prefer: prefer.to_owned(),
        why: String::new(),
    };
    let approved = pair("δεν προλαβαίνω", "το κάνω αύριο");
    let proposed = home.teams().suggest(&agent(), &approved, home.now()).await.unwrap();
    let Proposed::New(proposal) = proposed else { panic!("{proposed:?}") };
    let report = home.lead().await.write_rule(&approved, None).await.unwrap();
    let wanted = Activate {
        token: report.token.unwrap(),
        objections: Objections::Stand,
        proposal: Some(proposal),
    };
    home.lead().await.activate(wanted).await.unwrap();
    home.teams().suggest(&agent(), &pair("περιμένετε", "σας ενημερώνω"), home.now()).await.unwrap();
}

/// A card as it was posted.
async fn card(folder: &Path) {
    let scene = Scene::begin().await;
    let card = scene.agent.slash("check", &[("draft", DRAFT)]).await;
    let kept = serde_json::to_string_pretty(&card.kept()).unwrap();
    fs::write(folder.join("card.json"), kept).unwrap();
    scene.end().await;
}
