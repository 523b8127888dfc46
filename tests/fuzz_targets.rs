//! Every fuzz target on its seeds: the targets build, and what they hold to holds for what a fuzzer begins with.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "../fuzz/targets/card.rs"]
mod card;
#[path = "../fuzz/targets/custom_id.rs"]
mod custom_id;
#[path = "../fuzz/targets/draft.rs"]
mod draft;
#[path = "../fuzz/targets/rule_file.rs"]
mod rule_file;
#[path = "../fuzz/targets/table.rs"]
mod table;
#[path = "../fuzz/targets/workbook.rs"]
mod workbook;

use std::fs;
use std::path::Path;

/// Runs a target on every file of a folder.
fn on_each(folder: &str, target: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let seeds: Vec<Vec<u8>> =
        files.filter(|it| it.is_file()).map(|it| fs::read(it).unwrap()).collect();
    assert!(!seeds.is_empty(), "{}", folder.display());
    seeds.iter().for_each(|seed| target(seed));
}

fn text(seed: &[u8]) -> &str {
    std::str::from_utf8(seed).unwrap()
}

#[test]
fn every_target_takes_its_seeds() {
    on_each("fuzz/seeds/card", |seed| card::run(text(seed)));
    on_each("fuzz/seeds/custom_id", |seed| custom_id::run(text(seed)));
    on_each("fuzz/seeds/draft", draft::run);
    on_each("fuzz/seeds/table", table::run);
    on_each("fuzz/seeds/workbook", |seed| workbook::run(text(seed)));
    on_each("tests/bad_rules", rule_file::run);
}
