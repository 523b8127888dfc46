//! Recognizes a token that was given where something else belongs, so that it is never printed.

use std::path::Path;

/// The shortest parts of a token of Discord's, which are put together by dots.
const PARTS: [usize; 3] = [18, 5, 25];

/// Whether what was given as a path is a token, which has to be in no message of ours.
pub fn is_token(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    let parts: Vec<&str> = name.split('.').collect();
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    parts.len() == PARTS.len()
        && parts
            .iter()
            .zip(PARTS)
            .all(|(part, least)| part.len() >= least && part.bytes().all(is_sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_known_from_the_names_of_files() {
        let token = format!("{}.{}.{}", "M".repeat(24), "G".repeat(6), "x-_9".repeat(9));
        for (path, expected) in [
            (token.as_str(), true),
            (&format!("/etc/kalologos/{token}"), true),
            ("token", false),
            ("/run/secrets/discord.token", false),
            ("kalologos.2026-11-30.sqlite", false),
            ("a-very-long-name-of-a-file.with-dots.and-another-very-long-ending.yaml", false),
        ] {
            assert_eq!(is_token(Path::new(path)), expected, "{path}");
        }
    }
}
