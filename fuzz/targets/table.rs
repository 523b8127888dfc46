//! Any bytes as a table or as canned replies: they are refused, or they become a rule file.

use std::sync::LazyLock;

use kalologos::import::{Options, Sides, Verbs, read_replies, read_table, rule_file};
use kalologos::model::Language;
use kalologos::ruleset::{RuleSet, builtin};
use kalologos::ui;

static VERBS: LazyLock<Verbs> =
    LazyLock::new(|| Verbs::new(RuleSet::languages(builtin()).0.lexemes_by_case()));

pub fn run(bytes: &[u8]) {
    for sides in [Sides::AsWritten, Sides::Swapped] {
        match read_table(bytes, Options { sides, ..Options::default() }) {
            Ok(table) => {
                let options = Options { sides, ..Options::default() };
                let file = rule_file(&table, options, &VERBS);
                assert_eq!(file.lines.len() + file.errors.len(), table.rows.len());
            }
            Err(error) => {
                for language in [Language::El, Language::En] {
                    ui::table_error(&error, language);
                }
            }
        }
    }
    for name in ["replies.txt", "replies.csv"] {
        let _ = read_replies(name, bytes);
    }
}
