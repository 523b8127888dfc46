//! The rule files inside the binary.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::source_file::SourceFile;
use crate::audit::Replies;
use crate::rules::{Extent, Source};

static CORPUS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules/corpus");

/// Name, text, and what the file says, packed by the build script; in order of their names.
type Packed = (&'static str, &'static str, Option<&'static [u8]>);

static FILES: &[Packed] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The built-in files, made once.
static BUILTIN_FILES: LazyLock<Vec<SourceFile>> = LazyLock::new(builtin_files);

/// The built-in files: word files, principles and packs, by path.
pub fn builtin() -> &'static [SourceFile] {
    &BUILTIN_FILES
}

/// The same as a copy that the caller can drop: a program that runs for months does not need the texts once they are read.
pub fn builtin_files() -> Vec<SourceFile> {
    let file = |(name, text, _): &Packed| SourceFile {
        name: (*name).to_owned(),
        text: (*text).to_owned(),
    };
    FILES.iter().map(file).collect()
}

/// The texts of the built-in files, of which no copy is made.
pub fn builtin_texts() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(_, text, _)| *text)
}

/// The file as the reader of rule files takes it. A built-in one, word for word, was read already.
pub(super) fn source(file: &SourceFile, extent: Extent) -> Source<'_> {
    let known = FILES.binary_search_by_key(&file.name.as_str(), |(name, ..)| name).ok();
    let known = known.and_then(|index| FILES.get(index)).filter(|(_, text, _)| *text == file.text);
    Source { text: &file.text, packed: known.and_then(|(.., packed)| *packed), extent }
}

/// Replies with which nothing is wrong, on which rules are tried: `rules/corpus/…_el.txt`, one a line.
pub fn good_replies() -> Vec<Replies<'static>> {
    let reply = |file: &'static include_dir::File<'static>| {
        let stem = file.path().file_stem()?.to_str()?;
        let language = stem.rsplit('_').next().unwrap_or(stem);
        Some(Replies { language, text: file.contents_utf8()? })
    };
    CORPUS.files().filter_map(reply).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Known, parse, parse_language, parse_principles};
    use crate::ruleset::FileKind;

    fn read(file: &SourceFile, source: Source<'_>) -> String {
        match file.kind() {
            FileKind::Words => format!("{:?}", parse_language(source, &file.name)),
            FileKind::Principles => format!("{:?}", parse_principles(source, &file.name)),
            FileKind::Pack => format!("{:?}", parse(source, &file.name, &Known::default())),
        }
    }

    #[test]
    fn a_built_in_file_says_packed_what_its_text_says() {
        for file in builtin() {
            let packed = source(file, Extent::Whole);
            assert!(packed.packed.is_some(), "{} is not packed", file.name);
            let text = Source::from(&file.text);
            assert!(read(file, packed) == read(file, text), "{} is packed otherwise", file.name);
        }
    }

    #[test]
    fn a_file_that_differs_from_the_built_in_one_is_read_itself() {
        let mut file = builtin()[0].clone();
        file.text.push('\n');
        assert!(source(&file, Extent::Whole).packed.is_none());
    }
}
