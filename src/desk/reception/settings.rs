//! `/settings`: one card on which a lead sees what is set, and changes it.

use super::setting::Topic;
use super::{
    Act, Choose, ChooseChannels, ChooseRole, Control, Mark, Panel, PanelOption, Part, Received,
    Reception, Tone, Visitor,
};
use crate::desk::team::{Asker, Settings, Times, Trouble};
use crate::render::leads::settings as words;
use crate::render::team::Refused;
use crate::render::{Language, Said};
use crate::store::{ServerId, Time, Version};

/// Channels that can be chosen at a time: as many as Discord takes.
const MOST_CHANNELS: u8 = 25;

impl Reception {
    /// The card.
    pub(super) async fn settings(
        &self,
        visitor: &Visitor,
        asker: &Asker,
    ) -> Result<Received, Trouble> {
        let (settings, version) = self.teams.settings(asker, visitor.now).await?;
        Ok(Received::panel(self.settings_card(visitor, &settings, version, None)))
    }

    /// The card with one thing to be changed.
    pub(super) async fn settings_topic(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        chosen: &[String],
    ) -> Result<Received, Trouble> {
        let (settings, version) = self.teams.settings(asker, visitor.now).await?;
        let topic = chosen.first().and_then(|word| Topic::of(word));
        Ok(Received::in_place(self.settings_card(visitor, &settings, version, topic)))
    }

    /// Changes one thing, on the version that the card showed.
    pub(super) async fn settings_set(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        mark: &Mark,
        chosen: &[String],
    ) -> Result<Received, Trouble> {
        let (mut wanted, _) = self.teams.settings(asker, visitor.now).await?;
        let topic = mark.argument::<String>(0).and_then(|word| Topic::of(&word));
        let base = mark.argument(1).map(Version);
        let (Some(topic), Some(base)) = (topic, base) else {
            return self.settings_topic(visitor, asker, &[]).await;
        };
        topic.set(&mut wanted, chosen);
        // A double click asks for the same twice, and it is done once.
        let request = format!("settings-{}-{}-{}", base.0, topic.word(), chosen.join("-"));
        let set = self.teams.set_settings(asker, base, &wanted, Some(&request), visitor.now).await;
        let (note, tone) = match set {
            Ok(activation) if activation.times == Times::First => (words::SAVED, Tone::Good),
            Ok(_) => (words::SAVED, Tone::Good),
            Err(Trouble::Refused(Refused::AlreadySo)) => (words::AS_IT_WAS, Tone::Plain),
            Err(Trouble::Refused(Refused::Stale { .. })) => {
                return self.settings_stale(visitor, asker, base).await;
            }
            Err(trouble) => return Err(trouble),
        };
        let (settings, version) = self.teams.settings(asker, visitor.now).await?;
        let mut panel = self.settings_card(visitor, &settings, version, Some(topic));
        panel.tone = tone;
        panel.parts.insert(0, Part::Text(note.to(visitor.language).to_owned()));
        Ok(Received::in_place(panel))
    }

    /// Somebody else was faster: the card as it is now, with what is new on it.
    async fn settings_stale(
        &self,
        visitor: &Visitor,
        asker: &Asker,
        base: Version,
    ) -> Result<Received, Trouble> {
        let before = self.teams.settings_at(asker, base, visitor.now).await?;
        let (settings, version) = self.teams.settings(asker, visitor.now).await?;
        let mut panel = self.settings_card(visitor, &settings, version, None);
        if let Some(before) = before {
            mark_changed(&mut panel, &before, &settings, visitor.language);
        }
        let note = words::CHANGED_MEANWHILE.to(visitor.language).to_owned();
        panel.parts.insert(0, Part::Text(note));
        panel.tone = Tone::Attention;
        Ok(Received::in_place(panel))
    }

    fn settings_card(
        &self,
        visitor: &Visitor,
        settings: &Settings,
        version: Version,
        topic: Option<Topic>,
    ) -> Panel {
        let language = visitor.language;
        let mut parts: Vec<Part> =
            Topic::ALL.iter().map(|(topic, _)| topic.line(settings, language)).collect();
        if !settings.draft_channels.is_empty() && !self.reads_messages() {
            parts.push(Part::Text(words::CANNOT_READ.to(language).to_owned()));
        }
        let mut controls = vec![topics(topic, language)];
        if let Some(topic) = topic {
            parts.push(Part::Small(topic.words().about.to(language).to_owned()));
            controls.push(control(topic, settings, version, language));
        }
        let title = words::TITLE.to(language).to_owned();
        Panel { title, parts, controls, ..Panel::default() }
    }

    /// The language of what everybody sees in a server, if its team has chosen one.
    pub async fn language_in_channels(&self, server: ServerId, now: Time) -> Option<Language> {
        self.teams.team(server, now).await.ok()?.settings.language()
    }
}

/// The list of what can be changed.
fn topics(chosen: Option<Topic>, language: Language) -> Control {
    let option = |(topic, word): &(Topic, &str)| PanelOption {
        label: topic.words().name.to(language).to_owned(),
        value: (*word).to_owned(),
        is_chosen: chosen == Some(*topic),
    };
    Control::Choose(Choose {
        label: words::WHAT_TO_CHANGE.to(language).to_owned(),
        mark: Mark::new(Act::SettingsTopic, []),
        options: Topic::ALL.iter().map(option).collect(),
        is_several: false,
    })
}

/// What there is to choose for a topic.
fn control(topic: Topic, settings: &Settings, version: Version, language: Language) -> Control {
    let mark = Mark::new(Act::SettingsSet, [topic.word(), &version.0.to_string()]);
    let label = said(topic.words().question, language);
    let channels = |chosen: Vec<crate::store::ChannelId>, most: u8| {
        Control::Channels(ChooseChannels { label: label.clone(), mark: mark.clone(), chosen, most })
    };
    match topic {
        Topic::Drafts => channels(settings.draft_channels.clone(), MOST_CHANNELS),
        Topic::Proposals => channels(settings.proposals_channel.into_iter().collect(), 1),
        Topic::LeadRole => Control::Role(ChooseRole { label, mark, chosen: settings.lead_role }),
        _ => {
            let values = topic.values(settings, language).into_iter();
            let option = |value: super::setting::Value| PanelOption {
                label: value.words,
                value: value.key,
                is_chosen: value.is_set,
            };
            let options = values.map(option).collect();
            Control::Choose(Choose { label, mark, options, is_several: false })
        }
    }
}

fn said(said: Said, language: Language) -> String {
    said.to(language).to_owned()
}

/// Says behind each line that somebody else has changed that it is new.
fn mark_changed(panel: &mut Panel, before: &Settings, now: &Settings, language: Language) {
    for ((topic, _), part) in Topic::ALL.iter().zip(&mut panel.parts) {
        if topic.line(before, language) != topic.line(now, language)
            && let Part::Item(text) | Part::Named { text, .. } = part
        {
            let new = words::NEW_SINCE.to(language);
            *text = match text.split_once(':') {
                Some((name, value)) => format!("{name} {new}:{value}"),
                None => format!("{text} {new}"),
            };
        }
    }
}
