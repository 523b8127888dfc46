//! `/rules names`: names that are never flagged.

use rustc_hash::FxHashSet;

use super::{
    Act, App, Arguments, Choose, Control, Error, Language, MOST_OPTIONS, Mark, Member, Panel,
    PanelOption, Part, Position, RequestContext, Response, Team, base, base_of, done, first_few,
    is_meant, value,
};
use crate::app::Body;
use crate::team;
use crate::text;
use crate::ui::leads::names as words;
use crate::ui::{Question, Questions};

/// The longest text of the form, in characters.
const MAX_FORM_CHARS: usize = 2_000;

impl App {
    pub(super) async fn names(
        &self,
        context: &RequestContext,
        member: &Member,
        given: &Arguments,
    ) -> Result<Panel, Error> {
        let team = self.opened(context, member).await?;
        let (language, base) = (context.language, team.versions.rules);
        let asked = |option: &str| given.text(option).map(|name| vec![name.trim().to_owned()]);
        match (asked("add"), asked("remove")) {
            (Some(names), _) => self.spared(context, member, base, names, Position::Off).await,
            (None, Some(names)) => {
                let named = |name: &String| {
                    let known = team.spared.iter().find(|known| is_meant(known, name));
                    known.unwrap_or(name).clone()
                };
                let names = names.iter().map(named).collect();
                self.spared(context, member, base, names, Position::On).await
            }
            (None, None) => Ok(panel(&team, language)),
        }
    }

    /// The form for names; nothing slow comes before it.
    pub(super) async fn names_form(
        &self,
        context: &RequestContext,
        member: &Member,
    ) -> Result<Response, Error> {
        let team = self.opened(context, member).await?;
        let language = context.language;
        let question = Question {
            label: words::BOX.to(language).to_owned(),
            example: words::EXAMPLE.to(language).to_owned(),
            max_chars: MAX_FORM_CHARS,
            is_long: true,
            is_required: true,
            ..Question::default()
        };
        Ok(Response::of(Body::Questions(Questions {
            title: words::FORM.to(language).to_owned(),
            questions: vec![question],
            mark: Mark::new(Act::NamesAdd, [base(&team).as_str()]),
        })))
    }

    /// The names that were written into the form.
    pub(in crate::app) async fn names_added(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        written: &[String],
    ) -> Result<Response, Error> {
        let names = written
            .first()
            .map_or("", String::as_str)
            .split(['\n', ',', ';'])
            .map(|name| name.trim().to_owned());
        let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        let mut known = FxHashSet::default();
        names.retain(|name| known.insert(text::key(name)));
        let panel = self.spared(context, member, base_of(mark, 0), names, Position::Off).await?;
        Ok(Response::panel(panel))
    }

    pub(super) async fn names_dropped(
        &self,
        context: &RequestContext,
        member: &Member,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Panel, Error> {
        let team = self.opened(context, member).await?;
        let is_chosen = |name: &&String| chosen.iter().any(|value| is_meant(name, value));
        let mut names: Vec<String> = team.spared.iter().filter(is_chosen).cloned().collect();
        if names.is_empty() {
            // A second click: they are gone already. What came back names them all the same.
            names = chosen.to_vec();
        }
        if names.is_empty() {
            return Ok(panel(&team, context.language));
        }
        names.sort_unstable();
        self.spared(context, member, base_of(mark, 0), names, Position::On).await
    }

    async fn spared(
        &self,
        context: &RequestContext,
        member: &Member,
        base: crate::model::Version,
        names: Vec<String>,
        flagging: Position,
    ) -> Result<Panel, Error> {
        self.opened(context, member).await?;
        if names.is_empty() {
            return Err(team::UserError::NoName.into());
        }
        let given: Vec<&str> = names.iter().map(String::as_str).collect();
        let activation = self.teams.spare(member, base, &given, flagging, context.now).await?;
        let said = match flagging {
            Position::Off => words::added(&names, context.language),
            Position::On => words::gone(&names, context.language),
        };
        Ok(done(said, Vec::new(), activation.version, context.language))
    }
}

fn panel(team: &Team, language: Language) -> Panel {
    let mut panel = Panel { title: words::TITLE.to(language).to_owned(), ..Panel::default() };
    if team.spared.is_empty() {
        panel.parts.push(Part::Text(words::NONE.to(language).to_owned()));
    }
    panel.parts.extend(first_few(team.spared.clone(), language));
    if !team.spared.is_empty() {
        let option = |name: &String| PanelOption {
            label: name.clone(),
            value: value(name),
            is_chosen: false,
        };
        panel.controls.push(Control::Choose(Choose {
            label: words::LET_GO.to(language).to_owned(),
            mark: Mark::new(Act::NamesDrop, [base(team).as_str()]),
            options: team.spared.iter().take(MOST_OPTIONS).map(option).collect(),
            is_several: true,
        }));
    }
    panel.button(words::ADD.to(language), Mark::new(Act::NamesForm, []))
}
