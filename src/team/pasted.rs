//! A table that was pasted, and may have no name.

use super::{Error, Format, Lead, Report, Upload, file_names};

/// Names that are tried for a table without one.
const MOST_NAMES: usize = 50;

/// A table that was pasted.
#[derive(Debug, Clone, Copy)]
pub struct Pasted<'a> {
    /// The table, or the text of a rule file.
    pub text: &'a str,
    /// How it shall be called; may be empty.
    pub name: &'a str,
    /// The name it gets; the second one gets a 2.
    pub otherwise: &'a str,
}

impl Lead {
    /// The report on a table that was pasted. One without a name takes the place of an earlier one only if
    /// they have a rule in common: another table is not a new version of the first.
    ///
    /// # Errors
    /// As those of [`Lead::upload`].
    pub async fn paste(&self, pasted: Pasted<'_>) -> Result<Report, Error> {
        let format = if is_rule_file(pasted.text) { Format::Yaml } else { Format::Table };
        let upload =
            |name: &str| Upload { format, ..Upload::new(name, pasted.text.as_bytes().to_vec()) };
        let name = pasted.name.trim();
        if !name.is_empty() {
            return self.upload(upload(name)).await;
        }
        let team = self.team().await?;
        let mut number = 1;
        loop {
            let name = match number {
                1 => pasted.otherwise.to_owned(),
                _ => format!("{} {number}", pasted.otherwise),
            };
            let known = team.file(&file_names::known_name(&team, &name));
            let known = known.map(|file| file.rules.rules.len());
            let report = self.upload(upload(&name)).await?;
            let is_another = known.is_some_and(|known| report.difference.gone.len() >= known);
            if !is_another || number == MOST_NAMES {
                return Ok(report);
            }
            if let Some(kept) = report.kept {
                self.teams.store.drop_pending(self.member.server, kept).await?;
            }
            number += 1;
        }
    }
}

/// Whether a text is a rule file: one of its lines begins a list of rules.
fn is_rule_file(text: &str) -> bool {
    text.lines().any(|line| line.trim_end() == "rules:")
}
