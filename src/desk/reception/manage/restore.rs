//! `/rules restore`: an earlier version of a file comes back, after a look at what would change.

use super::difference::{self, Tense};
use super::files::{Meant, came_back, every_file, meant, no_files, which_file};
use super::{
    Act, Asker, Control, Given, Language, MOST_OPTIONS, Mark, Panel, Part, Reception, Tone,
    Trouble, Visitor, base, base_of, choose_one, done, hash, somebody_did,
};
use crate::render::leads;
use crate::render::leads::own_files as words;
use crate::store::VersionInfo;

impl Reception {
    pub(super) async fn restore(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        given: &Given,
    ) -> Result<Panel, Trouble> {
        self.opened(visitor, asker).await?;
        let versions = self.teams.file_versions(asker, visitor.now).await?;
        match meant(&every_file(&versions), given.text("file"))? {
            Meant::One(file) => match given.number("version") {
                Some(number) => self.looked_at(visitor, asker, &file, number).await,
                None => Ok(versions_panel(&versions, &file, visitor.language)),
            },
            Meant::Which(files) => {
                Ok(which_file(&files, Mark::new(Act::Versions, []), visitor.language))
            }
            Meant::NoneThere => Ok(no_files(visitor.language)),
        }
    }

    pub(super) async fn versions(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Panel, Trouble> {
        self.opened(visitor, asker).await?;
        let versions = self.teams.file_versions(asker, visitor.now).await?;
        let wanted = mark.argument::<String>(0).or_else(|| chosen.first().cloned());
        let file = came_back(&every_file(&versions), &wanted.unwrap_or_default())?;
        Ok(versions_panel(&versions, &file, visitor.language))
    }

    /// What would change with a version of a file: its number stands in the mark, or was chosen.
    pub(super) async fn version(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Panel, Trouble> {
        self.opened(visitor, asker).await?;
        let versions = self.teams.file_versions(asker, visitor.now).await?;
        let wanted = mark.argument::<String>(0).unwrap_or_default();
        let file = came_back(&every_file(&versions), &wanted)?;
        let chosen = chosen.first().and_then(|number| number.parse().ok());
        let number = chosen.or_else(|| mark.argument(1)).unwrap_or(-1);
        self.looked_at(visitor, asker, &file, number).await
    }

    async fn looked_at(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        file: &str,
        number: i64,
    ) -> Result<Panel, Trouble> {
        let (language, now) = (visitor.language, visitor.now);
        let team = self.opened(visitor, asker).await?;
        let found = self.teams.difference_to(asker, file, number, now).await?;
        let title = words::restore_title(file, number, language);
        let mut panel = Panel { title, tone: Tone::Attention, ..Panel::default() };
        let is_in_force =
            team.files.iter().any(|known| known.name == file && known.number == number);
        if found.is_empty() {
            panel.parts.push(Part::Text(words::NO_DIFFERENCE.to(language).to_owned()));
        } else {
            panel.parts.extend(difference::parts(&team, &found, Tense::Ahead, language));
        }
        if let Some(whole) = difference::file(&team, &found, number, language) {
            panel.parts.push(Part::Small(leads::ALL_IN_FILE.to(language).to_owned()));
            panel.files.push(whole);
        }
        let (hash, number) = (hash(file), number.to_string());
        if !is_in_force {
            let mark = Mark::new(Act::Restore, [hash.as_str(), &number, &base(&team)]);
            panel = panel.next_button(words::RESTORE.to(language), mark);
        }
        let another = Mark::new(Act::Versions, [hash.as_str()]);
        Ok(panel
            .button(words::ANOTHER_VERSION.to(language), another)
            .button(leads::LEAVE_IT.to(language), Mark::new(Act::Leave, [])))
    }

    pub(super) async fn restored(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
    ) -> Result<Panel, Trouble> {
        self.opened(visitor, asker).await?;
        let (language, now) = (visitor.language, visitor.now);
        let versions = self.teams.file_versions(asker, now).await?;
        let wanted = mark.argument::<String>(0).unwrap_or_default();
        let file = came_back(&every_file(&versions), &wanted)?;
        let number = mark.argument(1).unwrap_or(-1);
        let activation = self.teams.restore(asker, base_of(mark, 2), &file, number, now).await?;
        let said = words::restored(&file, number, language);
        Ok(done(said, Vec::new(), activation.version, language))
    }
}

/// The versions of a file, the newest first, and a list to choose one from.
fn versions_panel(versions: &[VersionInfo], file: &str, language: Language) -> Panel {
    let of_file: Vec<&VersionInfo> = versions.iter().filter(|it| it.file == file).collect();
    let mut panel = Panel::saying(words::which_version(file, language));
    for version in of_file.iter().take(MOST_OPTIONS) {
        let what = words::version(version.number, version.rules, version.active, language);
        panel.parts.push(somebody_did(what, version.by, version.at, language));
    }
    let option = |it: &&VersionInfo| {
        let label = words::version(it.number, it.rules, it.active, language);
        (it.number.to_string(), label)
    };
    let options = of_file.iter().map(option).collect();
    let mark = Mark::new(Act::Version, [hash(file).as_str()]);
    panel.controls.push(versions_list(mark, options, language));
    panel
}

fn versions_list(mark: Mark, options: Vec<(String, String)>, language: Language) -> Control {
    choose_one(words::VERSIONS.to(language), mark, options)
}
