//! `/settings`: one card on which a lead sees what is set, and changes it.

use super::{App, RequestContext, Response};
use crate::app::Error;
use crate::model::Language;
use crate::model::{ChannelId, ServerId, Time, Version};
use crate::store::Area;
use crate::team;
use crate::team::{Lead, Settings};
use crate::ui::Said;
use crate::ui::leads;
use crate::ui::leads::settings as words;
use crate::ui::leads::settings::Topic;
use crate::ui::{
    Action, Block, ChannelSelect, Control, Panel, RoleSelect, Select, SelectOption, Tone,
};

/// Channels that can be chosen at a time: as many as Discord takes.
const MOST_CHANNELS: u8 = 25;

impl App {
    /// The card.
    pub(super) async fn settings(
        &self,
        context: &RequestContext,
        lead: &Lead,
    ) -> Result<Response, Error> {
        let (settings, version) = lead.settings().await?;
        Ok(Response::panel(self.settings_card(context, &settings, version, None)))
    }

    /// The card with one thing to be changed.
    pub(super) async fn settings_topic(
        &self,
        context: &RequestContext,
        lead: &Lead,
        chosen: Option<&str>,
    ) -> Result<Response, Error> {
        let (settings, version) = lead.settings().await?;
        let topic = chosen.and_then(Topic::of);
        Ok(Response::in_place(self.settings_card(context, &settings, version, topic)))
    }

    /// Changes one thing, on the version that the card showed.
    pub(super) async fn settings_set(
        &self,
        context: &RequestContext,
        lead: &Lead,
        (topic, base): (Topic, Version),
        chosen: &[String],
    ) -> Result<Response, Error> {
        let (mut wanted, _) = lead.settings().await?;
        topic.set(&mut wanted, chosen);
        // A double click asks for the same twice, and it is done once.
        let request = format!("settings-{}-{}-{}", base.0, topic.word(), chosen.join("-"));
        let set = lead.set_settings(base, &wanted, Some(&request)).await;
        let done = match set {
            Ok(activation) => Some(activation),
            Err(team::Error::User(team::UserError::AlreadySo)) => None,
            Err(team::Error::User(team::UserError::Stale { .. })) => {
                return self.settings_stale(context, lead, base).await;
            }
            Err(error) => return Err(error.into()),
        };
        let (note, tone) = match done {
            Some(_) => (words::SAVED, Tone::Good),
            None => (words::AS_IT_WAS, Tone::Plain),
        };
        let (settings, version) = lead.settings().await?;
        let mut panel = self.settings_card(context, &settings, version, Some(topic));
        panel.tone = tone;
        panel.blocks.insert(0, Block::Text(note.to(context.language).to_owned()));
        if let Some(done) = done {
            let undo = Action::Undo { area: Area::Settings, version: done.version };
            panel = panel.button(leads::UNDO.to(context.language), undo);
        }
        Ok(Response::in_place(panel))
    }

    /// Somebody else came first: the card as it is now, with what is new on it.
    async fn settings_stale(
        &self,
        context: &RequestContext,
        lead: &Lead,
        base: Version,
    ) -> Result<Response, Error> {
        let before = lead.settings_at(base).await?;
        let (settings, version) = lead.settings().await?;
        let mut panel = self.settings_card(context, &settings, version, None);
        if let Some(before) = before {
            mark_changed(&mut panel, &before, &settings, context.language);
        }
        let note = words::CHANGED_MEANWHILE.to(context.language).to_owned();
        panel.blocks.insert(0, Block::Text(note));
        panel.tone = Tone::Attention;
        Ok(Response::in_place(panel))
    }

    fn settings_card(
        &self,
        context: &RequestContext,
        settings: &Settings,
        version: Version,
        topic: Option<Topic>,
    ) -> Panel {
        let language = context.language;
        let mut blocks: Vec<Block> =
            Topic::ALL.iter().map(|(topic, _)| topic.line(settings, language)).collect();
        if !settings.draft_channels.is_empty() && !self.reads_messages() {
            blocks.push(Block::Text(words::CANNOT_READ.to(language).to_owned()));
        }
        let mut controls = vec![topics(topic, language)];
        if let Some(topic) = topic {
            blocks.push(Block::Small(topic.words().about.to(language).to_owned()));
            controls.push(control(topic, settings, version, language));
        }
        let title = words::TITLE.to(language).to_owned();
        Panel { title, blocks, controls, ..Panel::default() }
    }

    /// The language of what everybody sees in a server, if its team has chosen one.
    pub async fn language_in_channels(&self, server: ServerId, now: Time) -> Option<Language> {
        self.teams.team(server, now).await.ok()?.settings.language()
    }
}

/// The list of what can be changed.
fn topics(chosen: Option<Topic>, language: Language) -> Control {
    let option = |(topic, word): &(Topic, &str)| SelectOption {
        label: topic.words().name.to(language).to_owned(),
        value: (*word).to_owned(),
        is_chosen: chosen == Some(*topic),
    };
    Control::Select(Select {
        label: words::WHAT_TO_CHANGE.to(language).to_owned(),
        action: Action::SettingsTopic,
        options: Topic::ALL.iter().map(option).collect(),
        is_several: false,
    })
}

/// What there is to choose for a topic.
fn control(topic: Topic, settings: &Settings, version: Version, language: Language) -> Control {
    let action = Action::SettingsSet { topic, base: version };
    let label = said(topic.words().question, language);
    let channels = |chosen: Vec<ChannelId>, most: u8| {
        let (label, action) = (label.clone(), action.clone());
        Control::ChannelSelect(ChannelSelect { label, action, chosen, most })
    };
    match topic {
        Topic::Drafts => channels(settings.draft_channels.clone(), MOST_CHANNELS),
        Topic::Proposals => channels(settings.proposals_channel.into_iter().collect(), 1),
        Topic::LeadRole => {
            Control::RoleSelect(RoleSelect { label, action, chosen: settings.lead_role })
        }
        Topic::Register
        | Topic::Level
        | Topic::Quotes
        | Topic::Greeklish
        | Topic::Language
        | Topic::Keep => {
            let values = topic.values(settings, language).into_iter();
            let option = |value: super::setting::Value| SelectOption {
                label: value.words,
                value: value.key,
                is_chosen: value.is_set,
            };
            let options = values.map(option).collect();
            Control::Select(Select { label, action, options, is_several: false })
        }
    }
}

fn said(said: Said, language: Language) -> String {
    said.to(language).to_owned()
}

/// Marks each line that somebody else has changed as new.
fn mark_changed(panel: &mut Panel, before: &Settings, now: &Settings, language: Language) {
    for ((topic, _), block) in Topic::ALL.iter().zip(&mut panel.blocks) {
        if topic.line(before, language) != topic.line(now, language)
            && let Block::Item(text) | Block::Mentions { text, .. } = block
        {
            let new = words::NEW_SINCE.to(language);
            *text = match text.split_once(':') {
                Some((name, value)) => format!("{name} {new}:{value}"),
                None => format!("{text} {new}"),
            };
        }
    }
}
