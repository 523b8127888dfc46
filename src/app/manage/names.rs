//! `/rules names`: names that are never flagged.

use rustc_hash::FxHashSet;

use super::{
    Action, App, Arguments, Block, Control, Error, Language, Lead, MOST_OPTIONS, Panel, Position,
    RequestContext, Response, Select, SelectOption, Team, Version, done, first_few, is_meant,
    value,
};
use crate::app::Body;
use crate::store::Area;
use crate::team;
use crate::text;
use crate::ui::leads::names as words;
use crate::ui::{Field, FormAction, Modal};

/// A name that stands in the phrases of this many rules is an everyday word.
const EVERYDAY: usize = 5;
/// The longest text of the form, in characters.
const MAX_FORM_CHARS: usize = 2_000;

impl App {
    pub(in crate::app) async fn names(
        &self,
        context: &RequestContext,
        lead: &Lead,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let (language, base) = (context.language, team.versions.rules);
        let asked = |option: &str| given.text(option);
        match (asked("add"), asked("remove")) {
            (Some(names), _) => {
                self.set_allowed(context, lead, base, each(names), Position::Off).await
            }
            (None, Some(written)) => {
                let known = team.allowlist.iter().find(|known| is_meant(known, written.trim()));
                let names = known.map_or_else(|| each(written), |known| vec![known.clone()]);
                self.set_allowed(context, lead, base, names, Position::On).await
            }
            (None, None) => Ok(panel(&team, language)),
        }
    }

    /// The form for names; nothing slow comes before it.
    pub(in crate::app) async fn names_form(
        &self,
        context: &RequestContext,
        lead: &Lead,
    ) -> Result<Response, Error> {
        let team = lead.team().await?;
        let language = context.language;
        let question = Field {
            label: words::BOX.to(language).to_owned(),
            example: words::EXAMPLE.to(language).to_owned(),
            max_chars: MAX_FORM_CHARS,
            is_long: true,
            is_required: true,
            ..Field::default()
        };
        Ok(Response::of(Body::Modal(Modal {
            title: words::FORM.to(language).to_owned(),
            fields: vec![question],
            action: FormAction::NamesAdd { base: team.versions.rules },
        })))
    }

    /// The names that were written into the form.
    pub(in crate::app) async fn names_added(
        &self,
        context: &RequestContext,
        lead: &Lead,
        base: Version,
        written: &[String],
    ) -> Result<Response, Error> {
        let names = each(written.first().map_or("", String::as_str));
        let panel = self.set_allowed(context, lead, base, names, Position::Off).await?;
        Ok(Response::panel(panel))
    }

    pub(in crate::app) async fn names_dropped(
        &self,
        context: &RequestContext,
        lead: &Lead,
        base: Version,
        chosen: &[String],
    ) -> Result<Panel, Error> {
        let team = lead.team().await?;
        let is_chosen = |name: &&String| chosen.iter().any(|value| is_meant(name, value));
        let mut names: Vec<String> = team.allowlist.iter().filter(is_chosen).cloned().collect();
        if names.is_empty() {
            // A second click: they are gone already. What came back names them all the same.
            names = chosen.to_vec();
        }
        if names.is_empty() {
            return Ok(panel(&team, context.language));
        }
        names.sort_unstable();
        self.set_allowed(context, lead, base, names, Position::On).await
    }

    async fn set_allowed(
        &self,
        context: &RequestContext,
        lead: &Lead,
        base: Version,
        names: Vec<String>,
        flagging: Position,
    ) -> Result<Panel, Error> {
        if names.is_empty() {
            return Err(team::UserError::NoName.into());
        }
        let given: Vec<&str> = names.iter().map(String::as_str).collect();
        let activation = lead.allow(base, &given, flagging).await?;
        let language = context.language;
        let (said, warnings) = match flagging {
            Position::Off => {
                (words::added(&names, language), everyday(&*lead.team().await?, &names, language))
            }
            Position::On => (words::gone(&names, language), Vec::new()),
        };
        Ok(done(said, warnings, (Area::Rules, activation.version), language))
    }
}

/// The names that somebody wrote, one a line or with commas between them, each once.
fn each(written: &str) -> Vec<String> {
    let names = written.split(['\n', ',', ';']).map(str::trim).filter(|name| !name.is_empty());
    let mut known = FxHashSet::default();
    names.filter(|name| known.insert(text::key(name))).map(str::to_owned).collect()
}

/// Warns of names that are everyday words: «δεν» as a name silences every rule that has it in its phrase.
fn everyday(team: &Team, names: &[String], language: Language) -> Vec<Block> {
    let silenced = names.iter().map(|name| (name, team.rules_holding(name)));
    let many = silenced.filter(|(_, rules)| *rules >= EVERYDAY);
    many.map(|(name, rules)| Block::Text(words::everyday(name, rules, language))).collect()
}

fn panel(team: &Team, language: Language) -> Panel {
    let mut panel = Panel { title: words::TITLE.to(language).to_owned(), ..Panel::default() };
    if team.allowlist.is_empty() {
        panel.blocks.push(Block::Text(words::NONE.to(language).to_owned()));
    }
    panel.blocks.extend(first_few(team.allowlist.clone(), language));
    if !team.allowlist.is_empty() {
        let option = |name: &String| SelectOption {
            label: name.clone(),
            value: value(name),
            is_chosen: false,
        };
        panel.controls.push(Control::Select(Select {
            label: words::LET_GO.to(language).to_owned(),
            action: Action::NamesDrop { base: team.versions.rules },
            options: team.allowlist.iter().take(MOST_OPTIONS).map(option).collect(),
            is_several: true,
        }));
    }
    panel.button(words::ADD.to(language), Action::NamesForm)
}
