//! A team with leads, and short ways to say what they do and see.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use kalologos::app::{
    App, Argument, Arguments, Attachment, Body, FetchAttachment, FetchError, Fetching, Interaction,
    RequestContext, Response,
};
use kalologos::check::{Answer, Checker, Request};
use kalologos::model::Language;
use kalologos::model::{Member, Rights};
use kalologos::model::{ServerId, Time, UserId, Version};
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::store::Store;
use kalologos::team::{Activate, Lead, Objections, Report, Teams, Upload, Verdict};
use kalologos::ui::CommandId;
use kalologos::ui::{Action, Control, Panel};
use tempfile::TempDir;

pub const SERVER: ServerId = ServerId(900);
/// 25 November 2026, in the morning.
pub const NOW: Time = Time(1_795_595_400);
pub const DAY: i64 = 86_400;

/// Ready-made rules, few enough to be read.
const GREEK: &str = "
language: el
pack: positive-language
title: Θετική γλώσσα
rules:
  - id: cannot
    principle: positive-language
    avoid: δεν <μπορώ:present> να {action}
    prefer: θα <μπορώ:imperfect> να {action} αν [προϋπόθεση]
    why: Έτσι ο πελάτης μαθαίνει τι χρειάζεται.
    examples:
      - draft: Δεν μπορούμε να το στείλουμε.
        rewrite: Θα μπορούσαμε να το στείλουμε αν [προϋπόθεση].
  - id: wrong
    principle: empathy
    level: error
    avoid: κάνετε λάθος
    prefer: το σωστό είναι [τα σωστά στοιχεία]
    why: Έτσι η συζήτηση πάει στη λύση.
  - id: unfortunately
    principle: positive-language
    level: suggestion
    avoid: δυστυχώς
    remove: true
    why: Το μήνυμα στέκει και χωρίς αυτό.
";
const ENGLISH: &str = "
language: en
pack: positive-language
title: Positive language
rules:
  - id: calm-down
    principle: empathy
    level: error
    avoid: calm down
    prefer: I can see how upsetting this is
    why: Nobody has ever calmed down on being told to.
";

pub static DESK: LazyLock<Arc<Checker>> = LazyLock::new(|| {
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    for (name, text) in [("el/positive.yaml", GREEK), ("en/positive.yaml", ENGLISH)] {
        let file = SourceFile { name: name.into(), text: text.into() };
        let problems = rule_set.add_proven(&[file]);
        assert!(problems.is_empty(), "{problems:?}");
    }
    Arc::new(Checker::new(rule_set))
});

pub struct Home {
    pub folder: TempDir,
    pub app: App,
    now: AtomicI64,
}

