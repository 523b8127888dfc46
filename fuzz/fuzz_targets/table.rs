//! Any bytes as a table or as canned replies: they are refused, or they become a rule file.
#![no_main]

use std::sync::LazyLock;

use kalologos::desk::{Library, builtin};
use kalologos::render::{self, Language};
use kalologos::rules::import::{Options, Sides, Verbs, read_replies, read_table, rule_file};
use libfuzzer_sys::fuzz_target;

static VERBS: LazyLock<Verbs> = LazyLock::new(|| Library::languages(builtin()).0.verbs());

fuzz_target!(|bytes: &[u8]| {
    for sides in [Sides::AsWritten, Sides::Swapped] {
        match read_table(bytes, sides) {
            Ok(table) => {
                let options = Options { sides, ..Options::default() };
                let file = rule_file(&table, options, &VERBS, ["συμπληρώστε", "fill in"]);
                assert_eq!(file.lines.len() + file.troubles.len(), table.rows.len());
            }
            Err(trouble) => {
                for language in [Language::El, Language::En] {
                    render::table_trouble(&trouble, language);
                }
            }
        }
    }
    for name in ["replies.txt", "replies.csv"] {
        let _ = read_replies(name, bytes);
    }
});
