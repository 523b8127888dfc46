//! A home for a team, people in it, and what they see.

use std::cell::Cell;
use std::sync::{Arc, LazyLock};

use kalologos::desk::reception::{
    Control, Errand, Given, GivenValue, Mark, Panel, Questions, Received, Reception, Reply,
    Visitor, Wish,
};
use kalologos::desk::team::{Asker, Rights, Teams, Trouble};
use kalologos::desk::{Answer, Card, CommandId, Desk, Library, Request, SourceFile, builtin};
use kalologos::render::Language;
use kalologos::store::{RoleId, ServerId, Store, Time, UserId};
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

pub static DESK: LazyLock<Arc<Desk>> = LazyLock::new(|| {
    let (mut library, problems) = Library::languages(builtin());
    assert!(problems.is_empty(), "{problems:?}");
    let file = SourceFile { name: "el/base.yaml".to_owned(), text: RULES.to_owned() };
    let problems = library.add_proven(&[file]);
    assert!(problems.is_empty(), "{problems:?}");
    Arc::new(Desk::new(library))
});

pub struct Home {
    pub folder: TempDir,
    pub reception: Reception,
    requests: Cell<u32>,
}

impl Home {
    pub async fn new() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
        let reception = Reception::new(Arc::new(Teams::over(Arc::clone(&DESK), store)));
        Home { folder, reception, requests: Cell::new(0) }
    }

    pub fn teams(&self) -> &Teams {
        self.reception.teams()
    }

    fn visitor(&self, who: &Asker, language: Language) -> Visitor {
        self.requests.set(self.requests.get() + 1);
        Visitor {
            user: who.user,
            member: Some(who.clone()),
            language,
            now: NOW,
            request: format!("request-{}", self.requests.get()),
        }
    }

    pub async fn wish(&self, who: &Asker, language: Language, wish: Wish) -> Received {
        self.reception.receive(&self.visitor(who, language), wish).await
    }

    pub async fn command(&self, who: &Asker, id: CommandId) -> Received {
        self.wish(who, Language::El, Wish::Command(id, Given::default())).await
    }

    pub async fn suggest(&self, who: &Asker, pair: [&str; 3]) -> Received {
        self.suggest_in(who, pair, Language::El).await
    }

    pub async fn suggest_in(&self, who: &Asker, pair: [&str; 3], language: Language) -> Received {
        let options = ["avoid", "prefer", "why"].into_iter().zip(pair);
        let given = options
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| (name, GivenValue::Text(text.to_owned())));
        self.wish(who, language, Wish::Command(CommandId::Suggest, Given(given.collect()))).await
    }

    /// Presses a control of a panel by its label, with what is chosen from it.
    pub async fn press(
        &self,
        who: &Asker,
        panel: &Panel,
        label: &str,
        chosen: &[&str],
    ) -> Received {
        self.press_in(who, panel, (label, chosen), Language::El).await
    }

    pub async fn press_in(
        &self,
        who: &Asker,
        panel: &Panel,
        (label, chosen): (&str, &[&str]),
        language: Language,
    ) -> Received {
        let chosen = chosen.iter().map(|value| (*value).to_owned()).collect();
        self.wish(who, language, Wish::Press(mark(panel, label), chosen)).await
    }

    /// Hands in a form.
    pub async fn submit(&self, who: &Asker, form: &Questions, written: &[&str]) -> Received {
        let written = written.iter().map(|text| (*text).to_owned()).collect();
        self.wish(who, Language::El, Wish::Submit(form.mark.clone(), written)).await
    }

    /// Changes one setting by way of the card.
    pub async fn set(&self, topic: &str, question: &str, chosen: &[&str]) -> Received {
        let card = panel(self.command(&lead(), CommandId::Settings).await);
        let turned = panel(self.press(&lead(), &card, WHAT, &[topic]).await);
        self.press(&lead(), &turned, question, chosen).await
    }

    pub async fn check(&self, draft: &str) -> Card {
        let request = Request::Check { draft: draft.to_owned() };
        match self.wish(&agent(), Language::El, Wish::Desk(request)).await.reply {
            Reply::Answer(Answer::Card(card)) => *card,
            other => panic!("{other:?}"),
        }
    }
}

