//! Any bytes as a rule file: it is refused with its problems, or it works.
#![no_main]

use std::sync::LazyLock;

use kalologos::desk::{Library, SourceFile, builtin};
use kalologos::engine::Scope;
use kalologos::render::{self, Language};
use kalologos::text::Draft;
use libfuzzer_sys::fuzz_target;

static LANGUAGES: LazyLock<Library> = LazyLock::new(|| Library::languages(builtin()).0);

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let file = SourceFile { name: "team.yaml".to_owned(), text };
    let mut library = LANGUAGES.clone();
    let problems = library.add(std::slice::from_ref(&file));
    for language in [Language::El, Language::En] {
        render::diagnostics(&problems, |_| Some(&file.text), language, false);
    }
    // The file's own text is a draft that its phrases are likely to be found in.
    if let Ok(draft) = Draft::new(&file.text) {
        library.engine().check(draft, &Scope::everything());
    }
});
