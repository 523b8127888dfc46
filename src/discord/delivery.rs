//! What the bot sends, and where: answers, messages, and what is taken back.

use serde::de::DeserializeOwned;
use serde_json::json;
use serenity::builder::CreateInteractionResponse;
use serenity::http::{LightMethod, Route};
use serenity::model::channel;
use serenity::model::id::{ChannelId, InteractionId, MessageId, UserId};

use super::call::{Answer, Call, Undelivered};
use super::outgoing::{File, Message, Modal, TooLong};
use super::requests::{AT_ONCE, PATIENT, Requests};
use super::responses;

/// What is sent as the first answer to an interaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FirstResponse {
    /// A message that one person sees.
    Private(Message),
    /// The card, rewritten.
    InPlace(Message),
    Form(Modal),
    /// What is offered while something is typed: what is shown, and what comes back.
    Offers(Vec<(String, String)>),
    /// The notice that an answer is being prepared.
    OneMoment,
    /// The notice that the card is being rewritten.
    OneMomentInPlace,
}

impl FirstResponse {
    /// Whether it says no more than that an answer is being made.
    pub fn is_sign(&self) -> bool {
        matches!(self, FirstResponse::OneMoment | FirstResponse::OneMomentInPlace)
    }

    fn check(&self) -> Result<(), TooLong> {
        match self {
            FirstResponse::Private(message) | FirstResponse::InPlace(message) => message.check(),
            FirstResponse::Form(modal) => modal.check(),
            FirstResponse::Offers(_)
            | FirstResponse::OneMoment
            | FirstResponse::OneMomentInPlace => Ok(()),
        }
    }

    fn files(&self) -> &[File] {
        match self {
            FirstResponse::Private(message) | FirstResponse::InPlace(message) => &message.files,
            _ => &[],
        }
    }

    fn responses(&self) -> CreateInteractionResponse {
        match self {
            FirstResponse::Private(message) => message.private(),
            FirstResponse::InPlace(message) => message.in_place(),
            FirstResponse::Form(modal) => modal.opened(),
            FirstResponse::Offers(choices) => responses::offered(choices),
            FirstResponse::OneMoment => responses::one_moment(),
            FirstResponse::OneMomentInPlace => CreateInteractionResponse::Acknowledge,
        }
    }
}

/// The number of what Discord has made.
///
/// # Errors
/// Where the answer has none.
pub fn made<Id: DeserializeOwned>(answer: &Answer) -> Result<Id, Undelivered> {
    #[derive(serde::Deserialize)]
    struct Made<Id> {
        id: Id,
    }
    answer.read::<Made<Id>>().map(|made| made.id)
}

/// Sends the first answer to an interaction.
///
/// # Errors
/// Why it could not be sent.
pub async fn first_answer(
    requests: &Requests,
    (interaction_id, token): (InteractionId, &str),
    reply: &FirstResponse,
) -> Result<(), Undelivered> {
    reply.check()?;
    let route = Route::InteractionResponse { interaction_id, token };
    let call = Call::send(LightMethod::Post, route, &reply.responses())?.with_files(reply.files());
    requests.fire(&call, AT_ONCE).await.map(drop)
}

/// Replaces the notice that an answer is being prepared with a message.
///
/// # Errors
/// Why it could not be sent.
pub async fn late_answer(
    requests: &Requests,
    token: &str,
    message: &Message,
) -> Result<(), Undelivered> {
    message.check()?;
    let application_id = requests.application();
    let route = Route::WebhookOriginalInteractionResponse { application_id, token };
    let call = Call::send(LightMethod::Patch, route, &message.late())?.with_files(&message.files);
    requests.fire(&call, PATIENT).await.map(drop)
}

/// Sends a message to the person who asked, after the notice that their card is being rewritten.
///
/// # Errors
/// Why it could not be sent.
pub async fn afterwards(
    requests: &Requests,
    token: &str,
    message: &Message,
) -> Result<(), Undelivered> {
    message.check()?;
    let route = Route::WebhookFollowupMessages { application_id: requests.application(), token };
    let call = Call::send(LightMethod::Post, route, &message.afterwards())?;
    requests.fire(&call.with_files(&message.files), PATIENT).await.map(drop)
}

/// A message of its own in a channel, as it is sent. With one `nonce` it is posted once, even if it is sent again.
///
/// # Errors
/// Where it is too long.
pub fn post<'a>(
    channel_id: ChannelId,
    message: &'a Message,
    nonce: &str,
) -> Result<Call<'a>, Undelivered> {
    message.check()?;
    let route = Route::ChannelMessages { channel_id };
    Ok(Call::send(LightMethod::Post, route, &message.posted(nonce))?.with_files(&message.files))
}

/// Posts a message in a channel; its id.
///
/// # Errors
/// Why it could not be sent.
pub async fn posted(
    requests: &Requests,
    channel: ChannelId,
    message: &Message,
    nonce: &str,
) -> Result<MessageId, Undelivered> {
    made(&requests.fire(&post(channel, message, nonce)?, PATIENT).await?)
}

/// Posts a message under another one; its id.
///
/// # Errors
/// Why it could not be sent.
pub async fn posted_under(
    requests: &Requests,
    (channel_id, under): (ChannelId, MessageId),
    nonce: &str,
    message: &Message,
) -> Result<MessageId, Undelivered> {
    message.check()?;
    let route = Route::ChannelMessages { channel_id };
    let message = message.under(channel_id, under, nonce);
    made(&requests.fire(&Call::send(LightMethod::Post, route, &message)?, PATIENT).await?)
}

/// Puts a message in the place of one that was posted; one that is gone stays so.
///
/// # Errors
/// Why it could not be sent.
pub async fn rewritten(
    requests: &Requests,
    (channel_id, message_id): (ChannelId, MessageId),
    new: &Message,
) -> Result<(), Undelivered> {
    new.check()?;
    let route = Route::ChannelMessage { channel_id, message_id };
    let call = Call::send(LightMethod::Patch, route, &new.rewritten())?;
    unless_gone(requests.fire(&call, PATIENT).await.map(drop))
}

/// The channel in which the bot speaks with somebody alone.
///
/// # Errors
/// Why there is none.
pub async fn channel_with(requests: &Requests, user: UserId) -> Result<ChannelId, Undelivered> {
    let body = json!({ "recipient_id": user });
    let call = Call::send(LightMethod::Post, Route::UserMeDmChannels, &body)?;
    made(&requests.fire(&call, PATIENT).await?)
}

/// Messages of a channel, those before or after another one; the latest where none is named.
///
/// # Errors
/// Why they can't be read.
pub async fn messages(
    requests: &Requests,
    channel_id: ChannelId,
    limit: u8,
    from: Option<(&'static str, MessageId)>,
) -> Result<Vec<channel::Message>, Undelivered> {
    let call = Call::get(Route::ChannelMessages { channel_id }).with("limit", limit);
    let call = match from {
        Some((side, message)) => call.with(side, message),
        None => call,
    };
    requests.fire(&call, PATIENT).await?.read()
}

/// Deletes a message; one that is already gone counts as deleted.
///
/// # Errors
/// Why it is still there.
pub async fn delete(
    requests: &Requests,
    channel_id: ChannelId,
    message_id: MessageId,
) -> Result<(), Undelivered> {
    let call = Call::delete(Route::ChannelMessage { channel_id, message_id });
    unless_gone(requests.fire(&call, PATIENT).await.map(drop))
}

fn unless_gone(done: Result<(), Undelivered>) -> Result<(), Undelivered> {
    if done == Err(Undelivered::Gone) { Ok(()) } else { done }
}
