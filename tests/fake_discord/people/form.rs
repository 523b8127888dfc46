//! A form that somebody fills in.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::{Asked, Card, Person};
use crate::Id;
use crate::limits::modal::input_bounds;
use crate::shown;
use crate::world::InteractionKind;

/// A form as it stands before somebody, with what they have typed so far.
#[derive(Clone)]
pub struct Form {
    person: Person,
    form: Value,
    source: Option<Id>,
    typed: HashMap<String, String>,
    left_out: Vec<String>,
}

impl Form {
    pub(super) fn new(person: Person, form: Value, source: Option<Id>) -> Self {
        let mut new = Form { person, form, source, typed: HashMap::new(), left_out: Vec::new() };
        for input in new.inputs() {
            let value = input["value"].as_str().unwrap_or("").to_owned();
            new.typed.insert(custom_id(&input), value);
        }
        new
    }

    fn inputs(&self) -> Vec<Value> {
        let rows = self.form["components"].as_array().into_iter().flatten();
        rows.map(|row| row["components"][0].clone()).collect()
    }

    pub fn shown(&self) -> String {
        shown::form(&self.form)
    }

    pub fn title(&self) -> String {
        self.form["title"].as_str().unwrap().to_owned()
    }

    /// The labels of its boxes.
    pub fn labels(&self) -> Vec<String> {
        self.inputs().iter().map(|input| input["label"].as_str().unwrap().to_owned()).collect()
    }

    /// What stands in a box, by label or custom id.
    pub fn value(&self, name: &str) -> String {
        self.typed[&custom_id(&self.input(name))].clone()
    }

    fn input(&self, name: &str) -> Value {
        let inputs = self.inputs();
        let is_it = |input: &&Value| input["label"] == name || input["custom_id"] == name;
        let found = inputs.iter().find(is_it);
        found.unwrap_or_else(|| panic!("no box `{name}` in\n{}", self.shown())).clone()
    }

    /// Types into boxes, by label or custom id.
    pub fn fill(mut self, texts: &[(&str, &str)]) -> Self {
        for (name, text) in texts {
            let id = custom_id(&self.input(name));
            self.typed.insert(id, (*text).to_owned());
        }
        self
    }

    /// Types into the boxes in their order.
    pub fn fill_all(mut self, texts: &[&str]) -> Self {
        let inputs = self.inputs();
        assert_eq!(inputs.len(), texts.len(), "a text for each box of\n{}", self.shown());
        for (input, text) in inputs.iter().zip(texts) {
            self.typed.insert(custom_id(input), (*text).to_owned());
        }
        self
    }

    /// Leaves a box out of what is sent, which no client does.
    pub fn without(mut self, name: &str) -> Self {
        let id = custom_id(&self.input(name));
        self.left_out.push(id);
        self
    }

    pub async fn submit(self) -> Card {
        self.send().answer().await
    }

    /// Sends the form without waiting; fails where a box holds what Discord's client would not send.
    pub fn send(self) -> Asked {
        let mut rows = Vec::new();
        for (index, input) in self.inputs().iter().enumerate() {
            let id = custom_id(input);
            if self.left_out.contains(&id) {
                continue;
            }
            let text = &self.typed[&id];
            let (least, most) = input_bounds(input);
            let length = text.chars().count();
            let is_optional = input["required"] == false && length == 0;
            let least = if input["required"] == false { least } else { least.max(1) };
            let fits = is_optional || (least..=most).contains(&length);
            assert!(fits, "{length} characters, from {least} to {most}, in {}", input["label"]);
            let inner = json!({"type": 4, "id": 2 * index + 2, "custom_id": id, "value": text});
            rows.push(json!({"type": 1, "id": 2 * index + 1, "components": [inner]}));
        }
        let data = json!({"custom_id": self.form["custom_id"], "components": rows});
        self.person.ask(InteractionKind::Form, data, self.source)
    }
}

fn custom_id(input: &Value) -> String {
    input["custom_id"].as_str().unwrap().to_owned()
}
