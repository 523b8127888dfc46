//! Requests held against Discord's own description of its API, which nobody here wrote.

use std::collections::HashMap;
use std::fs;
use std::sync::{Mutex, OnceLock};

use jsonschema::Validator;
use serde_json::{Value, json};

use super::FakeDiscord;
use super::body::BASE;
use super::record::Request;

/// Names the file with the description; where it is unset, this one check is skipped.
pub const VARIABLE: &str = "DISCORD_OPENAPI";

pub struct Contract {
    api: Value,
    validators: HashMap<String, Validator>,
}

impl FakeDiscord {
    /// What the requests that Discord would have taken break of the contract; nothing where there is
    /// none at hand. Requests that the fake refused for their form were meant to be broken.
    pub fn contract_violations(&self) -> Option<Vec<String>> {
        let mut contract = Contract::at_hand()?.lock().unwrap();
        let requests = self.requests();
        let taken = requests.iter().filter(|it| it.code != Some(50035));
        Some(taken.flat_map(|request| contract.violations(request)).collect())
    }
}

impl Contract {
    /// The description where the variable says, read once for all tests of a binary.
    pub fn at_hand() -> Option<&'static Mutex<Contract>> {
        static CONTRACT: OnceLock<Option<Mutex<Contract>>> = OnceLock::new();
        let read = || {
            let path = std::env::var_os(VARIABLE)?;
            let api = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
            Some(Mutex::new(Contract { api, validators: HashMap::new() }))
        };
        CONTRACT.get_or_init(read).as_ref()
    }

    /// What a request breaks; empty for a sound one.
    pub fn violations(&mut self, request: &Request) -> Vec<String> {
        let named = format!("{} {}", request.method, request.path);
        let Some(template) = self.template(&request.path) else {
            return vec![format!("{named}: there is no such path in {BASE}")];
        };
        let method = request.method.to_lowercase();
        let path = &self.api["paths"][&template];
        let operation = path[&method].clone();
        if operation.is_null() {
            return vec![format!("{named}: the path has no such method")];
        }
        let shared = path["parameters"].as_array().cloned().unwrap_or_default();
        let own = operation["parameters"].as_array().cloned().unwrap_or_default();
        let parameters: Vec<Value> = shared.into_iter().chain(own).collect();
        let mut broken = self.broken_parameters(request, &template, &parameters);
        broken.extend(self.broken_body(request, &operation, &format!("{method} {template}")));
        broken.into_iter().map(|what| format!("{named}: {what}")).collect()
    }

    /// What an answer of the fake breaks: it shall be no easier on a bot than Discord is.
    pub fn violations_of_answer(&mut self, request: &Request) -> Vec<String> {
        let template = self.template(&request.path).unwrap_or_default();
        let method = request.method.to_lowercase();
        let responses = self.api["paths"][&template][&method]["responses"].clone();
        let status = request.status.unwrap_or(0).to_string();
        let response = match &responses[&status] {
            Value::Null => &responses["4XX"],
            response => response,
        };
        let response = match response["$ref"].as_str() {
            Some(place) => self.api.pointer(place.trim_start_matches('#')).unwrap().clone(),
            None => response.clone(),
        };
        if response.is_null() {
            return vec![format!("{request}: this status is not expected")];
        }
        let schema = response["content"]["application/json"]["schema"].clone();
        if schema.is_null() || request.answer.is_string() {
            return Vec::new();
        }
        let mut answer = request.answer.clone();
        if let Some(answer) = answer.as_object_mut() {
            // The description has numbers for what goes by names there, such as BASE_TYPE_REQUIRED.
            answer.remove("errors");
        }
        let validator = self.validator(&format!("{method} {template} {status}"), &schema);
        let errors = validator.iter_errors(&answer);
        errors.map(|error| format!("{request}, at `{}`: {error}", error.instance_path)).collect()
    }

    /// The path with its names in braces; a literal part goes before a name.
    fn template(&self, path: &str) -> Option<String> {
        let parts: Vec<&str> = path.split('/').collect();
        let fits = |template: &&String| {
            let of: Vec<&str> = template.split('/').collect();
            let same = |(name, part): (&&str, &&str)| name.starts_with('{') || name == part;
            of.len() == parts.len() && of.iter().zip(&parts).all(same)
        };
        let templates = self.api["paths"].as_object()?.keys().filter(fits);
        templates.min_by_key(|template| template.matches('{').count()).cloned()
    }

    fn broken_parameters(
        &mut self,
        request: &Request,
        template: &str,
        parameters: &[Value],
    ) -> Vec<String> {
        let mut broken = Vec::new();
        let parts = template.split('/').zip(request.path.split('/'));
        let named = parts.filter_map(|(name, part)| {
            Some((name.strip_prefix('{')?.strip_suffix('}')?, "path", part))
        });
        let asked =
            request.query.iter().map(|(key, value)| (key.as_str(), "query", value.as_str()));
        for (name, place, text) in named.chain(asked) {
            let is_it = |it: &&Value| it["name"] == name && it["in"] == place;
            let Some(parameter) = parameters.iter().find(is_it) else {
                broken.push(format!("unknown {place} parameter `{name}`"));
                continue;
            };
            let key = format!("{template} {place} {name}");
            let validator = self.validator(&key, &parameter["schema"]);
            // A text of a path or query stands for what it reads as.
            let readings = [json!(text), serde_json::from_str(text).unwrap_or(Value::Null)];
            if !readings.iter().any(|reading| validator.is_valid(reading)) {
                broken.push(format!("{place} parameter `{name}` can't be `{text}`"));
            }
        }
        broken
    }

    fn broken_body(&mut self, request: &Request, operation: &Value, key: &str) -> Vec<String> {
        let wanted = &operation["requestBody"];
        if wanted.is_null() {
            let is_bare = request.json.is_null() && request.files.is_empty();
            return if is_bare { Vec::new() } else { vec!["no body was expected".into()] };
        }
        let kind = if request.is_multipart { "multipart/form-data" } else { "application/json" };
        let schema = wanted["content"][kind]["schema"].clone();
        if schema.is_null() {
            return vec![format!("no body of the kind {kind} was expected")];
        }
        if request.json.is_null() {
            let is_needed = wanted["required"] == true;
            return if is_needed { vec!["a body was expected".into()] } else { Vec::new() };
        }
        let schema = narrowed(&schema, &request.json);
        let mut body = request.json.clone();
        number_files_as_text(&mut body);
        chosen_ids_as_text(&mut body);
        let key = format!("{key} {kind} {}", schema["$ref"]);
        let validator = self.validator(&key, &schema);
        validator
            .iter_errors(&body)
            .map(|error| format!("at `{}`: {error}", error.instance_path))
            .collect()
    }

    fn validator(&mut self, key: &str, schema: &Value) -> &Validator {
        let api = &self.api;
        self.validators.entry(key.to_owned()).or_insert_with(|| {
            let mut whole = schema.clone();
            // References go to places in the document, so they come along.
            whole["components"] = api["components"].clone();
            jsonschema::draft202012::new(&whole).unwrap()
        })
    }
}

