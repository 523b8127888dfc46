//! What Discord says when it does not do something: a status, a code, and for forms every field.

use serde_json::{Map, Value, json};

#[derive(Debug)]
pub struct Refusal {
    pub status: u16,
    pub code: u32,
    pub message: &'static str,
    pub errors: Option<Value>,
}

impl Refusal {
    const fn plain(status: u16, code: u32, message: &'static str) -> Self {
        Refusal { status, code, message, errors: None }
    }

    pub fn json(&self) -> Value {
        let mut json = json!({"message": self.message, "code": self.code});
        if let Some(errors) = &self.errors {
            json["errors"] = errors.clone();
        }
        json
    }
}

pub const UNAUTHORIZED: Refusal = Refusal::plain(401, 0, "401: Unauthorized");
pub const NOT_FOUND: Refusal = Refusal::plain(404, 0, "404: Not Found");
pub const METHOD_NOT_ALLOWED: Refusal = Refusal::plain(405, 0, "405: Method Not Allowed");
pub const UNKNOWN_APPLICATION: Refusal = Refusal::plain(404, 10002, "Unknown Application");
pub const UNKNOWN_CHANNEL: Refusal = Refusal::plain(404, 10003, "Unknown Channel");
pub const UNKNOWN_GUILD: Refusal = Refusal::plain(404, 10004, "Unknown Guild");
pub const UNKNOWN_MEMBER: Refusal = Refusal::plain(404, 10007, "Unknown Member");
pub const UNKNOWN_MESSAGE: Refusal = Refusal::plain(404, 10008, "Unknown Message");
pub const UNKNOWN_USER: Refusal = Refusal::plain(404, 10013, "Unknown User");
pub const UNKNOWN_WEBHOOK: Refusal = Refusal::plain(404, 10015, "Unknown Webhook");
pub const UNKNOWN_INTERACTION: Refusal = Refusal::plain(404, 10062, "Unknown interaction");
pub const UNKNOWN_COMMAND: Refusal = Refusal::plain(404, 10063, "Unknown application command");
pub const TOO_MANY_COMMANDS: Refusal =
    Refusal::plain(400, 30032, "Maximum number of application commands reached");
pub const TOO_LARGE: Refusal = Refusal::plain(413, 40005, "Request entity too large");
pub const ALREADY_ANSWERED: Refusal =
    Refusal::plain(400, 40060, "Interaction has already been acknowledged.");
pub const MISSING_ACCESS: Refusal = Refusal::plain(403, 50001, "Missing Access");
pub const ANOTHERS_MESSAGE: Refusal =
    Refusal::plain(403, 50005, "Cannot edit a message authored by another user");
pub const EMPTY_MESSAGE: Refusal = Refusal::plain(400, 50006, "Cannot send an empty message");
pub const CANNOT_WRITE_TO_USER: Refusal =
    Refusal::plain(403, 50007, "Cannot send messages to this user");
pub const MISSING_PERMISSIONS: Refusal = Refusal::plain(403, 50013, "Missing Permissions");
pub const INVALID_TOKEN: Refusal = Refusal::plain(401, 50027, "Invalid Webhook Token");
pub const INVALID_JSON: Refusal =
    Refusal::plain(400, 50109, "The request body contains invalid JSON.");
pub const NO_HISTORY: Refusal =
    Refusal::plain(400, 160_002, "Cannot reply without permission to read message history");

/// Everything that is wrong with a form, by the path of the field.
#[derive(Default)]
pub struct Problems {
    found: Vec<(String, &'static str, String)>,
}

impl Problems {
    pub fn add(&mut self, path: &str, code: &'static str, message: impl Into<String>) {
        self.found.push((path.to_owned(), code, message.into()));
    }

    pub fn required(&mut self, path: &str) {
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    /// 50035 with all problems, or nothing to refuse.
    pub fn refuse(self) -> Result<(), Refusal> {
        if self.found.is_empty() {
            return Ok(());
        }
        let mut errors = Value::Object(Map::new());
        for (path, code, message) in self.found {
            let mut place = &mut errors;
            for step in path.split('.') {
                place = &mut place[step];
            }
            let error = json!({"code": code, "message": message});
            match &mut place["_errors"] {
                Value::Array(known) => known.push(error),
                none => *none = json!([error]),
            }
        }
        let form = Refusal::plain(400, 50035, "Invalid Form Body");
        Err(Refusal { errors: Some(errors), ..form })
    }

    /// A refusal for one field alone.
    pub fn one(path: &str, code: &'static str, message: &'static str) -> Refusal {
        let mut problems = Problems::default();
        problems.add(path, code, message);
        problems.refuse().unwrap_err()
    }
}
