//! `/rules names`: names that are never flagged.

use rustc_hash::FxHashSet;

use super::{
    Act, Asker, Choose, Control, Given, Language, MOST_OPTIONS, Mark, Panel, PanelOption, Part,
    Position, Received, Reception, Team, Trouble, Visitor, base, base_of, done, first_few,
    is_meant, value,
};
use crate::desk::reception::{Question, Questions, Reply};
use crate::render::leads::names as words;
use crate::render::team::Refused;
use crate::text;

/// The longest text of the form, in characters.
const MAX_FORM_CHARS: usize = 2_000;

impl Reception {
    pub(super) async fn names(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        given: &Given,
    ) -> Result<Panel, Trouble> {
        let team = self.opened(visitor, asker).await?;
        let (language, base) = (visitor.language, team.versions.rules);
        let asked = |option: &str| given.text(option).map(|name| vec![name.trim().to_owned()]);
        match (asked("add"), asked("remove")) {
            (Some(names), _) => self.spared(visitor, asker, base, names, Position::Off).await,
            (None, Some(names)) => {
                let named = |name: &String| {
                    let known = team.spared.iter().find(|known| is_meant(known, name));
                    known.unwrap_or(name).clone()
                };
                let names = names.iter().map(named).collect();
                self.spared(visitor, asker, base, names, Position::On).await
            }
            (None, None) => Ok(panel(&team, language)),
        }
    }

    /// The form for names; nothing slow comes before it.
    pub(super) async fn names_form(
        &self,
        visitor: &Visitor,
        asker: &Asker,
    ) -> Result<Received, Trouble> {
        let team = self.opened(visitor, asker).await?;
        let language = visitor.language;
        let question = Question {
            label: words::BOX.to(language).to_owned(),
            example: words::EXAMPLE.to(language).to_owned(),
            max_chars: MAX_FORM_CHARS,
            is_long: true,
            is_required: true,
            ..Question::default()
        };
        Ok(Received::of(Reply::Questions(Questions {
            title: words::FORM.to(language).to_owned(),
            questions: vec![question],
            mark: Mark::new(Act::NamesAdd, [base(&team).as_str()]),
        })))
    }

    /// The names that were written into the form.
    pub(in crate::desk::reception) async fn names_added(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        written: &[String],
    ) -> Result<Received, Trouble> {
        let names =
            written.first().map_or("", String::as_str).lines().map(|line| line.trim().to_owned());
        let mut names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        let mut known = FxHashSet::default();
        names.retain(|name| known.insert(text::key(name)));
        let panel = self.spared(visitor, asker, base_of(mark, 0), names, Position::Off).await?;
        Ok(Received::panel(panel))
    }

    pub(super) async fn names_dropped(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Panel, Trouble> {
        let team = self.opened(visitor, asker).await?;
        let is_chosen = |name: &&String| chosen.iter().any(|value| is_meant(name, value));
        let mut names: Vec<String> = team.spared.iter().filter(is_chosen).cloned().collect();
        if names.is_empty() {
            // A second click: they are gone already. What came back names them all the same.
            names = chosen.to_vec();
        }
        if names.is_empty() {
            return Ok(panel(&team, visitor.language));
        }
        names.sort_unstable();
        self.spared(visitor, asker, base_of(mark, 0), names, Position::On).await
    }

    async fn spared(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        base: crate::store::Version,
        names: Vec<String>,
        flagging: Position,
    ) -> Result<Panel, Trouble> {
        self.opened(visitor, asker).await?;
        if names.is_empty() {
            return Err(Refused::NoName.into());
        }
        let given: Vec<&str> = names.iter().map(String::as_str).collect();
        let activation = self.teams.spare(asker, base, &given, flagging, visitor.now).await?;
        let said = match flagging {
            Position::Off => words::added(&names, visitor.language),
            Position::On => words::gone(&names, visitor.language),
        };
        Ok(done(said, Vec::new(), activation.version, visitor.language))
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