/// The list of what can be set, in Greek.
pub const WHAT: &str = "Τι θέλετε να αλλάξετε;";

pub fn mark(panel: &Panel, label: &str) -> Mark {
    let found = panel.controls.iter().find_map(|control| {
        let (known, mark) = match control {
            Control::Button(it) => (&it.label, &it.mark),
            Control::Choose(it) => (&it.label, &it.mark),
            Control::Channels(it) => (&it.label, &it.mark),
            Control::Role(it) => (&it.label, &it.mark),
        };
        (known == label).then(|| mark.clone())
    });
    found.unwrap_or_else(|| panic!("no «{label}» on\n{}", controls(panel)))
}

pub fn panel(received: Received) -> Panel {
    assert!(received.trouble.is_none(), "{:?}", received.trouble);
    match received.reply {
        Reply::Panel(panel) | Reply::InPlace(panel) => panel,
        other => panic!("{other:?}"),
    }
}

pub fn form(received: Received) -> Questions {
    match received.reply {
        Reply::Questions(questions) => questions,
        other => panic!("{other:?}"),
    }
}

/// Those that are told privately, and what.
pub fn told(received: &Received) -> Vec<(UserId, String)> {
    let tell = |errand: &Errand| match errand {
        Errand::Tell { user, panel } => Some((*user, panel.text())),
        _ => None,
    };
    received.errands.iter().filter_map(tell).collect()
}

/// All that follows from a wish, as one reads it.
pub fn shown(received: &Received) -> String {
    let mut text = match &received.reply {
        Reply::Panel(panel) => format!("[to whoever asked]\n{}", of_panel(panel)),
        Reply::InPlace(panel) => format!("[in its place]\n{}", of_panel(panel)),
        Reply::Questions(form) => of_form(form),
        Reply::Answer(answer) => format!("{answer:?}"),
    };
    for errand in &received.errands {
        let (to, panel) = match errand {
            Errand::Post { channel, panel } => (format!("posted in {}", channel.0), panel),
            Errand::PostProposal { channel, panel, .. } => {
                (format!("posted for the leads in {}", channel.0), panel)
            }
            Errand::Rewrite { message, panel, .. } => {
                (format!("message {} anew", message.0), panel)
            }
            Errand::Tell { user, panel } => (format!("privately to {}", user.0), panel),
            Errand::Forget { user } => {
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
        Control::Choose(it) => {
            let options = it.options.iter().map(|option| {
                format!("\n    {} {}", if option.is_chosen { "●" } else { "○" }, option.label)
            });
            format!("▾ {}{}", it.label, options.collect::<String>())
        }
        Control::Channels(it) => format!("▾ {} # {:?}, up to {}", it.label, it.chosen, it.most),
        Control::Role(it) => format!("▾ {} @ {:?}", it.label, it.chosen),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn of_form(form: &Questions) -> String {
    let lines = form
        .questions
        .iter()
        .map(|question| format!("{}: [{}] {}", question.label, question.value, question.example));
    format!("[form] {}\n{}", form.title, lines.collect::<Vec<_>>().join("\n"))
}

fn somebody(user: u64, rights: Rights, roles: &[RoleId]) -> Asker {
    Asker { server: SERVER, user: UserId(user), rights, roles: roles.to_vec() }
}

pub fn lead() -> Asker {
    somebody(1, Rights::ManagesServer, &[])
}

pub fn other_lead() -> Asker {
    somebody(3, Rights::ManagesServer, &[])
}

pub fn agent() -> Asker {
    somebody(2, Rights::Member, &[LEADS])
}

pub fn colleague() -> Asker {
    somebody(4, Rights::Member, &[])
}

/// Leads the team of another server.
pub fn stranger() -> Asker {
    Asker { server: ServerId(901), ..lead() }
}

pub fn refused(received: &Received) -> String {
    assert!(received.trouble.is_none());
    match &received.reply {
        Reply::Panel(panel) => panel.text(),
        other => panic!("{other:?}"),
    }
}

pub fn is_storage(trouble: &Option<Trouble>) -> bool {
    matches!(trouble, Some(Trouble::Store(_)))
}
