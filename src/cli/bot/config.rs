//! The configuration of the bot: from a file, over it the environment, over both the command line.

use crate::text;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::settings::{Config, KEYS, Key, Value};
use crate::cli::files;
use crate::ui::{ConfigPlace, ConfigProblem, ConfigWrong, Refusal};

/// The file that is read where no other is named.
const FILE: &str = "kalologos.toml";
/// The largest configuration that is read, in bytes.
const MAX_BYTES: usize = 1 << 20;
/// Before the name of a setting in the environment.
const PREFIX: &str = "KALOLOGOS_";

/// A configuration as far as it could be read, and everything that is wrong with it.
#[derive(Debug, Default)]
pub struct Read {
    /// The settings.
    pub config: Config,
    /// The problems.
    pub problems: Vec<ConfigProblem>,
    /// The file as the user knows it.
    pub path: String,
}

/// Reads the file that was named, else `kalologos.toml` if there is one, and then the environment.
pub fn read(
    named: Option<&Path>,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Read, Refusal> {
    let mut read = Read::default();
    let named =
        named.map(Path::to_owned).or_else(|| variable("KALOLOGOS_CONFIG").map(PathBuf::from));
    let path = named.clone().unwrap_or_else(|| PathBuf::from(FILE));
    read.path = path.display().to_string();
    if named.is_some() || path.exists() {
        let bytes = files::read(&path, MAX_BYTES)?;
        read.file(&String::from_utf8_lossy(&bytes), path.parent().unwrap_or(Path::new("")));
    }
    for key in KEYS {
        let name = format!("{PREFIX}{}", key.name.to_uppercase());
        if let Some(written) = variable(&name).filter(|written| !written.is_empty()) {
            read.take(key, &Value::Written(written), Path::new(""), ConfigPlace::Variable(name));
        }
    }
    Ok(read)
}

impl Read {
    /// Reads the text of a file; paths in it are below `folder`.
    fn file(&mut self, text: &str, folder: &Path) {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let line = line(text, error.span().map_or(0, |span| span.start));
            let wrong = ConfigWrong::Syntax { message: error.message().to_owned() };
            self.problems.push(ConfigProblem { place: ConfigPlace::Line(line), wrong });
        }
        let mut entries: Vec<_> = table.get_ref().iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in entries {
            let place = ConfigPlace::Line(line(text, name.span().start));
            let name: &str = name.get_ref();
            match KEYS.iter().find(|key| key.name == name) {
                Some(key) => self.take(key, &value_of(value.get_ref()), folder, place),
                None => self.unknown(name, place),
            }
        }
        self.problems.sort_by_key(|problem| match problem.place {
            ConfigPlace::Line(line) => line,
            ConfigPlace::Variable(_) => usize::MAX,
        });
    }

    fn take(&mut self, key: &Key, value: &Value, folder: &Path, place: ConfigPlace) {
        if let Err(expected) = self.config.take(key, value, folder) {
            let wrong = ConfigWrong::Value { key: key.name.to_owned(), expected };
            self.problems.push(ConfigProblem { place, wrong });
        }
    }

    fn unknown(&mut self, name: &str, place: ConfigPlace) {
        let known = || KEYS.iter().map(|key| key.name);
        let wrong = ConfigWrong::UnknownKey {
            key: name.to_owned(),
            nearest: text::nearest(name, known()),
            known: known().map(str::to_owned).collect(),
        };
        self.problems.push(ConfigProblem { place, wrong });
    }
}

fn value_of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Value::Other, Value::Number)
        }
        DeValue::Array(all) => Value::List(all.iter().map(|one| value_of(one.get_ref())).collect()),
        _ => Value::Other,
    }
}

/// The line of a byte, from 1 on.
fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::ui::config_problems;

    fn of(text: &str, variables: &[(&str, &str)]) -> Read {
        let mut read = Read { path: "kalologos.toml".to_owned(), ..Read::default() };
        read.file(text, Path::new("/etc/kalologos"));
        for key in KEYS {
            let name = format!("{PREFIX}{}", key.name.to_uppercase());
            if let Some((_, value)) = variables.iter().find(|(known, _)| *known == name) {
                let place = ConfigPlace::Variable(name);
                read.take(key, &Value::Written((*value).to_owned()), Path::new(""), place);
            }
        }
        read
    }

    #[test]
    fn the_example_holds_every_setting_and_nothing_wrong() {
        let example = include_str!("../../../docs/kalologos.example.toml");
        let uncommented: String = example
            .lines()
            .map(|line| format!("{}\n", line.strip_prefix("#: ").unwrap_or(line)))
            .collect();
        for text in [example, &uncommented] {
            assert_eq!(of(text, &[]).problems, [], "{text}");
        }
        for key in KEYS {
            assert!(
                uncommented.lines().any(|line| line.starts_with(&format!("{} =", key.name))),
                "{}",
                key.name
            );
            let documented = include_str!("../../../docs/configuration.md");
            assert!(documented.contains(&format!("`{}`", key.name)), "{}", key.name);
        }
    }

    /// See `tests/releases`.
    #[test]
    fn the_configuration_of_a_release_is_read() {
        for release in std::fs::read_dir("tests/fixtures").unwrap() {
            let release = release.unwrap();
            let text = std::fs::read_to_string(release.path().join("kalologos.toml")).unwrap();
            let read = of(&text, &[]);
            assert_eq!(read.problems, []);
            let name = format!("config-{}", release.file_name().to_string_lossy());
            insta::assert_debug_snapshot!(name, read.config);
        }
    }

    #[test]
    fn the_environment_goes_over_the_file() {
        let read = of(
            "checks_per_minute = 5\ndrafts_channels = [1, \"2\"]\nrules = [\"team\", \"/srv/rules\"]\n",
            &[("KALOLOGOS_CHECKS_PER_MINUTE", "7"), ("KALOLOGOS_SHARDS", "2")],
        );
        assert_eq!(read.problems, []);
        assert_eq!(read.config.checks_per_minute, 7);
        assert_eq!(read.config.shards, Some(2));
        assert_eq!(read.config.drafts_channels, [1, 2]);
        let paths = [PathBuf::from("/etc/kalologos/team"), PathBuf::from("/srv/rules")];
        assert_eq!(read.config.rules, paths);
    }

    #[test]
    fn every_problem_is_told_at_once_in_both_languages() {
        let text = "api_url = \"discord\"\nchecks_per_minut = 3\nlanguage = \"de\"\nshards = 0\nlog_format = [1]\ncolour = true\ndrafts_channels = [\"#απαντήσεις\"]\ntoken_file = 3\n";
        let read = of(text, &[("KALOLOGOS_RULES", "")]);
        let shown = Language::ALL
            .iter()
            .map(|(language, _)| config_problems("kalologos.toml", &read.problems, *language));
        insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn broken_toml_is_told_with_its_line() {
        let read = of("checks_per_minute = 5\nlanguage = el\nrules = [\n", &[]);
        assert!(!read.problems.is_empty());
        assert_eq!(read.problems[0].place, ConfigPlace::Line(2));
    }
}
