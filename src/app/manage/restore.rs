//! `/rules restore`: an earlier version of a file comes back, after a look at what would change.

use super::difference;
use super::difference::Tense;
use super::files::{Meant, came_back, every_file, meant, no_files, which_file};
use super::{
    Act, App, Arguments, Control, Error, Language, MOST_OPTIONS, Mark, Member, Panel, Part,
    RequestContext, Tone, base, base_of, choose_one, done, hash, somebody_did,
};
use crate::store::VersionInfo;
use crate::ui::leads;
use crate::ui::leads::own_files as words;

impl App {
    pub(super) async fn restore(
        &self,
        context: &RequestContext,
        member: &Member,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        self.opened(context, member).await?;
        let versions = self.teams.file_versions(member, context.now).await?;
        match meant(&every_file(&versions), given.text("file"))? {
            Meant::One(file) => match given.number("version") {
                Some(number) => self.looked_at(context, member, &file, number).await,
                None => Ok(versions_panel(&versions, &file, context.language)),
            },
            Meant::Which(files) => {
                Ok(which_file(&files, Mark::new(Act::Versions, []), context.language))
            }
            Meant::NoneThere => Ok(no_files(context.language)),
        }
    }

    pub(super) async fn versions(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Panel, Error> {
        self.opened(context, member).await?;
        let versions = self.teams.file_versions(member, context.now).await?;
        let wanted = mark.argument::<String>(0).or_else(|| chosen.first().cloned());
        let file = came_back(&every_file(&versions), &wanted.unwrap_or_default())?;
        Ok(versions_panel(&versions, &file, context.language))
    }

    /// What would change with a version of a file: its number stands in the mark, or was chosen.
    pub(super) async fn version(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Panel, Error> {
        self.opened(context, member).await?;
        let versions = self.teams.file_versions(member, context.now).await?;
        let wanted = mark.argument::<String>(0).unwrap_or_default();
        let file = came_back(&every_file(&versions), &wanted)?;
        let chosen = chosen.first().and_then(|number| number.parse().ok());
        let number = chosen.or_else(|| mark.argument(1)).unwrap_or(-1);
        self.looked_at(context, member, &file, number).await
    }

    async fn looked_at(
        &self,
        context: &RequestContext,
        member: &Member,
        file: &str,
        number: i64,
    ) -> Result<Panel, Error> {
        let (language, now) = (context.language, context.now);
        let team = self.opened(context, member).await?;
        let found = self.teams.difference_to(member, file, number, now).await?;
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
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
    ) -> Result<Panel, Error> {
        self.opened(context, member).await?;
        let (language, now) = (context.language, context.now);
        let versions = self.teams.file_versions(member, now).await?;
        let wanted = mark.argument::<String>(0).unwrap_or_default();
        let file = came_back(&every_file(&versions), &wanted)?;
        let number = mark.argument(1).unwrap_or(-1);
        let activation = self.teams.restore(member, base_of(mark, 2), &file, number, now).await?;
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
