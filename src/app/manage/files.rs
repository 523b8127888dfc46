//! `/rules export` and `/rules remove`: the team's files.

use super::{
    Action, App, Arguments, Block, Error, Language, Lead, NameHash, Offered, Panel, RequestContext,
    Team, Tone, Version, choose_one, done, first_few, is_meant, value,
};
use crate::store::{Area, VersionInfo};
use crate::team;
use crate::team::{ExportAs, HandedOut};
use crate::text;
use crate::text::nearest;
use crate::ui::leads;
use crate::ui::leads::own_files as words;
use crate::ui::{PanelFile, Said};

/// What a lead means by the name of a file.
pub enum Meant {
    /// This one.
    One(String),
    /// None was named, and there are several.
    Which(Vec<String>),
    /// There is none at all.
    NoneThere,
}

impl App {
    pub(in crate::app) async fn export(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let form = given.text("format").and_then(ExportAs::from_key);
        let form = form.unwrap_or(ExportAs::Original);
        match meant(&in_force(&team), given.text("file"))? {
            Meant::One(file) => self.handed_out(context, lead, &file, form).await,
            Meant::Which(files) => {
                Ok(which_file(&files, Action::Export { form }, context.language))
            }
            Meant::NoneThere => Ok(no_files(context.language)),
        }
    }

    pub(in crate::app) async fn export_chosen(
        &self,
        context: &RequestContext,
        lead: &Lead,
        chosen: Option<&str>,
        form: ExportAs,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let file = came_back(&in_force(&team), chosen.unwrap_or_default())?;
        self.handed_out(context, lead, &file, form).await
    }

    async fn handed_out(
        &self,
        context: &RequestContext,
        lead: &Lead,
        file: &str,
        form: ExportAs,
    ) -> Result<Panel, Error> {
        let language = context.language;
        let handed = lead.hand_out(file, form, language).await?;
        Ok(export_panel(handed, form, language))
    }

    pub(in crate::app) async fn remove(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let language = context.language;
        let file = match meant(&in_force(&team), given.text("file"))? {
            Meant::One(file) => file,
            Meant::Which(_) | Meant::NoneThere => return Ok(no_files(language)),
        };
        let mut panel = Panel {
            title: words::remove_title(&file, language),
            tone: Tone::Attention,
            ..Panel::default()
        };
        let lines = rules_of(&team, &file, language);
        panel.blocks.push(Block::Text(words::would_go(lines.len(), language)));
        panel.blocks.extend(first_few(lines, language));
        let silent = in_list(&team, &lead.off_for_file(&file).await?, language);
        panel.blocks.extend(on_again(words::WILL_BE_ON, silent, language));
        panel.blocks.push(Block::Text(words::CAN_COME_BACK.to(language).to_owned()));
        let remove = Action::Remove { file: NameHash::of(&file), base: team.versions.rules };
        Ok(panel
            .button(words::REMOVE.to(language), remove)
            .button(leads::LEAVE_IT.to(language), Action::Leave))
    }

    pub(in crate::app) async fn removed(
        &self,
        context: &RequestContext,
        lead: &Lead,
        file: NameHash,
        base: Version,
    ) -> Result<Panel, Error> {
        let language = context.language;
        // A second click comes when the file is inactive already.
        let versions = lead.file_versions().await?;
        let file = came_back(&every_file(&versions), &file.written())?;
        let activation = lead.remove(base, &file).await?;
        let gone = lead.difference(activation.version).await?.gone.len();
        let team = lead.team().await?;
        let back = lead.switched_on_by(activation.version).await?;
        let blocks = on_again(words::ARE_ON, in_list(&team, &back, language), language);
        let said = words::removed(&file, gone, language);
        Ok(done(said, blocks, (Area::Rules, activation.version), language))
    }
}

