//! A reception with a team, and short ways to say what people do there.

use std::sync::{Arc, LazyLock};

use kalologos::app::{
    App, Argument, Arguments, Attachment, Body, FetchAttachment, FetchError, Fetching, Interaction,
    RequestContext, Response,
};
use kalologos::check::{Checker, Request};
use kalologos::model::Language;
use kalologos::model::{Member, Rights};
use kalologos::model::{RoleId, ServerId, Time, UserId, Version};
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::store::{Store, StoreOptions};
use kalologos::team::Teams;
use kalologos::ui::CommandId;
use kalologos::ui::{Action, Control, Modal, Panel};
use tempfile::TempDir;

use crate::tables;

/// The built-in rules, compiled once for all tests.
static BUILTIN: LazyLock<Arc<Checker>> = LazyLock::new(|| {
    let (mut rule_set, problems) = RuleSet::languages(builtin());
    assert!(problems.is_empty());
    assert!(rule_set.add_proven(builtin()).is_empty());
    Arc::new(Checker::new(rule_set))
});

pub const NOW: Time = Time(1_795_595_400);
pub const SERVER: ServerId = ServerId(900);

pub struct Place {
    pub folder: TempDir,
    pub app: App,
}

impl Place {
    pub async fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        Place::over(folder, StoreOptions::default()).await
    }

    pub async fn over(folder: TempDir, options: StoreOptions) -> Place {
        let store = Store::open_with(&folder.path().join("data.sqlite"), options).await.unwrap();
        let teams = Arc::new(Teams::over(Arc::clone(&BUILTIN), store));
        Place { folder, app: App::new(teams) }
    }

    /// The same after a restart of the program, with storage opened by options.
    pub async fn restarted_with(self, options: StoreOptions) -> Place {
        self.app.teams().store().close().await;
        Place::over(self.folder, options).await
    }

    pub async fn restarted(self) -> Place {
        self.restarted_with(StoreOptions::default()).await
    }

    pub async fn version(&self) -> Version {
        self.app.teams().rules_version(SERVER).await.unwrap()
    }

    /// The ids of the rules that find something in an agent's draft, and the draft reworded.
    pub async fn check(&self, draft: &str) -> (Vec<String>, String) {
        let wish = Interaction::Check(Request::Check { draft: draft.to_owned() });
        match self.app.handle(&agent(), wish).await.body {
            Body::Card(card) => {
                let found = &card.review.findings;
                let ids = found.iter().map(|finding| finding.rule.id.clone()).collect();
                (ids, card.review.rewrite)
            }
            other => panic!("{other:?}"),
        }
    }

    pub async fn command(
        &self,
        context: &RequestContext,
        id: CommandId,
        given: Arguments,
    ) -> Shown<'_> {
        let wish = Interaction::Command(id, given);
        self.wish(context, wish).await
    }

    pub async fn wish(&self, context: &RequestContext, wish: Interaction) -> Shown<'_> {
        let response = self.app.handle(context, wish).await;
        Shown { place: self, context: context.clone(), response }
    }

    /// `/rules add` with a file.
    pub async fn add(
        &self,
        context: &RequestContext,
        name: &str,
        bytes: impl AsRef<[u8]>,
    ) -> Shown<'_> {
        let bytes = bytes.as_ref().to_vec();
        let given = file(name, u64::try_from(bytes.len()).unwrap(), Ok(bytes));
        self.command(context, CommandId::RulesAdd, given).await
    }

    /// `/rules add` without one, and the table pasted into the form.
    pub async fn paste(&self, context: &RequestContext, table: &str, name: &str) -> Shown<'_> {
        let form = self.command(context, CommandId::RulesAdd, Arguments::default()).await;
        form.fill(&[table, name]).await
    }

    /// `/rules new` with its boxes filled in.
    pub async fn new_rule(&self, context: &RequestContext, boxes: &[&str]) -> Shown<'_> {
        let form = self.command(context, CommandId::RulesNew, Arguments::default()).await;
        form.fill(boxes).await
    }

    /// `/rules try` with a draft.
    pub async fn try_draft(&self, context: &RequestContext, draft: &str) -> Shown<'_> {
        let given = Arguments(vec![("draft", Argument::Text(draft.to_owned()))]);
        self.command(context, CommandId::RulesTry, given).await
    }
}

/// What somebody got, and can go on from.
pub struct Shown<'p> {
    place: &'p Place,
    pub context: RequestContext,
    pub response: Response,
}

impl<'p> Shown<'p> {
    pub fn panel(&self) -> &Panel {
        match &self.response.body {
            Body::Panel(panel) | Body::InPlace(panel) => panel,
            other => panic!("no panel: {other:?}"),
        }
    }

    pub fn is_in_place(&self) -> bool {
        matches!(self.response.body, Body::InPlace(_))
    }

    pub fn form(&self) -> &Modal {
        match &self.response.body {
            Body::Modal(form) => form,
            other => panic!("no form: {other:?}"),
        }
    }

