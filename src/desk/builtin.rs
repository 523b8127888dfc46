//! The rule files inside the binary.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::library::SourceFile;

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

fn collect(dir: &Dir<'_>, files: &mut Vec<SourceFile>) {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        if let Some(text) = file.contents_utf8().filter(|_| name.ends_with(".yaml")) {
            files.push(SourceFile { name: format!("rules/{name}"), text: text.to_owned() });
        }
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}
