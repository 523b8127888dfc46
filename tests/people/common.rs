//! A home for a team, people in it, and what they see.

use std::cell::Cell;
use std::sync::{Arc, LazyLock};

use kalologos::app::Error;
use kalologos::app::{
    App, Argument, Arguments, Body, Effect, Interaction, RequestContext, Response,
};
use kalologos::check::{Card, Checker, Request};
use kalologos::model::Language;
use kalologos::model::{Member, Rights};
use kalologos::model::{RoleId, ServerId, Time, UserId};
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::store::Store;
use kalologos::team::{Lead, Teams};
use kalologos::ui::CommandId;
use kalologos::ui::{Action, Control, Modal, Panel};
use tempfile::TempDir;

pub const NOW: Time = Time(1_800_000_000);
pub const SERVER: ServerId = ServerId(900);
pub const LEADS: RoleId = RoleId(50);

/// Few rules, so that changes of the built-in packs leave these tests alone.
const RULES: &str = "
language: el
pack: team
rules:
  - id: cannot
    avoid: δεν <μπορώ:present> να {action}
    prefer: θα <μπορώ:imperfect> να {action} αν [προϋπόθεση]
  - id: wrong
    level: error
    avoid: κάνετε λάθος
    prefer: το σωστό είναι [τα σωστά στοιχεία]
  - id: unfortunately
    level: suggestion
    avoid: δυστυχώς
    remove: true
  - id: send
    avoid: όπως είπα
    prefer: <σας> το στέλνω ξανά
";

pub static DESK: LazyLock<Arc<Checker>> = LazyLock::new(|| {
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    let file = SourceFile { name: "el/base.yaml".to_owned(), text: RULES.to_owned() };
    let problems = rule_set.add_proven(&[file]);
    assert!(problems.is_empty(), "{problems:?}");
    Arc::new(Checker::new(rule_set))
});

pub struct Home {
    pub folder: TempDir,
    pub app: App,
    requests: Cell<u32>,
}

impl Home {
    pub async fn new() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
        let app = App::new(Arc::new(Teams::over(Arc::clone(&DESK), store)));
        Home { folder, app, requests: Cell::new(0) }
    }

    pub async fn lead(&self) -> Lead {
        self.app.teams().lead(&lead(), NOW).await.unwrap()
    }

    pub fn teams(&self) -> &Teams {
        self.app.teams()
    }

    fn context(&self, who: &Member, language: Language) -> RequestContext {
        self.requests.set(self.requests.get() + 1);
        RequestContext {
            user: who.user,
            member: Some(who.clone()),
            language,
            now: NOW,
            request: format!("request-{}", self.requests.get()),
        }
    }

    pub async fn wish(&self, who: &Member, language: Language, wish: Interaction) -> Response {
        self.app.handle(&self.context(who, language), wish).await
    }

    pub async fn command(&self, who: &Member, id: CommandId) -> Response {
        self.wish(who, Language::El, Interaction::Command(id, Arguments::default())).await
    }

    pub async fn suggest(&self, who: &Member, pair: [&str; 3]) -> Response {
        self.suggest_in(who, pair, Language::El).await
    }

    pub async fn suggest_in(&self, who: &Member, pair: [&str; 3], language: Language) -> Response {
        let options = ["avoid", "prefer", "why"].into_iter().zip(pair);
        let given = options
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| (name, Argument::Text(text.to_owned())));
        self.wish(
            who,
            language,
            Interaction::Command(CommandId::Suggest, Arguments(given.collect())),
        )
        .await
    }

    /// Presses a control of a panel by its label, with what is chosen from it.
    pub async fn press(
        &self,
        who: &Member,
        panel: &Panel,
        label: &str,
        chosen: &[&str],
    ) -> Response {
        self.press_in(who, panel, (label, chosen), Language::El).await
    }

    pub async fn press_in(
        &self,
        who: &Member,
        panel: &Panel,
        (label, chosen): (&str, &[&str]),
        language: Language,
    ) -> Response {
        let chosen = chosen.iter().map(|value| (*value).to_owned()).collect();
        self.wish(who, language, Interaction::Press(mark(panel, label), chosen)).await
    }

    /// Hands in a form.
    pub async fn submit(&self, who: &Member, form: &Modal, written: &[&str]) -> Response {
        let written = written.iter().map(|text| (*text).to_owned()).collect();
        self.wish(who, Language::El, Interaction::Submit(form.action.clone(), written)).await
    }

    /// Changes one setting by way of the card.
    pub async fn set(&self, topic: &str, question: &str, chosen: &[&str]) -> Response {
        let card = panel(self.command(&lead(), CommandId::Settings).await);
        let turned = panel(self.press(&lead(), &card, WHAT, &[topic]).await);
        self.press(&lead(), &turned, question, chosen).await
    }

    pub async fn check(&self, draft: &str) -> Card {
        let request = Request::Check { draft: draft.to_owned() };
        match self.wish(&agent(), Language::El, Interaction::Check(request)).await.body {
            Body::Card(card) => *card,
            other => panic!("{other:?}"),
        }
    }
}

