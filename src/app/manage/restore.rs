//! `/rules restore`: an earlier version of a file is restored, after a look at what would change.

use super::difference;
use super::difference::Tense;
use super::files::{Meant, came_back, every_file, meant, no_files, which_file};
use super::{
    Action, App, Arguments, Block, Error, Language, Lead, MOST_OPTIONS, NameHash, Panel,
    RequestContext, Tone, Version, choose_one, done, somebody_did,
};
use crate::schedule::Zone;
use crate::store::{Area, VersionInfo};
use crate::team;
use crate::ui::leads;
use crate::ui::leads::own_files as words;

impl App {
    pub(in crate::app) async fn restore(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        let versions = lead.file_versions().await?;
        match meant(&every_file(&versions), given.text("file"))? {
            Meant::One(file) => match given.number("version") {
                Some(number) => self.looked_at(context, lead, &file, number).await,
                None => {
                    let clock = self.clock(lead).await?;
                    Ok(versions_panel(&versions, &file, &clock, context.language))
                }
            },
            Meant::Which(files) => {
                Ok(which_file(&files, Action::Versions { file: None }, context.language))
            }
            Meant::NoneThere => Ok(no_files(context.language)),
        }
    }

    pub(in crate::app) async fn versions(
        &self,
        context: &RequestContext,
        lead: &Lead,
        file: Option<NameHash>,
        chosen: Option<&str>,
    ) -> Result<Panel, Error> {
        let versions = lead.file_versions().await?;
        let wanted = file.map(NameHash::written);
        let wanted = wanted.as_deref().or(chosen).unwrap_or_default();
        let file = came_back(&every_file(&versions), wanted)?;
        Ok(versions_panel(&versions, &file, &self.clock(lead).await?, context.language))
    }

    /// What would change with a version of a file, whose number the button carries or which was chosen.
    pub(in crate::app) async fn version(
        &self,
        context: &RequestContext,
        lead: &Lead,
        file: NameHash,
        number: Option<i64>,
        chosen: Option<&str>,
    ) -> Result<Panel, Error> {
        let versions = lead.file_versions().await?;
        let file = came_back(&every_file(&versions), &file.written())?;
        let chosen = chosen.and_then(|number| number.parse().ok());
        let number = chosen.or(number).ok_or(team::UserError::Vanished)?;
        self.looked_at(context, lead, &file, number).await
    }

    async fn looked_at(
        &self,
        context: &RequestContext,
        lead: &Lead,
        file: &str,
        number: i64,
    ) -> Result<Panel, Error> {
        let language = context.language;
        let team = lead.team().await?;
        let found = lead.difference_to(file, number).await?;
        let title = words::restore_title(file, number, language);
        let mut panel = Panel { title, tone: Tone::Attention, ..Panel::default() };
        let is_in_force =
            team.files.iter().any(|known| known.name == file && known.number == number);
        if found.is_empty() {
            panel.blocks.push(Block::Text(words::NO_DIFFERENCE.to(language).to_owned()));
        } else {
            panel.blocks.extend(difference::blocks(&team, &found, Tense::Ahead, language));
        }
        if let Some(whole) = difference::file(&team, &found, number, language) {
            panel.blocks.push(Block::Small(leads::ALL_IN_FILE.to(language).to_owned()));
            panel.files.push(whole);
        }
        let file = NameHash::of(file);
        if !is_in_force {
            let restore = Action::Restore { file, number, base: team.versions.rules };
            panel = panel.next_button(words::RESTORE.to(language), restore);
        }
        let another = Action::Versions { file: Some(file) };
        Ok(panel
            .button(words::ANOTHER_VERSION.to(language), another)
            .button(leads::LEAVE_IT.to(language), Action::Leave))
    }

    pub(in crate::app) async fn restored(
        &self,
        context: &RequestContext,
        lead: &Lead,
        file: NameHash,
        number: i64,
        base: Version,
    ) -> Result<Panel, Error> {
        let language = context.language;
        let versions = lead.file_versions().await?;
        let file = came_back(&every_file(&versions), &file.written())?;
        let activation = lead.restore(base, &file, number).await?;
        let said = words::restored(&file, number, language);
        Ok(done(said, Vec::new(), (Area::Rules, activation.version), language))
    }
}

/// The versions of a file, the newest first, and a list to choose one from.
fn versions_panel(versions: &[VersionInfo], file: &str, clock: &Zone, language: Language) -> Panel {
    let of_file: Vec<&VersionInfo> = versions.iter().filter(|it| it.file == file).collect();
    let mut panel = Panel::saying(words::which_version(file, language));
    for version in of_file.iter().take(MOST_OPTIONS) {
        let what = words::version(version.number, version.rules, version.active, language);
        panel.blocks.push(somebody_did(what, (version.by, version.at), clock, language));
    }
    let option = |it: &&VersionInfo| {
        let label = words::version(it.number, it.rules, it.active, language);
        (it.number.to_string(), label)
    };
    let options = of_file.iter().map(option).collect();
    let action = Action::Version { file: NameHash::of(file), number: None };
    panel.controls.push(choose_one(words::VERSIONS.to(language), action, options));
    panel
}