    /// As somebody reads it.
    pub fn text(&self) -> String {
        match &self.response.body {
            Body::Modal(form) => form_text(form),
            _ => tables::without_total(&panel_text(self.panel())),
        }
    }

    pub fn buttons(&self) -> Vec<String> {
        self.panel().controls.iter().map(label).collect()
    }

    /// What a button carries.
    pub fn action(&self, wanted: &str) -> Action {
        let found = self.panel().controls.iter().find(|control| label(control) == wanted);
        match found.unwrap_or_else(|| panic!("no `{wanted}` under\n{}", self.text())) {
            Control::Button(button) => button.action.clone(),
            Control::Select(list) => list.action.clone(),
            other => panic!("{other:?}"),
        }
    }

    pub async fn press(&self, button: &str) -> Shown<'p> {
        self.place.wish(&self.context, Interaction::Press(self.action(button), Vec::new())).await
    }

    pub async fn choose(&self, list: &str, value: &str) -> Shown<'p> {
        self.place
            .wish(&self.context, Interaction::Press(self.action(list), vec![value.to_owned()]))
            .await
    }

    pub async fn fill(&self, boxes: &[&str]) -> Shown<'p> {
        let written = boxes.iter().map(|text| (*text).to_owned()).collect();
        self.place
            .wish(&self.context, Interaction::Submit(self.form().action.clone(), written))
            .await
    }
}

fn label(control: &Control) -> String {
    match control {
        Control::Button(button) => button.label.clone(),
        Control::Select(list) => list.label.clone(),
        other => panic!("{other:?}"),
    }
}

fn panel_text(panel: &Panel) -> String {
    let mut text = panel.text();
    let shown = |control: &Control| match control {
        Control::Button(button) if button.is_next => format!("[{}]!", button.label),
        Control::Button(button) => format!("[{}]", button.label),
        Control::Select(list) => {
            let options = list.options.iter();
            let option = |it: &kalologos::ui::SelectOption| {
                if it.is_chosen { format!("● {}", it.label) } else { format!("○ {}", it.label) }
            };
            format!("[{}: {}]", list.label, options.map(option).collect::<Vec<_>>().join("  "))
        }
        other => panic!("{other:?}"),
    };
    let controls: Vec<String> = panel.controls.iter().map(shown).collect();
    text.push_str(&format!("\n\n{}\n", controls.join("  ")));
    for file in &panel.files {
        text.push_str(&format!("\n=== {}\n", file.name));
        text.push_str(&String::from_utf8_lossy(&file.bytes));
    }
    text
}

fn form_text(form: &Modal) -> String {
    let mut text = format!("{}\n", form.title);
    for question in &form.fields {
        let star = if question.is_required { "*" } else { "" };
        text.push_str(&format!("{}{star} ({})", question.label, question.max_chars));
        text.push_str(&format!(" «{}» {}\n", question.example, question.value));
    }
    text
}

/// A file that was given, and what fetching it gives.
pub fn file(name: &str, size: u64, fetched: Result<Vec<u8>, FetchError>) -> Arguments {
    let source = Arc::new(Kept(fetched));
    let file = Attachment { name: name.to_owned(), size, source };
    Arguments(vec![("file", Argument::File(file))])
}

#[derive(Debug)]
struct Kept(Result<Vec<u8>, FetchError>);

impl FetchAttachment for Kept {
    fn fetch(&self, most: usize) -> Fetching<'_> {
        let fetched = match &self.0 {
            Ok(bytes) if bytes.len() > most => Err(FetchError::TooLarge),
            fetched => fetched.clone(),
        };
        Box::pin(std::future::ready(fetched))
    }
}

/// A file that must not be fetched.
pub fn untouchable() -> Arguments {
    #[derive(Debug)]
    struct Untouchable;
    impl FetchAttachment for Untouchable {
        fn fetch(&self, _: usize) -> Fetching<'_> {
            panic!("it was fetched")
        }
    }
    let file = Attachment { name: "a.csv".into(), size: 5, source: Arc::new(Untouchable) };
    Arguments(vec![("file", Argument::File(file))])
}

pub fn context(user: u64, server: ServerId, rights: Rights) -> RequestContext {
    let user = UserId(user);
    RequestContext {
        user,
        member: Some(Member { server, user, rights, roles: vec![RoleId(50)] }),
        language: Language::El,
        now: NOW,
        request: "1".to_owned(),
    }
}

pub fn lead() -> RequestContext {
    context(1, SERVER, Rights::ManagesServer)
}

/// Another lead of the same team.
pub fn other_lead() -> RequestContext {
    context(3, SERVER, Rights::ManagesServer)
}

pub fn agent() -> RequestContext {
    context(2, SERVER, Rights::Member)
}

/// A lead, of another server.
pub fn foreign_lead() -> RequestContext {
    context(4, ServerId(901), Rights::ManagesServer)
}

pub fn in_english(context: RequestContext) -> RequestContext {
    RequestContext { language: Language::En, ..context }
}
