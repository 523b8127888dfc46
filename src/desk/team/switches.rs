//! Switches, and names that are never flagged.

use super::change::Made;
use super::own::pack_of;
use super::{Activation, Asker, Team, Teams, Trouble};
use crate::desk::RuleLookup;
use crate::render::team::{Deed, Refused};
use crate::rules::nearest;
use crate::store::{Position, StepOfChange, Switch, SwitchKind, Time, Version};
use crate::text;

/// Names that are never flagged.
const MAX_NAMES: usize = 300;
/// The longest of them, in characters.
const MAX_NAME_CHARS: usize = 100;

/// Something that can be switched off, found by what somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What kind.
    pub kind: SwitchKind,
    /// Its name: a full id, `language/pack`, or the id of a principle.
    pub name: String,
    /// What is shown.
    pub shown: String,
}

impl Teams {
    /// Turns a rule, a pack or a principle off or on.
    ///
    /// # Errors
    /// For whoever is not a lead, on an old version, for what is not there or is so already, and where storage fails.
    pub async fn turn(
        &self,
        asker: &Asker,
        base: Version,
        switch: &Switch,
        to: Position,
        now: Time,
    ) -> Result<Activation, Trouble> {
        let team = self.for_lead(asker, now).await?;
        let switch = known(&team, switch)?;
        let is_off = team.off.contains(&switch);
        if is_off == (to == Position::Off) && base == team.versions.rules {
            return Err(Refused::AlreadySo.into());
        }
        let deed = match to {
            Position::Off => Deed::SwitchedOff,
            Position::On => Deed::SwitchedOn,
        };
        let step = StepOfChange::Turn { kind: switch.kind, name: switch.name.clone(), to };
        let made = Made { deed, subject: &switch.name, base, request: None };
        self.make(asker, made, vec![step], now).await
    }

    /// Keeps a name from being flagged, or lets the rules look at it again (`Position::On`).
    ///
    /// # Errors
    /// For whoever is not a lead, on an old version, for what is no name or is so already, and where storage fails.
    pub async fn spare(
        &self,
        asker: &Asker,
        base: Version,
        name: &str,
        flagging: Position,
        now: Time,
    ) -> Result<Activation, Trouble> {
        let team = self.for_lead(asker, now).await?;
        let name = name.trim();
        if text::key(name).is_empty() {
            return Err(Refused::EmptyPair.into());
        }
        if name.chars().count() > MAX_NAME_CHARS {
            return Err(Refused::TooLong { limit: MAX_NAME_CHARS }.into());
        }
        let same = |known: &&String| text::key(known) == text::key(name);
        let before = team.spared.iter().find(same);
        let wants = flagging == Position::Off;
        if before.is_some() == wants && base == team.versions.rules {
            return Err(Refused::AlreadySo.into());
        }
        if wants && team.spared.len() >= MAX_NAMES {
            return Err(Refused::TooManyNames { limit: MAX_NAMES }.into());
        }
        let deed = if wants { Deed::Spared } else { Deed::NotSpared };
        let word = before.cloned().unwrap_or_else(|| name.to_owned());
        let made = Made { deed, subject: name, base, request: None };
        self.make(asker, made, vec![StepOfChange::Spare { word, flagging }], now).await
    }
}

impl Team {
    /// At most `most` things that can be switched, for what is being typed; the best first.
    pub fn offer_switches(&self, typed: &str, most: usize) -> Vec<Named> {
        let key = text::key(typed);
        let fits = |texts: &[&str]| texts.iter().any(|text| text::key(text).contains(&key));
        let library = self.desk.library();
        let mut offered = Vec::new();
        for principle in library.principles() {
            let shown = principle.name("el").unwrap_or(&principle.id);
            let english = principle.name("en").unwrap_or("");
            if fits(&[&principle.id, shown, english]) {
                offered.push(named(SwitchKind::Principle, &principle.id, shown));
            }
        }
        for pack in library.packs() {
            let Some(first) = pack.rules.rules.first() else { continue };
            let shown = pack.rules.title.as_deref().unwrap_or(&pack.rules.pack);
            if fits(&[pack_of(&first.id), shown]) {
                offered.push(named(SwitchKind::Pack, pack_of(&first.id), shown));
            }
        }
        for rule in library.packs().iter().flat_map(|pack| &pack.rules.rules) {
            if offered.len() >= most {
                break;
            }
            let phrase =
                super::fixed_ids::phrases(rule).first().map_or("", |phrase| *phrase).to_owned();
            if fits(&[&rule.id, &phrase]) {
                offered.push(named(SwitchKind::Rule, &rule.id, &phrase));
            }
        }
        offered.truncate(most);
        offered
    }
}

fn named(kind: SwitchKind, name: &str, shown: &str) -> Named {
    Named { kind, name: name.to_owned(), shown: shown.to_owned() }
}

/// The name that was asked for; otherwise the most like it.
fn one_of<'n>(
    names: impl Iterator<Item = &'n str> + Clone,
    asked: &str,
) -> Result<String, Option<String>> {
    match names.clone().find(|name| *name == asked) {
        Some(name) => Ok(name.to_owned()),
        None => Err(nearest(asked, names)),
    }
}

/// The switch under its full name, if it is of something that is there or is off.
fn known(team: &Team, asked: &Switch) -> Result<Switch, Refused> {
    if team.off.contains(asked) {
        return Ok(asked.clone());
    }
    let library = team.desk.library();
    let unknown = |nearest| Refused::UnknownName { asked: asked.name.clone(), nearest };
    let name = match asked.kind {
        SwitchKind::Rule => match library.rule(asked.name.trim()) {
            RuleLookup::Found(_, rule) => rule.id.clone(),
            RuleLookup::Several(ids) => return Err(unknown(ids.into_iter().next())),
            RuleLookup::Unknown { nearest } => return Err(unknown(nearest)),
        },
        SwitchKind::Pack => {
            let ids = library.packs().iter().flat_map(|pack| pack.rules.rules.first());
            one_of(ids.map(|rule| pack_of(&rule.id)), asked.name.trim()).map_err(unknown)?
        }
        SwitchKind::Principle => {
            let ids = library.principles().iter().map(|principle| principle.id.as_str());
            one_of(ids, asked.name.trim()).map_err(unknown)?
        }
    };
    Ok(Switch { kind: asked.kind, name })
}
