//! Channels in which the bot looks at what is posted, and answers only where it has a suggestion.
//!
//! Which answer of ours is under which message is remembered for a while; what is not remembered, as
//! after a restart, is looked up among the messages that follow.

use std::collections::HashSet;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex};

use lru::LruCache;
use serenity::client::Context;
use serenity::model::Timestamp;
use serenity::model::channel::{self, MessageType};
use serenity::model::event::MessageUpdateEvent;
use serenity::model::id::{ChannelId, GuildId, MessageId, UserId};
use tokio::time::Instant;
use tracing::{info, warn};

use super::Handler;
use crate::app::App;
use crate::discord::Settings;
use crate::discord::call::Undelivered;
use crate::discord::caller::language;
use crate::discord::delivery;
use crate::discord::idea::{Idea, idea_message};
use crate::discord::locked;
use crate::model::Language;
use crate::model::{ChannelId as StoredChannel, ServerId};

/// Posted drafts whose answers are remembered.
const REMEMBERED: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();
/// Messages after a draft among which its answer is looked for.
const LOOKED_THROUGH: u8 = 50;

/// The channels, and what is known of the drafts in them.
pub struct Drafts {
    /// Those that are configured.
    channels: HashSet<ChannelId>,
    /// Knows those that teams have turned on.
    app: Arc<App>,
    /// The language of the answers where a team has chosen none; `None`: that of the server.
    language: Option<Language>,
    watched: Mutex<LruCache<MessageId, Arc<tokio::sync::Mutex<Watched>>>>,
    /// What has been logged already.
    told: Mutex<HashSet<Told>>,
}

/// Something that is worth one line in the log, not one for each message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Told {
    NoContent,
    NoRights(ChannelId),
}

/// A posted draft. Events may come in another order than things happened: the latest edit counts.
#[derive(Debug, Default)]
struct Watched {
    reply: PostedReply,
    edited: Option<Timestamp>,
    /// How often it was answered: it may be made fine and then something else.
    answers: u8,
    is_gone: bool,
}

/// Our answer under a message.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum PostedReply {
    /// Perhaps there is one: from before a restart, or without a receipt.
    #[default]
    Unknown,
    None,
    Posted(MessageId),
}

/// A message as an event reports it.
#[derive(Debug, Clone)]
pub struct Sighting {
    channel: ChannelId,
    message: MessageId,
    author: Option<UserId>,
    guild: Option<GuildId>,
    now: Now,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Now {
    Posted(String),
    Edited(String, Timestamp),
    Gone,
}

impl Drafts {
    /// The channels that are configured.
    pub fn new(settings: &Settings) -> Drafts {
        Drafts {
            channels: settings
                .drafts_channels
                .iter()
                .filter(|id| **id != 0)
                .map(|id| ChannelId::new(*id))
                .collect(),
            app: Arc::clone(&settings.app),
            language: settings.language,
            watched: Mutex::new(LruCache::new(REMEMBERED)),
            told: Mutex::new(HashSet::new()),
        }
    }

    /// Whether posted drafts are answered in a channel. Asked for every message, so it is known without a look.
    fn is_on(&self, channel: ChannelId, guild: Option<GuildId>) -> bool {
        let of_team = |guild: GuildId| {
            let (server, channel) = (ServerId(guild.get()), StoredChannel(channel.get()));
            self.app.teams().is_drafts_channel(server, channel)
        };
        self.channels.contains(&channel) || guild.is_some_and(of_team)
    }

    /// A message that a person posted in one of the channels.
    pub fn posted(&self, message: &channel::Message) -> Option<Sighting> {
        let is_draft = self.is_on(message.channel_id, message.guild_id)
            && !message.author.bot
            && message.webhook_id.is_none()
            && matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
        if !is_draft {
            return None;
        }
        if message.content.is_empty() && has_nothing_else(message) {
            self.tell_no_content();
        }
        Some(Sighting {
            channel: message.channel_id,
            message: message.id,
            author: Some(message.author.id),
            guild: message.guild_id,
            now: Now::Posted(message.content.clone()),
        })
    }

