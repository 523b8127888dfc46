//! Where drafts come from: the command line, files, standard input.

use std::io::{self, IsTerminal};
use std::path::Path;

use super::args::Check;
use super::files;
use crate::ui::Refusal;

/// The largest file or input that is read, in bytes. A draft of its own is shorter; with `--lines` there are many.
const MAX_INPUT_BYTES: usize = 64 << 20;
/// How standard input is written.
const STDIN: &str = "-";

/// One source of drafts, read.
#[derive(Debug, PartialEq, Eq)]
pub struct Input {
    /// Its path; none for the command line and standard input.
    pub name: Option<String>,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// All that was given to check, in order: the command line, the files.
pub fn inputs(check: &Check) -> Result<Vec<Input>, Refusal> {
    let mut inputs = Vec::new();
    match check.text.as_slice() {
        [dash] if dash == STDIN => inputs.push(stdin()?),
        [] if check.file.is_empty() && io::stdin().is_terminal() => return Err(Refusal::NoDraft),
        [] if check.file.is_empty() => inputs.push(stdin()?),
        [] => (),
        words => inputs.push(Input { name: None, bytes: words.join(" ").into_bytes() }),
    }
    for path in &check.file {
        inputs.push(file(path)?);
    }
    Ok(inputs)
}

fn file(path: &Path) -> Result<Input, Refusal> {
    let bytes = bytes(path, MAX_INPUT_BYTES)?;
    if path == Path::new(STDIN) {
        return Ok(Input { name: None, bytes: without_mark(bytes) });
    }
    Ok(Input { name: Some(path.display().to_string()), bytes: without_mark(bytes) })
}

/// All bytes of a file or, for `-`, of standard input.
pub fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, Refusal> {
    if path == Path::new(STDIN) {
        return files::read_all(io::stdin().lock(), "stdin", limit);
    }
    files::read(path, limit)
}

fn stdin() -> Result<Input, Refusal> {
    let bytes = files::read_all(io::stdin().lock(), "stdin", MAX_INPUT_BYTES)?;
    Ok(Input { name: None, bytes: without_mark(bytes) })
}

/// Some editors begin a file with a byte order mark, which is no part of the draft.
fn without_mark(bytes: Vec<u8>) -> Vec<u8> {
    bytes.strip_prefix("\u{feff}".as_bytes()).map(<[u8]>::to_vec).unwrap_or(bytes)
}

/// The lines of an input, without their ends; a line break at the very end adds none.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(|line| {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        line.strip_suffix(b"\r").unwrap_or(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_one_draft() {
        for (input, expected) in [
            ("", &[][..]),
            ("\n", &[""]),
            ("a", &["a"]),
            ("a\n", &["a"]),
            ("a\r\nb\r\n", &["a", "b"]),
            ("a\n\nb", &["a", "", "b"]),
            ("a\rb\n", &["a\rb"]),
        ] {
            let found: Vec<&[u8]> = lines(input.as_bytes()).collect();
            let expected: Vec<&[u8]> = expected.iter().map(|line| line.as_bytes()).collect();
            assert_eq!(found, expected, "{input:?}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_draft() {
        assert_eq!(without_mark("\u{feff}Γεια".into()), "Γεια".as_bytes());
        assert_eq!(without_mark("Γεια".into()), "Γεια".as_bytes());
    }
}
