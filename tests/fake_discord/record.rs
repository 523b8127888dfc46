//! Everything that was asked of the fake and what it said, in order.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Instant;

use serde_json::Value;

use super::body::{Received, Upload};

#[derive(Default)]
pub struct Record {
    pub requests: Vec<Request>,
    pub payloads: Vec<Payload>,
    /// The codes with which the fake closed connections.
    pub closes: Vec<u16>,
}

#[derive(Clone)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub query: BTreeMap<String, String>,
    pub headers: BTreeMap<String, String>,
    /// Whose token came with it; the token itself is not kept.
    pub signed: Signed,
    pub json: Value,
    pub files: Vec<Upload>,
    pub is_multipart: bool,
    /// The status that was given; none while it is held, or where the connection was closed.
    pub status: Option<u16>,
    /// What was answered; null where that was nothing.
    pub answer: Value,
    /// Discord's code for what it refused.
    pub code: Option<u32>,
    /// It came before the time that a 429 had asked to wait.
    pub hurried: bool,
    /// When all of it was here.
    pub at: Instant,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signed {
    Rightly,
    Wrongly,
    Not,
}

impl Request {
    pub fn new(received: &Received, signed: Signed) -> Self {
        Request {
            method: received.method.clone(),
            path: received.path.clone(),
            query: received.query.clone(),
            headers: received.headers.clone(),
            signed,
            json: received.json.clone(),
            files: received.uploads.clone(),
            is_multipart: received.is_multipart,
            status: None,
            answer: Value::Null,
            code: None,
            hurried: false,
            at: received.at,
        }
    }

    /// The content's length in code points and in UTF-16, which differ outside the basic plane.
    pub fn content_length(&self) -> Option<(usize, usize)> {
        let message = if self.json["data"].is_object() { &self.json["data"] } else { &self.json };
        let text = message["content"].as_str()?;
        Some((text.chars().count(), text.encode_utf16().count()))
    }
}

impl fmt::Display for Request {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.method, self.path)?;
        match (self.status, self.code) {
            (Some(status), Some(code)) => write!(out, " → {status} ({code})"),
            (Some(status), None) => write!(out, " → {status}"),
            (None, _) => write!(out, " → no answer"),
        }
    }
}

/// One payload of the gateway, the token taken out.
#[derive(Clone)]
pub struct Payload {
    pub way: Way,
    pub op: u64,
    /// The name of an event.
    pub name: Option<String>,
    pub json: Value,
    pub bytes: usize,
    pub at: Instant,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    FromBot,
    ToBot,
}

impl Record {
    pub fn payload(&mut self, way: Way, text: &str) {
        let mut json: Value = serde_json::from_str(text).unwrap_or(Value::Null);
        if json["d"]["token"].is_string() && way == Way::FromBot {
            json["d"]["token"] = Value::from("…");
        }
        self.payloads.push(Payload {
            way,
            op: json["op"].as_u64().unwrap_or(u64::MAX),
            name: json["t"].as_str().map(str::to_owned),
            json,
            bytes: text.len(),
            at: Instant::now(),
        });
    }

    pub fn sent_with_op(&self, op: u64) -> usize {
        self.payloads.iter().filter(|it| it.way == Way::FromBot && it.op == op).count()
    }

    /// The last requests and payloads, for a test that waits in vain.
    pub fn tail(&self) -> String {
        let requests: Vec<String> = self.requests.iter().map(Request::to_string).collect();
        let payloads = self.payloads.iter().map(|it| match (&it.way, &it.name) {
            (Way::FromBot, _) => format!("bot sends op {}", it.op),
            (Way::ToBot, Some(name)) => format!("bot is sent {name}"),
            (Way::ToBot, None) => format!("bot is sent op {}", it.op),
        });
        let payloads: Vec<String> = payloads.collect();
        let closes = &self.closes;
        let last = |lines: &[String]| lines[lines.len().saturating_sub(12)..].join("\n");
        let (requests, payloads) = (last(&requests), last(&payloads));
        format!("{requests}\nand on the gateway, closed with {closes:?}:\n{payloads}")
    }
}