    /// A message that a person changed. Discord also reports links that it now shows; those are not edits.
    pub fn edited(&self, event: &MessageUpdateEvent) -> Option<Sighting> {
        let author = event.author.as_ref();
        let is_draft = self.is_on(event.channel_id, event.guild_id)
            && author.is_none_or(|author| !author.bot)
            && !matches!(event.webhook_id, Some(Some(_)));
        let (content, at) = (event.content.clone()?, event.edited_timestamp?);
        is_draft.then(|| Sighting {
            channel: event.channel_id,
            message: event.id,
            author: author.map(|author| author.id),
            guild: event.guild_id,
            now: Now::Edited(content, at),
        })
    }

    /// A message that was deleted.
    pub fn deleted(
        &self,
        channel: ChannelId,
        message: MessageId,
        guild: Option<GuildId>,
    ) -> Option<Sighting> {
        let is_draft = self.is_on(channel, guild);
        is_draft.then_some(Sighting { channel, message, author: None, guild, now: Now::Gone })
    }

    /// Says once that the words of messages are kept from the bot.
    pub fn tell_no_content(&self) {
        self.app.set_reads_messages(false);
        if locked(&self.told).insert(Told::NoContent) {
            warn!(
                "drafts channels stay quiet: the bot may not read messages. Turn on “Message Content Intent” for it in the developer portal; all else goes on"
            );
        }
    }

    /// An answer of ours is not a draft: nothing that happens to it is followed.
    fn is_ours(&self, reply: MessageId) {
        let ours =
            || Arc::new(tokio::sync::Mutex::new(Watched { is_gone: true, ..Watched::default() }));
        locked(&self.watched).get_or_insert(reply, ours);
    }

    fn tell_no_rights(&self, channel: ChannelId, error: &Undelivered) {
        if locked(&self.told).insert(Told::NoRights(channel)) {
            warn!(%channel, %error, "the bot can't answer in a drafts channel: it needs View Channel, Send Messages and Read Message History there");
        }
    }

    fn language(&self, ctx: &Context, guild: Option<GuildId>) -> Language {
        let of_server = || {
            let guild = ctx.cache.guild(guild?)?;
            Some(language(&guild.preferred_locale))
        };
        self.language.or_else(of_server).unwrap_or_default()
    }
}

fn has_nothing_else(message: &channel::Message) -> bool {
    message.attachments.is_empty()
        && message.embeds.is_empty()
        && message.sticker_items.is_empty()
        && message.poll.is_none()
}

impl Handler {
    /// Answers a posted draft, or takes the answer back, as the draft is now. A look at a draft counts as a check of
    /// its author's, before any work: over the limit the message stays as it is.
    pub(super) async fn sighted(&self, ctx: &Context, sighting: &Sighting) {
        let is_draft = sighting.now != Now::Gone;
        if is_draft && !sighting.author.is_some_and(|author| self.may_check(author)) {
            return;
        }
        let watched =
            Arc::clone(locked(&self.drafts.watched).get_or_insert(sighting.message, Arc::default));
        // Events about one message are handled one after another.
        let mut watched = watched.lock().await;
        let edited = match &sighting.now {
            Now::Edited(_, at) => Some(*at),
            Now::Posted(_) | Now::Gone => None,
        };
        let is_old = sighting.now != Now::Gone && edited < watched.edited;
        if watched.is_gone || is_old {
            return;
        }
        watched.edited = edited;
        let wants_answer = match &sighting.now {
            Now::Posted(text) | Now::Edited(text, _) => self.has_ideas(ctx, sighting, text).await,
            Now::Gone => false,
        };
        watched.is_gone = sighting.now == Now::Gone;
        if watched.reply == PostedReply::Unknown {
            watched.reply = self.reply_under(ctx, sighting).await;
        }
        match (wants_answer, watched.reply) {
            (true, PostedReply::None) => {
                let nonce = nonce(sighting, watched.answers);
                watched.answers = watched.answers.wrapping_add(1);
                watched.reply = self.speak_up(ctx, sighting, &nonce).await;
            }
            (false, PostedReply::Posted(reply)) => {
                watched.reply = self.fall_silent(sighting, reply).await;
            }
            _ => (),
        }
    }

