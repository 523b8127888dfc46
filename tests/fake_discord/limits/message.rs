//! The limits of a message.

use serde_json::Value;

use super::{components, embeds, list, text};
use crate::body::Upload;
use crate::refusal::{Problems, Refusal, TOO_LARGE};
use crate::world::EPHEMERAL;

const CONTENT: usize = 2000;
const FILES: usize = 10;
const FILE_BYTES: usize = 10 << 20;
const NONCE: usize = 25;
const COMPONENTS_V2: u64 = 1 << 15;

/// Where a message goes decides whether it can be for one person alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Channel,
    Interaction,
}

pub fn check(body: &Value, uploads: &[Upload], way: Way) -> Result<(), Refusal> {
    if uploads.iter().any(|upload| upload.bytes.len() > FILE_BYTES) {
        return Err(TOO_LARGE);
    }
    let mut problems = Problems::default();
    text(&mut problems, "content", &body["content"], 0..=CONTENT);
    embeds::check(&mut problems, &body["embeds"]);
    components::check(&mut problems, &body["components"]);
    list(&mut problems, "attachments", &body["attachments"], FILES);
    if uploads.len() > FILES {
        problems.add("files", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
    }
    if body["nonce"].is_string() {
        text(&mut problems, "nonce", &body["nonce"], 0..=NONCE);
    }
    check_flags(&mut problems, &body["flags"], way);
    check_mentions(&mut problems, &body["allowed_mentions"]);
    problems.refuse()
}

fn check_flags(problems: &mut Problems, flags: &Value, way: Way) {
    let Some(bits) = flags.as_u64() else {
        if !flags.is_null() {
            problems.add("flags", "NUMBER_TYPE_COERCE", format!("Value {flags} is not int."));
        }
        return;
    };
    if way == Way::Channel && bits & EPHEMERAL != 0 {
        problems.add("flags", "FLAGS_INVALID", "Only an interaction's answer can be ephemeral.");
    }
    if bits & COMPONENTS_V2 != 0 {
        problems.add("flags", "FLAGS_UNSUPPORTED", "This fake knows no second kind of components.");
    }
}

fn check_mentions(problems: &mut Problems, allowed: &Value) {
    for kind in list(problems, "allowed_mentions.parse", &allowed["parse"], 3) {
        if !matches!(kind.as_str(), Some("users" | "roles" | "everyone")) {
            problems.add(
                "allowed_mentions.parse",
                "BASE_TYPE_CHOICES",
                "Value must be one of {'everyone', 'roles', 'users'}.",
            );
        }
        let listed = kind.as_str().map_or(&Value::Null, |kind| &allowed[kind]);
        if listed.as_array().is_some_and(|ids| !ids.is_empty()) {
            problems.add(
                "allowed_mentions",
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                "parse and a list of the same kind are mutually exclusive.",
            );
        }
    }
    for kind in ["users", "roles"] {
        list(problems, &format!("allowed_mentions.{kind}"), &allowed[kind], 100);
    }
}
