//! Any bytes as a rule file: it is refused with its problems, or it works.

use std::sync::LazyLock;

use kalologos::engine::Scope;
use kalologos::model::Language;
use kalologos::ruleset::{RuleSet, SourceFile, builtin};
use kalologos::text::Draft;
use kalologos::ui;

static LANGUAGES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::languages(builtin()).0);

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let file = SourceFile { name: "team.yaml".to_owned(), text };
    let mut rule_set = LANGUAGES.clone();
    let problems = rule_set.add(std::slice::from_ref(&file));
    for language in [Language::El, Language::En] {
        ui::diagnostics(&problems, |_| Some(&file.text), language, false);
    }
    // The file's own text is a draft that its phrases are likely to be found in.
    if let Ok(draft) = Draft::new(&file.text) {
        rule_set.engine().check(draft, &Scope::everything());
    }
}