    /// Whether the rules of the server have something to say.
    async fn has_ideas(&self, ctx: &Context, sighting: &Sighting, draft: &str) -> bool {
        let server = sighting.guild.map(|guild| ServerId(guild.get()));
        let language = self.drafts.language(ctx, sighting.guild);
        let (begun, metrics) = (Instant::now(), &self.monitor.metrics);
        let look = self.app.look(server, draft, self.clock.now(), language).await;
        metrics.checks.inc();
        metrics.check_seconds.observe(begun.elapsed().as_secs_f64());
        if let Some(error) = look.error {
            let what = "a posted draft was not looked at as it should be";
            self.monitor.storage_failed(&error, what);
        }
        if let Some(news) = look.news {
            let nonce = format!("news-{:x}", sighting.message.get());
            self.run_effect(&news, &nonce, language).await;
        }
        look.has_ideas
    }

    /// The language of an answer that everybody sees.
    async fn language_in(&self, ctx: &Context, guild: Option<GuildId>) -> Language {
        let server = guild.map(|guild| ServerId(guild.get()));
        let of_team = match server {
            Some(server) => self.app.language_in_channels(server, self.clock.now()).await,
            None => None,
        };
        of_team.unwrap_or_else(|| self.drafts.language(ctx, guild))
    }

    /// Our answer under a message that nothing is remembered about.
    async fn reply_under(&self, ctx: &Context, sighting: &Sighting) -> PostedReply {
        if matches!(sighting.now, Now::Posted(_)) {
            return PostedReply::None;
        }
        let me = ctx.cache.current_user().id;
        let found = delivery::messages(
            &self.requests,
            sighting.channel,
            LOOKED_THROUGH,
            Some(("after", sighting.message)),
        );
        let is_ours = |message: &&channel::Message| {
            let under = message.message_reference.as_ref().and_then(|under| under.message_id);
            message.author.id == me && under == Some(sighting.message)
        };
        match found.await {
            Ok(messages) => messages
                .iter()
                .find(is_ours)
                .map_or(PostedReply::None, |ours| PostedReply::Posted(ours.id)),
            Err(error) => {
                self.drafts.tell_no_rights(sighting.channel, &error);
                PostedReply::None
            }
        }
    }

    async fn speak_up(&self, ctx: &Context, sighting: &Sighting, nonce: &str) -> PostedReply {
        let Some(author) = sighting.author else { return PostedReply::None };
        let language = self.language_in(ctx, sighting.guild).await;
        let idea = Idea { channel: sighting.channel, message: sighting.message, author };
        let place = (sighting.channel, sighting.message);
        let answer = idea_message(idea, language);
        match delivery::posted_under(&self.requests, place, nonce, &answer).await {
            Ok(posted) => {
                self.drafts.is_ours(posted);
                PostedReply::Posted(posted)
            }
            Err(Undelivered::Gone) => PostedReply::None,
            Err(error @ Undelivered::Forbidden(_)) => {
                self.drafts.tell_no_rights(sighting.channel, &error);
                PostedReply::None
            }
            // Perhaps only the receipt was lost.
            Err(error) => {
                warn!(channel = %sighting.channel, %error, "a posted draft was not answered");
                PostedReply::Unknown
            }
        }
    }

    async fn fall_silent(&self, sighting: &Sighting, reply: MessageId) -> PostedReply {
        self.drafts.is_ours(reply);
        match delivery::delete(&self.requests, sighting.channel, reply).await {
            Ok(()) => PostedReply::None,
            Err(error) => {
                info!(channel = %sighting.channel, %error, "an answer was not taken back");
                PostedReply::Posted(reply)
            }
        }
    }
}

/// Tells one answer from the next, in the 25 characters that Discord takes: the message, its edit, a number.
fn nonce(sighting: &Sighting, answers: u8) -> String {
    let edited = match &sighting.now {
        Now::Edited(_, at) => at.unix_timestamp(),
        Now::Posted(_) | Now::Gone => 0,
    };
    format!("{:x}{:06x}{answers:02x}", sighting.message.get(), edited & 0xff_ffff)
}