impl Home {
    pub async fn new() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
        let app = App::new(Arc::new(Teams::over(Arc::clone(&DESK), store)));
        Home::with(folder, app)
    }

    /// Over what is in this folder.
    pub fn with(folder: TempDir, app: App) -> Home {
        Home { folder, app, now: AtomicI64::new(NOW.0) }
    }

    pub fn now(&self) -> Time {
        Time(self.now.load(Ordering::Relaxed))
    }

    pub fn later(&self, seconds: i64) {
        self.now.fetch_add(seconds, Ordering::Relaxed);
    }

    pub async fn lead(&self) -> Lead {
        self.app.teams().lead(&lead(), self.now()).await.unwrap()
    }

    pub async fn version(&self) -> Version {
        self.teams().rules_version(SERVER).await.unwrap()
    }

    pub fn teams(&self) -> &Teams {
        self.app.teams()
    }

    pub async fn upload(&self, name: &str, bytes: impl Into<Vec<u8>>) -> Report {
        let upload = Upload::new(name, bytes.into());
        self.lead().await.upload(upload).await.unwrap()
    }

    /// A file that has to come in force.
    pub async fn activated(&self, name: &str, bytes: impl Into<Vec<u8>>) {
        let report = self.upload(name, bytes).await;
        assert_eq!(report.verdict, Verdict::Ready, "{:?}", report.problems);
        let wanted = Activate {
            token: report.token.unwrap(),
            objections: Objections::Stand,
            proposal: None,
        };
        self.lead().await.activate(wanted).await.unwrap();
    }

    pub fn context(&self, member: Member, language: Language) -> RequestContext {
        RequestContext {
            user: member.user,
            member: Some(member),
            language,
            now: self.now(),
            request: "request".to_owned(),
        }
    }

    pub async fn response(
        &self,
        member: Member,
        language: Language,
        wish: Interaction,
    ) -> Response {
        self.app.handle(&self.context(member, language), wish).await
    }

    /// A command of a lead's.
    pub async fn command(&self, id: CommandId, given: &[(&'static str, &str)]) -> Panel {
        self.command_in(Language::El, id, given).await
    }

    pub async fn command_in(
        &self,
        language: Language,
        id: CommandId,
        given: &[(&'static str, &str)],
    ) -> Panel {
        let given = given.iter().map(|(name, text)| (*name, Argument::Text((*text).to_owned())));
        self.given(language, id, Arguments(given.collect())).await
    }

    pub async fn given(&self, language: Language, id: CommandId, given: Arguments) -> Panel {
        panel(self.response(lead(), language, Interaction::Command(id, given)).await)
    }

    /// What a lead presses on a panel, by its label.
    pub async fn press(&self, panel: &Panel, label: &str) -> Panel {
        self.press_in(Language::El, panel, label).await
    }

    pub async fn press_in(&self, language: Language, on: &Panel, label: &str) -> Panel {
        panel(
            self.response(lead(), language, Interaction::Press(button(on, label), Vec::new()))
                .await,
        )
    }

    /// What a lead chooses from a list of a panel, by the beginning of its label and parts of what it offers.
    pub async fn choose(&self, on: &Panel, label: &str, options: &[&str]) -> Panel {
        self.choose_in(Language::El, on, label, options).await
    }

    pub async fn choose_in(
        &self,
        language: Language,
        on: &Panel,
        label: &str,
        options: &[&str],
    ) -> Panel {
        let list = on.controls.iter().find_map(|control| match control {
            Control::Select(list) if list.label.starts_with(label) => Some(list),
            _ => None,
        });
        let list = list.unwrap_or_else(|| panic!("no list {label}: {on:?}"));
        let value = |wanted: &&str| {
            let found = list.options.iter().find(|option| option.label.contains(*wanted));
            found.unwrap_or_else(|| panic!("no {wanted} in {list:?}")).value.clone()
        };
        let chosen = options.iter().map(value).collect();
        panel(
            self.response(lead(), language, Interaction::Press(list.action.clone(), chosen)).await,
        )
    }

    /// The ids of the rules that find something in a draft.
    pub async fn check(&self, draft: &str) -> Vec<String> {
        let (in_force, error) = self.teams().checker(SERVER, self.now()).await;
        assert!(error.is_none(), "{error:?}");
        match in_force.checker.answer(Request::Check { draft: draft.to_owned() }, Language::El) {
            Ok(Answer::Card(card)) => {
                card.review.findings.iter().map(|found| found.rule.id.clone()).collect()
            }
            other => panic!("{other:?}"),
        }
    }
}

pub fn button(panel: &Panel, label: &str) -> Action {
    let found = panel.controls.iter().find_map(|control| match control {
        Control::Button(button) if button.label == label => Some(button.action.clone()),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no button {label}: {panel:?}"))
}

pub fn lead() -> Member {
    Member { server: SERVER, user: UserId(1), rights: Rights::ManagesServer, roles: Vec::new() }
}

pub fn other_lead() -> Member {
    Member { user: UserId(3), ..lead() }
}

pub fn agent() -> Member {
    Member { user: UserId(2), rights: Rights::Member, ..lead() }
}

pub fn panel(response: Response) -> Panel {
    match response.body {
        Body::Panel(panel) | Body::InPlace(panel) => panel,
        other => panic!("{other:?}"),
    }
}

/// A panel as a person sees it: what it says, and what can be done.
pub fn shown(panel: &Panel) -> String {
    let mut shown = panel.text();
    for control in &panel.controls {
        match control {
            Control::Button(button) => {
                let sign = if button.is_next { "»" } else { "" };
                let _ = write!(shown, "\n[{sign}{}]", button.label);
            }
            Control::Select(list) => {
                let _ = write!(shown, "\n<{}>", list.label);
                for option in &list.options {
                    let sign = if option.is_chosen { "●" } else { "○" };
                    let _ = write!(shown, "\n   {sign} {}", option.label);
                }
            }
            other => panic!("{other:?}"),
        }
        assert!(action_of(control).encode().chars().count() <= 100, "{control:?}");
    }
    for file in &panel.files {
        let _ = write!(shown, "\n+ {}", file.name);
    }
    shown
}

pub fn action_of(control: &Control) -> &Action {
    match control {
        Control::Button(button) => &button.action,
        Control::Select(list) => &list.action,
        Control::ChannelSelect(list) => &list.action,
        Control::RoleSelect(list) => &list.action,
    }
}

/// A file as somebody hands it in, which counts how often it was fetched.
#[derive(Debug)]
pub struct Handed {
    pub bytes: Vec<u8>,
    pub fetched: AtomicI64,
}

impl FetchAttachment for Handed {
    fn fetch(&self, most: usize) -> Fetching<'_> {
        self.fetched.fetch_add(1, Ordering::Relaxed);
        let fits = self.bytes.len() <= most;
        let bytes = self.bytes.clone();
        Box::pin(std::future::ready(if fits { Ok(bytes) } else { Err(FetchError::TooLarge) }))
    }
}

pub fn file(name: &str, bytes: impl Into<Vec<u8>>) -> (Arguments, Arc<Handed>) {
    let handed = Arc::new(Handed { bytes: bytes.into(), fetched: AtomicI64::new(0) });
    let source: Arc<dyn FetchAttachment> = Arc::<Handed>::clone(&handed);
    let given = Attachment { name: name.to_owned(), size: handed.bytes.len() as u64, source };
    (Arguments(vec![("file", Argument::File(given))]), handed)
}

/// A team's own table.
pub const OWN: &str = "language: el
rules:
  - avoid: το δέμα χάθηκε
    prefer: ψάχνουμε το δέμα
    why: Ο πελάτης θέλει να ξέρει τι κάνουμε.
  - avoid: δεν ξέρω πού είναι
    level: error
    prefer: το βρίσκω και σας λέω
";
