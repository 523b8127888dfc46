//! Files from disk, within limits.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::private;
use crate::ui::Refusal;

/// Rule files of a folder.
const MAX_FILES: usize = 1_000;
/// Folders within one another.
const MAX_DEPTH: usize = 16;

/// All bytes of a file, at most `limit`.
pub fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Refusal> {
    if private::is_token(path) {
        return Err(Refusal::TokenAsPath);
    }
    let name = path.display().to_string();
    // A folder opens like a file on some systems, and fails only later with a message of its own.
    if path.is_dir() {
        return Err(Refusal::CannotRead { path: name, kind: io::ErrorKind::IsADirectory });
    }
    let file = File::open(path)
        .map_err(|error| Refusal::CannotRead { path: name.clone(), kind: error.kind() })?;
    read_all(file, &name, limit)
}

/// All that can be read from an input, at most `limit` bytes.
pub fn read_all(input: impl Read, name: &str, limit: usize) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    match input.take(most).read_to_end(&mut bytes) {
        Err(error) => Err(Refusal::CannotRead { path: name.to_owned(), kind: error.kind() }),
        Ok(_) if bytes.len() > limit => Err(Refusal::TooLarge { path: name.to_owned(), limit }),
        Ok(_) => Ok(bytes),
    }
}

/// The rule files that a path names: the file itself, or those of a folder and its folders, in order of their names.
pub fn rule_files(path: &Path) -> Result<Vec<PathBuf>, Refusal> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let name = path.display().to_string();
    let mut found = Vec::new();
    walk(path, 0, &mut found, &name)?;
    if found.is_empty() {
        return Err(Refusal::NoRuleFiles { path: name });
    }
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>, name: &str) -> Result<(), Refusal> {
    let unreadable = |error: io::Error| Refusal::CannotRead {
        path: folder.display().to_string(),
        kind: error.kind(),
    };
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if found.len() >= MAX_FILES || depth >= MAX_DEPTH {
            return Err(Refusal::TooManyFiles { path: name.to_owned(), limit: MAX_FILES });
        }
        if path.is_dir() {
            walk(&path, depth + 1, found, name)?;
        } else if path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml") {
            found.push(path);
        }
    }
    Ok(())
}