/// Of the answers to an interaction only the kind that the body names, so that a mistake is told by
/// its place and not as «none of seven».
fn narrowed(schema: &Value, body: &Value) -> Value {
    let name = match body["type"].as_u64() {
        Some(4 | 5) => "CreateMessageInteractionCallbackRequest",
        Some(6 | 7) => "UpdateMessageInteractionCallbackRequest",
        Some(8) => "ApplicationCommandAutocompleteCallbackRequest",
        Some(9) => "ModalInteractionCallbackRequest",
        _ => return schema.clone(),
    };
    let reference = json!({"$ref": format!("#/components/schemas/{name}")});
    let is_offered = schema["anyOf"].as_array().is_some_and(|all| all.contains(&reference));
    if is_offered { reference } else { schema.clone() }
}

/// The description has the number of a new file as text; Discord's own examples write `"id": 0`.
fn number_files_as_text(body: &mut Value) {
    let message = if body["data"].is_object() { &mut body["data"] } else { body };
    let files = message.get_mut("attachments").and_then(Value::as_array_mut);
    for file in files.into_iter().flatten() {
        if let Some(number) = file["id"].as_u64() {
            file["id"] = json!(number.to_string());
        }
    }
}

/// Ids of what is chosen already in a list are written as numbers by serenity, whose authors tried that on Discord
/// itself; the description has ids as text alone.
fn chosen_ids_as_text(body: &mut Value) {
    let message = if body["data"].is_object() { &mut body["data"] } else { body };
    let rows = message.get_mut("components").and_then(Value::as_array_mut);
    let lists = rows
        .into_iter()
        .flatten()
        .filter_map(|row| row.get_mut("components")?.as_array_mut())
        .flatten();
    for chosen in lists.filter_map(|list| list.get_mut("default_values")?.as_array_mut()).flatten()
    {
        if let Some(id) = chosen["id"].as_u64() {
            chosen["id"] = json!(id.to_string());
        }
    }
}
