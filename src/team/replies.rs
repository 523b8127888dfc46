//! A file of canned replies, each checked by the active rules. Nothing of it is stored.

use crate::team::UserError;
use std::collections::HashMap;
use std::sync::Arc;

use super::limits::MAX_UPLOAD_BYTES;
use super::{Error, Lead};
use crate::check::Checker;
use crate::engine::{Finding, Review};
use crate::import;
use crate::import::{Reply, ReplyForm};
use crate::text::Draft;

pub use crate::import::MAX_REPLIES;

/// What becomes of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replacement {
    /// Another wording.
    Say(String),
    /// The phrase goes.
    LeaveOut,
    /// The rule only gives a reason.
    Advice,
}

/// Canned replies, looked through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedReplies {
    /// How the file is made.
    pub form: ReplyForm,
    /// How many there are.
    pub total: usize,
    /// Those for which there is something to say, in order.
    pub flagged: Vec<CheckedReply>,
    /// Those that are too long for a draft, by line.
    pub too_long: Vec<usize>,
    /// The rules that found most: full id, and in how many replies.
    pub by_rule: Vec<(String, usize)>,
}

/// A reply for which there is something to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedReply {
    /// The line of the file, or the row of the sheet, from 1.
    pub line: usize,
    /// As it is written in the file.
    pub text: String,
    /// The same reworded.
    pub rewrite: String,
    /// What was found.
    pub findings: Vec<ReplyFinding>,
}

/// Something that was found in a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyFinding {
    /// Full id of the rule.
    pub rule: String,
    /// The words that it is about.
    pub phrase: String,
    /// What becomes of them.
    pub instead: Replacement,
    pub why: Option<String>,
}

impl Lead {
    /// A file of canned replies, checked by the team's active rules.
    ///
    /// # Errors
    /// For a file without replies or with too many, and if storage fails.
    pub async fn check_replies(&self, name: &str, bytes: Vec<u8>) -> Result<CheckedReplies, Error> {
        let team = self.team().await?;
        if bytes.len() > MAX_UPLOAD_BYTES {
            return Err(UserError::TooLarge { limit: MAX_UPLOAD_BYTES }.into());
        }
        let (checker, name) = (Arc::clone(&team.checker), name.to_owned());
        let looked_through = self.apart(move || {
            let replies = import::read_replies(&name, &bytes).map_err(UserError::NotReplies)?;
            Ok::<_, UserError>(looked_through(&checker, replies))
        });
        Ok(looked_through.await??)
    }
}

fn looked_through(checker: &Checker, file: import::Replies) -> CheckedReplies {
    let mut checked = CheckedReplies {
        form: file.form,
        total: file.replies.len(),
        flagged: Vec::new(),
        too_long: Vec::new(),
        by_rule: Vec::new(),
    };
    let mut counts: HashMap<String, usize> = HashMap::new();
    for reply in file.replies {
        let Ok(draft) = Draft::new(&reply.text) else {
            checked.too_long.push(reply.line);
            continue;
        };
        let review = checker.engine().check(draft, &checker.choices().scope());
        if review.findings.is_empty() {
            continue;
        }
        let flagged = flagged(reply, review);
        let mut rules: Vec<&String> = flagged.findings.iter().map(|found| &found.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        for rule in rules {
            *counts.entry(rule.clone()).or_default() += 1;
        }
        checked.flagged.push(flagged);
    }
    checked.by_rule = counts.into_iter().collect();
    checked.by_rule.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    checked
}

fn flagged(reply: Reply, review: Review) -> CheckedReply {
    let finding = |found: &Finding| ReplyFinding {
        rule: found.rule.id.clone(),
        phrase: words_of(&reply.text, found),
        instead: match found.applied() {
            Some(_) if found.removes => Replacement::LeaveOut,
            Some(wording) => Replacement::Say(wording.text.clone()),
            None => Replacement::Advice,
        },
        why: found.rule.why.clone(),
    };
    let findings = review.findings.iter().map(finding).collect();
    CheckedReply { line: reply.line, rewrite: review.rewrite, findings, text: reply.text }
}

/// The words that a finding is about; for a removal, only the removed ones.
fn words_of(reply: &str, found: &Finding) -> String {
    if !found.removes {
        return reply.get(found.span.clone()).unwrap_or("").to_owned();
    }
    let marked = found.marks.iter().filter_map(|mark| reply.get(mark.clone()));
    marked.collect::<Vec<_>>().join(" … ")
}
