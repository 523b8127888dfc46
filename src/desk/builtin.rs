//! The rule files inside the binary.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::library::SourceFile;
use crate::audit::Replies;

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// The built-in files: word files, principles and packs, by path below `rules`.
pub static BUILTIN_FILES: LazyLock<Vec<SourceFile>> = LazyLock::new(|| {
    let mut files = Vec::new();
    collect(&RULES, &mut files);
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
});

/// The built-in files.
pub fn builtin() -> &'static [SourceFile] {
    &BUILTIN_FILES
}

/// Replies with which nothing is wrong, on which rules are tried: `rules/corpus/…_el.txt`, one a line.
pub fn good_replies() -> Vec<Replies<'static>> {
    let Some(folder) = RULES.get_dir("corpus") else { return Vec::new() };
    let reply = |file: &'static include_dir::File<'static>| {
        let stem = file.path().file_stem()?.to_str()?;
        let language = stem.rsplit('_').next().unwrap_or(stem);
        Some(Replies { language, text: file.contents_utf8()? })
    };
    folder.files().filter_map(reply).collect()
}

fn collect(dir: &Dir<'_>, files: &mut Vec<SourceFile>) {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if let Some(text) = file.contents_utf8().filter(|_| name.ends_with(".yaml")) {
            files.push(SourceFile { name: format!("rules/{name}"), text: text.to_owned() });
        }
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}
