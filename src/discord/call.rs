//! One request to Discord and what comes back of it.

use std::time::Duration;

use reqwest::multipart::{Form, Part};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serenity::http::{LightMethod, Request, Route, StatusCode};

use super::outgoing::{File, TooLong};
use crate::model::Time;

/// A request, to be sent as often as it takes.
#[derive(Clone)]
pub struct Call<'a> {
    pub(super) route: Route<'a>,
    pub(super) method: LightMethod,
    parameters: Vec<(&'static str, String)>,
    body: Option<Value>,
    files: &'a [File],
}

/// What came back.
#[derive(Default)]
pub struct Answer {
    /// What it says.
    pub body: Vec<u8>,
    /// What time it was there.
    pub date: Option<Time>,
}

/// A try that did not go well.
pub struct Failed {
    /// Why.
    pub error: Undelivered,
    /// The pause that was asked for.
    pub pause: Option<Duration>,
}

/// Discord's numbers for what went wrong.
mod code {
    /// The interaction is over, or was never there.
    pub const UNKNOWN_INTERACTION: i64 = 10_062;
    /// The interaction has an answer.
    pub const ALREADY_ANSWERED: i64 = 40_060;
    /// Whoever answered has no numbers, or was not Discord.
    pub const NONE: i64 = -1;
}

/// Why something was not sent. Nothing of the text, nor of the address with its token, is in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Undelivered {
    /// It is longer than Discord takes.
    #[error("too long: {0}")]
    TooLong(#[from] TooLong),
    /// The interaction has an answer.
    #[error("answered before")]
    AlreadyAnswered,
    /// The interaction is over.
    #[error("too late")]
    TooLate,
    /// What it belongs to is gone.
    #[error("gone")]
    Gone,
    /// The bot may not do that there.
    #[error("no right to (code {0})")]
    Forbidden(i64),
    /// Discord refused it for another reason.
    #[error("refused with {0}, code {1}")]
    Refused(u16, i64),
    /// A pause was asked for that is too long to wait for its end.
    #[error("a pause was asked for")]
    Paused,
    /// Discord could not be reached.
    #[error("no connection")]
    NoConnection,
}

impl Undelivered {
    pub(super) fn of(status: StatusCode, body: &[u8]) -> Undelivered {
        let said: Option<Value> = serde_json::from_slice(body).ok();
        let number = said.as_ref().and_then(|said| said.get("code")?.as_i64());
        match (number.unwrap_or(code::NONE), status) {
            (code::ALREADY_ANSWERED, _) => Undelivered::AlreadyAnswered,
            (code::UNKNOWN_INTERACTION, _) => Undelivered::TooLate,
            (_, StatusCode::NOT_FOUND) => Undelivered::Gone,
            (code, StatusCode::FORBIDDEN) => Undelivered::Forbidden(code),
            (code, status) => Undelivered::Refused(status.as_u16(), code),
        }
    }

    /// Whether it may go better in a moment: Discord's own errors, and limits of a proxy.
    pub fn may_pass(&self) -> bool {
        match self {
            Undelivered::NoConnection | Undelivered::Paused => true,
            Undelivered::Refused(status, _) => *status >= 500 || *status == 429,
            _ => false,
        }
    }
}

impl From<Undelivered> for Failed {
    fn from(error: Undelivered) -> Failed {
        Failed { error, pause: None }
    }
}

impl<'a> Call<'a> {
    /// Asks for something.
    pub fn get(route: Route<'a>) -> Call<'a> {
        Call { route, method: LightMethod::Get, parameters: Vec::new(), body: None, files: &[] }
    }

    /// Takes something away.
    pub fn delete(route: Route<'a>) -> Call<'a> {
        Call { method: LightMethod::Delete, ..Call::get(route) }
    }

    /// Sends something.
    ///
    /// # Errors
    /// Where it can't be written as JSON, which is a slip of ours.
    pub fn send(
        method: LightMethod,
        route: Route<'a>,
        body: &impl Serialize,
    ) -> Result<Call<'a>, Undelivered> {
        let body = serde_json::to_value(body).map_err(|_| Undelivered::NoConnection)?;
        Ok(Call { method, body: Some(body), ..Call::get(route) })
    }

    /// With a parameter in the address.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Call<'a> {
        self.parameters.push((name, value.to_string()));
        self
    }

    /// With files besides what is sent.
    pub fn with_files(mut self, files: &'a [File]) -> Call<'a> {
        self.files = files;
        let Some(body) = self.body.as_mut().filter(|_| !files.is_empty()) else { return self };
        // An answer to an interaction has its message one level deeper.
        let is_deeper = body.get("data").is_some_and(Value::is_object);
        let message = if is_deeper { body.get_mut("data") } else { Some(body) };
        if let Some(Value::Object(message)) = message {
            let attached = files.iter().enumerate();
            let attached = attached.map(|(id, file)| json!({ "id": id, "filename": file.name }));
            message.insert("attachments".to_owned(), attached.collect());
        }
        self
    }

    /// As the library builds it.
    pub(super) fn request(&self) -> Request<'a> {
        let body = self.body.as_ref().filter(|_| self.files.is_empty()).map(Value::to_string);
        let parameters = Some(&self.parameters).filter(|all| !all.is_empty()).cloned();
        Request::new(self.route, self.method).params(parameters).body(body.map(String::into_bytes))
    }

    /// The library knows no way to number several files, so it builds the rest alone.
    pub(super) fn form(&self) -> Option<Form> {
        let body = self.body.as_ref().filter(|_| !self.files.is_empty())?;
        let form = Form::new().text("payload_json", body.to_string());
        Some(self.files.iter().enumerate().fold(form, |form, (number, file)| {
            let part = Part::bytes(file.bytes.clone()).file_name(file.name.clone());
            form.part(format!("files[{number}]"), part)
        }))
    }
}

impl Answer {
    /// What it says, as a value of ours.
    ///
    /// # Errors
    /// Where it says something else.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Undelivered> {
        serde_json::from_slice(&self.body).map_err(|_| Undelivered::NoConnection)
    }
}
