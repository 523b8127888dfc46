//! Files that others on the machine can read although they are the operator's alone.

use std::path::Path;

use tracing::warn;

/// Says in the log which of these files others on this machine can read.
pub fn warn_of<'p>(files: impl IntoIterator<Item = &'p Path>) {
    for file in files.into_iter().filter(|file| others_can_read(file)) {
        warn!(file = %file.display(), "others on this machine can read this file; `chmod 600` makes it yours alone");
    }
}

#[cfg(unix)]
fn others_can_read(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|data| data.permissions().mode() & 0o044 != 0)
}

#[cfg(not(unix))]
fn others_can_read(_: &Path) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_others_can_read_is_told_of() {
        use std::os::unix::fs::PermissionsExt;
        let file = tempfile::NamedTempFile::new().unwrap();
        for (mode, expected) in [(0o600, false), (0o640, true), (0o604, true), (0o700, false)] {
            file.as_file().set_permissions(std::fs::Permissions::from_mode(mode)).unwrap();
            assert_eq!(others_can_read(file.path()), expected, "{mode:o}");
        }
        assert!(!others_can_read(Path::new("/no/such/file")));
    }
}