/// The list of what can be set, in Greek.
pub const WHAT: &str = "Τι θέλετε να αλλάξετε;";

pub fn mark(panel: &Panel, label: &str) -> Action {
    let found = panel.controls.iter().find_map(|control| {
        let (known, mark) = match control {
            Control::Button(it) => (&it.label, &it.action),
            Control::Select(it) => (&it.label, &it.action),
            Control::ChannelSelect(it) => (&it.label, &it.action),
            Control::RoleSelect(it) => (&it.label, &it.action),
        };
        (known == label).then(|| mark.clone())
    });
    found.unwrap_or_else(|| panic!("no «{label}» on\n{}", controls(panel)))
}

pub fn panel(response: Response) -> Panel {
    assert!(response.error.is_none(), "{:?}", response.error);
    match response.body {
        Body::Panel(panel) | Body::InPlace(panel) => panel,
        other => panic!("{other:?}"),
    }
}

pub fn form(response: Response) -> Modal {
    match response.body {
        Body::Modal(questions) => questions,
        other => panic!("{other:?}"),
    }
}

/// Those that are told privately, and what.
pub fn told(response: &Response) -> Vec<(UserId, String)> {
    let tell = |errand: &Effect| match errand {
        Effect::Tell { user, panel } => Some((*user, panel.text())),
        _ => None,
    };
    response.effects.iter().filter_map(tell).collect()
}

/// All that follows from a wish, as one reads it.
pub fn shown(response: &Response) -> String {
    let mut text = match &response.body {
        Body::Panel(panel) => format!("[to whoever asked]\n{}", of_panel(panel)),
        Body::InPlace(panel) => format!("[in its place]\n{}", of_panel(panel)),
        Body::Modal(form) => of_form(form),
        other => format!("{other:?}"),
    };
    for errand in &response.effects {
        let (to, panel) = match errand {
            Effect::Post { channel, panel } => (format!("posted in {}", channel.0), panel),
            Effect::PostProposal { channel, panel, .. } => {
                (format!("posted for the leads in {}", channel.0), panel)
            }
            Effect::Rewrite { message, panel, .. } => {
                (format!("message {} anew", message.0), panel)
            }
            Effect::Tell { user, panel } => (format!("privately to {}", user.0), panel),
            Effect::Forget { user } => {
                text.push_str(&format!("\n\n[the front forgets {}]", user.0));
                continue;
            }
        };
        text.push_str(&format!("\n\n[{to}]\n{}", of_panel(panel)));
    }
    text
}

pub fn of_panel(panel: &Panel) -> String {
    let controls = controls(panel);
    let space = if controls.is_empty() { "" } else { "\n\n" };
    format!("{}{space}{controls}", panel.text())
}

fn controls(panel: &Panel) -> String {
    let lines = panel.controls.iter().map(|control| match control {
        Control::Button(it) => format!("({}){}", it.label, if it.is_next { " ←" } else { "" }),
        Control::Select(it) => {
            let options = it.options.iter().map(|option| {
                format!("\n    {} {}", if option.is_chosen { "●" } else { "○" }, option.label)
            });
            format!("▾ {}{}", it.label, options.collect::<String>())
        }
        Control::ChannelSelect(it) => {
            format!("▾ {} # {:?}, up to {}", it.label, it.chosen, it.most)
        }
        Control::RoleSelect(it) => format!("▾ {} @ {:?}", it.label, it.chosen),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn of_form(form: &Modal) -> String {
    let lines = form
        .fields
        .iter()
        .map(|question| format!("{}: [{}] {}", question.label, question.value, question.example));
    format!("[form] {}\n{}", form.title, lines.collect::<Vec<_>>().join("\n"))
}

fn somebody(user: u64, rights: Rights, roles: &[RoleId]) -> Member {
    Member { server: SERVER, user: UserId(user), rights, roles: roles.to_vec() }
}

pub fn lead() -> Member {
    somebody(1, Rights::ManagesServer, &[])
}

pub fn other_lead() -> Member {
    somebody(3, Rights::ManagesServer, &[])
}

pub fn agent() -> Member {
    somebody(2, Rights::Member, &[LEADS])
}

pub fn colleague() -> Member {
    somebody(4, Rights::Member, &[])
}

/// Leads the team of another server.
pub fn stranger() -> Member {
    Member { server: ServerId(901), ..lead() }
}

pub fn refused(response: &Response) -> String {
    assert!(response.error.is_none());
    match &response.body {
        Body::Panel(panel) => panel.text(),
        other => panic!("{other:?}"),
    }
}

pub fn is_storage(error: &Option<Error>) -> bool {
    matches!(error, Some(Error::Store(_)))
}
