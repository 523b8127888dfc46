//! Sending: what can be tried again is, and what went wrong is told apart.

use std::time::Duration;

use serenity::Error;
use serenity::builder::{Builder, CreateInteractionResponse};
use serenity::http::{Http, HttpError, StatusCode};
use serenity::model::id::{ChannelId, InteractionId, MessageId};

use super::outgoing::{Message, Modal, TooLong};
use super::responses;

/// Waits between tries. Together they stay below the three seconds that Discord waits for a first answer.
const WAITS: [Duration; 3] =
    [Duration::from_millis(150), Duration::from_millis(450), Duration::from_millis(900)];

/// How long one try may take; a proxy that says nothing is as good as none.
const TRY: Duration = Duration::from_secs(15);

/// Discord's numbers for what went wrong.
mod code {
    /// The interaction is over, or was never there.
    pub const UNKNOWN_INTERACTION: isize = 10_062;
    /// The interaction has an answer.
    pub const ALREADY_ANSWERED: isize = 40_060;
}

/// What is sent as the first answer to an interaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FirstResponse {
    /// A message that one person sees.
    Private(Message),
    /// The card, written anew.
    InPlace(Message),
    /// A form.
    Form(Modal),
    /// What is offered while something is typed: what is shown, and what comes back.
    Offers(Vec<(String, String)>),
    /// The sign that an answer is being made.
    OneMoment,
    /// The sign that the card is being written anew.
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

/// Why something was not sent. Nothing of the text, nor of the address with its token, is in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Undelivered {
    /// It is longer than Discord takes.
    #[error("too long: {0}")]
    TooLong(#[from] TooLong),
    /// The interaction has an answer.
    #[error("answered before")]
    AlreadyAnswered,
    /// The interaction is over.
    #[error("too late")]
    TooLate,
    /// What it belongs to is gone.
    #[error("gone")]
    Gone,
    /// The bot may not do that there.
    #[error("no right to (code {0})")]
    Forbidden(isize),
    /// Discord refused it otherwise.
    #[error("refused with {0}, code {1}")]
    Refused(u16, isize),
    /// Discord could not be reached.
    #[error("no connection")]
    NoConnection,
}

impl Undelivered {
    /// What an error of the library means.
    pub fn of(error: &Error) -> Undelivered {
        let Error::Http(HttpError::UnsuccessfulRequest(response)) = error else {
            return Undelivered::NoConnection;
        };
        match (response.error.code, response.status_code) {
            (code::ALREADY_ANSWERED, _) => Undelivered::AlreadyAnswered,
            (code::UNKNOWN_INTERACTION, _) => Undelivered::TooLate,
            (_, StatusCode::NOT_FOUND) => Undelivered::Gone,
            (code, StatusCode::FORBIDDEN) => Undelivered::Forbidden(code),
            (code, status) => Undelivered::Refused(status.as_u16(), code),
        }
    }

    /// Whether it may go better in a moment: Discord's own errors, and limits of a proxy.
    pub fn may_pass(&self) -> bool {
        match self {
            Undelivered::NoConnection => true,
            Undelivered::Refused(status, _) => *status >= 500 || *status == 429,
            _ => false,
        }
    }
}

/// Sends the first answer to an interaction.
///
/// # Errors
/// Why it could not be sent.
pub async fn first_answer(
    http: &Http,
    (id, token): (InteractionId, &str),
    reply: &FirstResponse,
) -> Result<(), Undelivered> {
    reply.check()?;
    let mut tries = 0;
    let sent = retried(|| {
        tries += 1;
        reply.responses().execute(http, (id, token))
    });
    match sent.await {
        // An answer of which only the receipt was lost.
        Err(Undelivered::AlreadyAnswered) if tries > 1 => Ok(()),
        sent => sent,
    }
}

/// Puts a message in place of the sign that an answer is being made.
///
/// # Errors
/// Why it could not be sent.
pub async fn late_answer(http: &Http, token: &str, message: &Message) -> Result<(), Undelivered> {
    message.check()?;
    retried(|| message.late().execute(http, token)).await.map(drop)
}

/// Sends a message to whoever asked, after the sign that their card is being written anew.
///
/// # Errors
/// Why it could not be sent.
pub async fn afterwards(http: &Http, token: &str, message: &Message) -> Result<(), Undelivered> {
    message.check()?;
    retried(|| message.afterwards().execute(http, (None, token))).await.map(drop)
}

/// Posts a message under another one; its id.
///
/// # Errors
/// Why it could not be sent.
pub async fn post_under(
    http: &Http,
    (channel, under): (ChannelId, MessageId),
    nonce: &str,
    message: &Message,
) -> Result<MessageId, Undelivered> {
    message.check()?;
    let sent = retried(|| http_send(http, channel, message.under(channel, under, nonce))).await?;
    Ok(sent.id)
}

async fn http_send(
    http: &Http,
    channel: ChannelId,
    message: serenity::builder::CreateMessage,
) -> serenity::Result<serenity::model::channel::Message> {
    channel.send_message(http, message).await
}

/// Takes a message away; one that is gone is as well.
///
/// # Errors
/// Why it is still there.
pub async fn delete(
    http: &Http,
    channel: ChannelId,
    message: MessageId,
) -> Result<(), Undelivered> {
    match retried(|| http.delete_message(channel, message, None)).await {
        Err(Undelivered::Gone) => Ok(()),
        deleted => deleted,
    }
}

/// Tries again what may go better in a moment.
///
/// # Errors
/// What the last try gave.
pub async fn retried<T, F>(mut send: impl FnMut() -> F) -> Result<T, Undelivered>
where
    F: Future<Output = serenity::Result<T>>,
{
    let mut waits = WAITS.iter();
    loop {
        let error = match tokio::time::timeout(TRY, send()).await {
            Ok(Ok(sent)) => return Ok(sent),
            Ok(Err(error)) => Undelivered::of(&error),
            Err(_) => Undelivered::NoConnection,
        };
        match waits.next().filter(|_| error.may_pass()) {
            Some(wait) => tokio::time::sleep(*wait).await,
            None => return Err(error),
        }
    }
}
