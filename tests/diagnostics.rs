//! Every mistake of `tests/bad_rules` as a lead sees it, in both languages.

use std::fs;

use kalologos::render::{Language, diagnostics};
use kalologos::rules::{Known, parse};

fn known() -> Known {
    let mut known = Known::default();
    known.add_words("el", ["μπορώ", "κάνω", "θέλω", "στέλνω", "σας"]);
    known.add_words("en", ["can", "do"]);
    known.add_principles(["positive-language", "empathy"]);
    known
}

#[test]
fn every_mistake_reads_well() {
    insta::glob!("bad_rules/*.yaml", |path| {
        let text = fs::read_to_string(path).unwrap();
        let file = path.file_name().unwrap().to_string_lossy();
        let (_, problems) = parse(&text, &file, &known());
        assert!(!problems.is_empty(), "{file} has no mistake");
        let shown = |language| diagnostics(&problems, |_| Some(text.as_str()), language, false);
        insta::assert_snapshot!(format!("{}\n{}", shown(Language::El), shown(Language::En)));
    });
}
