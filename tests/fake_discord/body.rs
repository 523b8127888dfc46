//! A request as it came in: its path in parts, its JSON and its files.

use std::collections::BTreeMap;
use std::time::Instant;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart};
use axum::http::Request;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::Value;

use super::refusal::{INVALID_JSON, Refusal, TOO_LARGE};

/// The largest request that Discord takes.
const REQUEST_BYTES: usize = 25 << 20;
pub const BASE: &str = "/api/v10";

pub struct Received {
    pub method: String,
    /// What follows the base, without the query.
    pub path: String,
    pub query: BTreeMap<String, String>,
    /// All headers but the one with the token.
    pub headers: BTreeMap<String, String>,
    pub authorization: Option<String>,
    pub json: Value,
    pub uploads: Vec<Upload>,
    pub is_multipart: bool,
    /// What is wrong with the body itself, to be said once the rest was looked at.
    pub broken: Option<Refusal>,
    /// When the last byte was here: what the fake then does with it is not the bot's time.
    pub at: Instant,
}

#[derive(Clone)]
pub struct Upload {
    /// The number in `files[n]`.
    pub index: u64,
    pub name: String,
    pub kind: String,
    pub bytes: Vec<u8>,
}

impl Received {
    pub async fn read(request: Request<Body>) -> Received {
        let (parts, body) = request.into_parts();
        let header = |name| parts.headers.get(name).and_then(|it| it.to_str().ok());
        let kind = header(CONTENT_TYPE).unwrap_or("").to_owned();
        let shown = parts.headers.iter().filter(|(name, _)| *name != AUTHORIZATION);
        let text = |it: &axum::http::HeaderValue| it.to_str().unwrap_or("").to_owned();
        let mut received = Received {
            method: parts.method.to_string(),
            path: parts.uri.path().to_owned(),
            query: query(parts.uri.query().unwrap_or("")),
            headers: shown.map(|(name, value)| (name.to_string(), text(value))).collect(),
            authorization: header(AUTHORIZATION).map(str::to_owned),
            json: Value::Null,
            uploads: Vec::new(),
            is_multipart: kind.starts_with("multipart/form-data"),
            broken: None,
            at: Instant::now(),
        };
        if let Some(path) = received.path.strip_prefix(BASE) {
            received.path = path.to_owned();
        }
        let read = if received.is_multipart {
            received.read_parts(Request::from_parts(parts, body)).await
        } else {
            received.read_json(body).await
        };
        received.broken = read.err();
        received
    }

    /// All bytes of a body.
    async fn bytes(&mut self, body: Body) -> Result<Bytes, Refusal> {
        let bytes = axum::body::to_bytes(body, REQUEST_BYTES).await.map_err(|_| TOO_LARGE);
        self.at = Instant::now();
        bytes
    }

    async fn read_json(&mut self, body: Body) -> Result<(), Refusal> {
        let bytes = self.bytes(body).await?;
        if !bytes.is_empty() {
            self.json = serde_json::from_slice(&bytes).map_err(|_| INVALID_JSON)?;
        }
        Ok(())
    }

    async fn read_parts(&mut self, request: Request<Body>) -> Result<(), Refusal> {
        let (parts, body) = request.into_parts();
        // Read whole first, for the extractor's own limit is a smaller one.
        let bytes = self.bytes(body).await?;
        let mut request = Request::from_parts(parts, Body::from(bytes));
        axum::extract::DefaultBodyLimit::max(REQUEST_BYTES).apply(&mut request);
        let mut form = Multipart::from_request(request, &()).await.map_err(|_| INVALID_JSON)?;
        while let Some(field) = form.next_field().await.map_err(|_| INVALID_JSON)? {
            let name = field.name().unwrap_or("").to_owned();
            let file_name = field.file_name().unwrap_or("").to_owned();
            let kind = field.content_type().unwrap_or("").to_owned();
            let bytes = field.bytes().await.map_err(|_| INVALID_JSON)?.to_vec();
            if name == "payload_json" {
                self.json = serde_json::from_slice(&bytes).map_err(|_| INVALID_JSON)?;
            } else if let Some(index) = file_index(&name) {
                self.uploads.push(Upload { index, name: file_name, kind, bytes });
            }
        }
        Ok(())
    }

    /// The parts of the path, percent signs undone.
    pub fn segments(&self) -> Vec<String> {
        self.path.trim_start_matches('/').split('/').map(decoded).collect()
    }

    pub fn asks(&self, key: &str) -> bool {
        self.query.get(key).is_some_and(|value| value == "true")
    }
}

fn file_index(name: &str) -> Option<u64> {
    name.strip_prefix("files[")?.strip_suffix(']')?.parse().ok()
}

/// serenity writes `?&key=value`, so empty parts are passed over.
fn query(text: &str) -> BTreeMap<String, String> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (decoded(key), decoded(value)))
        .collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match (first, hex.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
