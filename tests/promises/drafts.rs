//! The drafts of `tests/drafts`, as agents type them.

use std::fs;

use kalologos::engine::{Register, Scope};

use crate::promises::keep::{Outcome, broken};
use crate::promises::{BOOK, told};

#[test]
fn every_rewrite_of_a_whole_draft_keeps_its_promises() {
    let mut all = Outcome::default();
    let mut tried = 0;
    for language in ["el", "en"] {
        let text = fs::read_to_string(format!("tests/drafts/{language}.txt")).expect("drafts");
        let drafts = text.split("\n\n").map(|draft| draft.trim_matches('\n'));
        for draft in drafts.filter(|draft| !draft.is_empty()) {
            tried += 1;
            // Only Greek speaks to people in two ways.
            let registers = match language {
                "el" => &[Register::Formal, Register::Familiar][..],
                _ => &[Register::Formal],
            };
            for &register in registers {
                let scope = Scope { register, ..Scope::everything() };
                all.add(broken(&BOOK, &scope, draft));
            }
        }
    }
    assert!(tried > 300, "only {tried} drafts");
    told(tried, &all.broken);
}
