//! What somebody sees of the bot's answer, and what they can do with it.

use serde_json::{Value, json};

use super::asked::Outcome;
use super::{Asked, Form, Person};
use crate::Id;
use crate::ids::Kind;
use crate::shown;
use crate::world::{InteractionKind, Message, World};

const BUTTON: u64 = 2;

/// An answer as somebody sees it: a message, or a form that opened.
#[derive(Clone)]
pub struct Card {
    pub person: Person,
    pub(super) interaction: Option<Id>,
    pub(super) outcome: Outcome,
}

impl Card {
    /// A message that everyone sees, as one of them sees it.
    pub fn of_message(person: &Person, message: Id) -> Card {
        let place = person.discord.world().messages[&message].channel;
        let person = Person { place, ..person.clone() };
        Card { person, interaction: None, outcome: Outcome::Message(message) }
    }

    /// A message of the bot's that has been in this person's channel for long, as [`Card::kept`] gave it.
    pub fn kept_before(person: &Person, kept: &Value) -> Card {
        let mut world = person.discord.world();
        let list = |name: &str| kept[name].as_array().cloned().unwrap_or_default();
        let (id, now) = (world.ids.next(Kind::Message), world.clock.now());
        let message = Message {
            content: kept["content"].as_str().unwrap_or_default().to_owned(),
            embeds: list("embeds"),
            components: list("components"),
            ..Message::new(id, person.place, world.app.bot, now)
        };
        let id = world.post(message);
        drop(world);
        Card::of_message(person, id)
    }

    /// What the message shows and offers, to be kept in a file.
    pub fn kept(&self) -> Value {
        let Message { content, embeds, components, .. } = self.message();
        json!({"content": content, "embeds": embeds, "components": components})
    }

    fn id(&self) -> Id {
        match &self.outcome {
            Outcome::Message(id) => *id,
            Outcome::Shown(form) => panic!("a form opened where a message was expected: {form}"),
            Outcome::Gone => panic!("the message is gone"),
        }
    }

    fn message(&self) -> Message {
        self.person.discord.world().messages[&self.id()].clone()
    }

    /// The whole card as text, for snapshots.
    pub fn shown(&self) -> String {
        let world = self.person.discord.world();
        match &self.outcome {
            Outcome::Message(id) => shown::message(&world, *id, self.person.id),
            Outcome::Shown(form) => shown::form(form),
            Outcome::Gone => "(gone)".into(),
        }
    }

    pub fn content(&self) -> String {
        self.message().content
    }

    pub fn embeds(&self) -> Vec<Value> {
        self.message().embeds
    }

    pub fn is_private(&self) -> bool {
        self.message().is_ephemeral()
    }

    pub fn is_gone(&self) -> bool {
        matches!(self.outcome, Outcome::Gone) || self.message().deleted
    }

    /// Whom the message notifies.
    pub fn pings(&self) -> Vec<String> {
        self.message().pings
    }

    /// The labels of the buttons that can be pressed.
    pub fn buttons(&self) -> Vec<String> {
        let parts = self.parts();
        let live = parts.iter().filter(|it| it["type"] == BUTTON && it["disabled"] != true);
        live.map(label).collect()
    }

    /// The custom ids of everything that can be pressed or chosen.
    pub fn custom_ids(&self) -> Vec<String> {
        let ids = self.parts();
        ids.iter().filter_map(|part| part["custom_id"].as_str()).map(str::to_owned).collect()
    }

    fn parts(&self) -> Vec<Value> {
        let rows = self.message().components;
        rows.iter().filter_map(|row| row["components"].as_array()).flatten().cloned().collect()
    }

    /// The text of an attached file.
    pub fn file(&self, name: &str) -> String {
        let message = self.message();
        let names: Vec<&str> = message.files.iter().map(|file| file.name.as_str()).collect();
        let file = message.files.iter().find(|file| file.name == name);
        let file = file.unwrap_or_else(|| panic!("no file `{name}` among {names:?}"));
        String::from_utf8(file.bytes.to_vec()).unwrap()
    }