/// Rules by their ids, each in a line.
fn in_list(team: &Team, ids: &[String], language: Language) -> Vec<String> {
    let rules = ids.iter().filter_map(|id| team.rule_in_list(id));
    rules.map(|rule| leads::becomes(&rule.phrase, &rule.instead, language)).collect()
}

/// The rules that are on once a file is gone; nothing without any.
fn on_again(heading: Said, lines: Vec<String>, language: Language) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Text(heading.to(language).to_owned())];
    blocks.extend(first_few(lines, language));
    blocks
}

/// The names of a team's active files.
pub fn in_force(team: &Team) -> Vec<String> {
    team.files.iter().map(|file| file.name.clone()).collect()
}

/// The names of all files that have a version.
pub fn every_file(versions: &[VersionInfo]) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for version in versions {
        if !files.contains(&version.file) {
            files.push(version.file.clone());
        }
    }
    files
}

/// Names for what is being typed.
pub fn offers(names: &[String], typed: &str, most: usize) -> Vec<Offered> {
    let key = text::key(typed);
    let fits = names.iter().filter(|name| text::key(name).contains(&key));
    fits.take(most).map(|name| Offered { value: value(name), shown: name.clone() }).collect()
}

/// The file that was named: by its whole name, or by letters that only one has.
pub fn meant(files: &[String], asked: Option<&str>) -> Result<Meant, team::UserError> {
    let Some(asked) = asked.map(str::trim).filter(|asked| !asked.is_empty()) else {
        return Ok(match files {
            [] => Meant::NoneThere,
            [only] => Meant::One(only.clone()),
            several => Meant::Which(several.to_vec()),
        });
    };
    if let Some(file) = files.iter().find(|file| is_meant(file, asked)) {
        return Ok(Meant::One(file.clone()));
    }
    let key = text::key(asked);
    let mut like = files.iter().filter(|file| text::key(file).contains(&key));
    match (like.next(), like.next()) {
        (Some(file), None) if !key.is_empty() => Ok(Meant::One(file.clone())),
        _ => {
            let nearest = nearest(asked, files.iter().map(String::as_str));
            Err(team::UserError::UnknownFile { asked: asked.to_owned(), nearest })
        }
    }
}

/// The file that a control stands for.
pub fn came_back(files: &[String], wanted: &str) -> Result<String, team::UserError> {
    files.iter().find(|file| is_meant(file, wanted)).cloned().ok_or(team::UserError::Vanished)
}

/// Asks which file is meant.
pub fn which_file(files: &[String], action: Action, language: Language) -> Panel {
    let label = words::WHICH_FILE.to(language);
    let options = files.iter().map(|file| (value(file), file.clone())).collect();
    let mut panel = Panel { tone: Tone::Attention, ..Panel::saying(label) };
    panel.controls.push(choose_one(label, action, options));
    panel
}

/// The team has no file.
pub fn no_files(language: Language) -> Panel {
    Panel::saying(words::NO_FILES.to(language))
}

fn rules_of(team: &Team, file: &str, language: Language) -> Vec<String> {
    team.rules_of_file(file)
        .iter()
        .map(|rule| leads::becomes(&rule.phrase, &rule.instead, language))
        .collect()
}

fn export_panel(handed: HandedOut, wanted: ExportAs, language: Language) -> Panel {
    let said = words::handed_out(&handed.file, handed.number, language);
    let mut panel = Panel::saying(said);
    let mut say = |said: crate::ui::Said| {
        panel.blocks.push(Block::Text(said.to(language).to_owned()));
    };
    let wanted_table = matches!(wanted, ExportAs::Workbook | ExportAs::Csv);
    if wanted_table && handed.form == ExportAs::Yaml {
        say(words::YAML_INSTEAD);
    } else if wanted_table {
        say(words::TABLE_SIGNS);
    }
    if handed.without_examples {
        say(words::WITHOUT_EXAMPLES);
    }
    say(words::BRING_BACK);
    let HandedOut { name, bytes, .. } = handed;
    panel.files.push(PanelFile { name, bytes });
    panel
}