    pub fn files(&self) -> Vec<String> {
        self.message().files.into_iter().map(|file| file.name).collect()
    }

    /// Presses a button, by its label or custom id, and waits for what comes of it.
    pub async fn press(&self, button: &str) -> Card {
        self.send_press(button).answer().await
    }

    /// Presses a button without waiting.
    pub fn send_press(&self, button: &str) -> Asked {
        let parts = self.parts();
        let is_it = |part: &&Value| part["custom_id"] == button || label(part) == button;
        let found = parts.iter().filter(|part| part["type"] == BUTTON).find(is_it);
        let found = found.unwrap_or_else(|| {
            panic!("no button `{button}` under\n{}", self.shown());
        });
        assert!(found["disabled"] != true, "`{button}` can't be pressed:\n{}", self.shown());
        let data = json!({"component_type": BUTTON, "custom_id": found["custom_id"], "id": 2});
        self.person.ask(InteractionKind::Component, data, Some(self.id()))
    }

    /// Presses what is not there (any more): a custom id of the test's own making.
    pub fn send_press_of(&self, custom_id: &str) -> Asked {
        let data = json!({"component_type": BUTTON, "custom_id": custom_id, "id": 2});
        self.person.ask(InteractionKind::Component, data, Some(self.id()))
    }

    /// Chooses in the menu with this custom id or placeholder, by labels or values.
    pub async fn choose(&self, menu: &str, choices: &[&str]) -> Card {
        let parts = self.parts();
        let is_it = |part: &&Value| part["custom_id"] == menu || part["placeholder"] == menu;
        let found = parts.iter().filter(|part| part["type"] != BUTTON).find(is_it);
        let found = found.unwrap_or_else(|| panic!("no menu `{menu}` under\n{}", self.shown()));
        let options = found["options"].as_array();
        let value = |choice: &&str| {
            let mut all = options.into_iter().flatten();
            let option = all.find(|it| it["label"] == **choice || it["value"] == **choice);
            option.map_or_else(|| json!(choice), |option| option["value"].clone())
        };
        let values: Vec<Value> = choices.iter().map(value).collect();
        let data = json!({
            "component_type": found["type"], "custom_id": found["custom_id"], "values": values,
        });
        self.person.ask(InteractionKind::Component, data, Some(self.id())).answer().await
    }

    /// The form that opened.
    pub fn modal(&self) -> Form {
        match &self.outcome {
            Outcome::Shown(form) => {
                // A form that a button opened still stands over that button's message.
                let world = self.person.discord.world();
                let source = self.interaction.and_then(|id| world.interactions[&id].source);
                drop(world);
                Form::new(self.person.clone(), form.clone(), source)
            }
            _ => panic!("no form opened; there is\n{}", self.shown()),
        }
    }

    /// The nth further message after the first answer, counted from zero.
    pub async fn followup(&self, number: usize) -> Card {
        let interaction = self.interaction.expect("only an answer has further messages");
        let id = Asked::again(&self.person, interaction).followup(number).await;
        Card { outcome: Outcome::Message(id), ..self.clone() }
    }

    /// Waits until the message reads as wanted.
    pub async fn until(&self, what: &str, is_so: impl Fn(&str) -> bool) {
        let (id, reader) = (self.id(), self.person.id);
        let look = |world: &mut World| is_so(&shown::message(world, id, reader)).then_some(());
        self.person.discord.until(what, look).await;
    }

    /// Waits until the message is taken away.
    pub async fn until_gone(&self) {
        let id = self.id();
        let look = |world: &mut World| world.messages[&id].deleted.then_some(());
        self.person.discord.until("a message to be deleted", look).await;
    }

    /// The same message before somebody else's eyes; private ones are not shown to others.
    pub fn seen_by(&self, person: &Person) -> Card {
        assert!(!self.is_private(), "others can't see a private answer");
        Card::of_message(person, self.id())
    }
}

fn label(part: &Value) -> String {
    let texts = [part["emoji"]["name"].as_str(), part["label"].as_str()];
    let label = part["label"].as_str();
    label.map_or_else(|| texts.into_iter().flatten().collect(), str::to_owned)
}
