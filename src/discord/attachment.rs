//! What people attach, fetched: from Discord's own hosts, no further than there, not too much and not too long.

use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use serenity::model::channel::Attachment;

use crate::app::{self, FetchAttachment, FetchError, Fetching};

/// How long a file may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

/// Fetches attachments.
#[derive(Debug, Clone)]
pub struct Attachments {
    client: reqwest::Client,
    origins: Arc<[String]>,
}

#[derive(Debug)]
struct Attached {
    attachments: Attachments,
    url: String,
}

impl Attachments {
    /// Fetches from these origins (scheme and host) alone.
    pub fn new(origins: &[String]) -> Attachments {
        let client = reqwest::Client::builder()
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .connect_timeout(PATIENCE)
            .build();
        Attachments { client: client.unwrap_or_default(), origins: origins.into() }
    }

    /// An attachment as something to be fetched by and by.
    pub fn given(&self, attachment: &Attachment) -> app::Attachment {
        let source = Attached { attachments: self.clone(), url: attachment.url.clone() };
        app::Attachment {
            name: attachment.filename.clone(),
            size: attachment.size.into(),
            source: Arc::new(source),
        }
    }

    /// The path has to begin right after the host: `https://cdn.discordapp.com.elsewhere.example/` does not.
    fn may_fetch(&self, url: &str) -> bool {
        self.origins.iter().any(|origin| {
            url.strip_prefix(origin.as_str()).is_some_and(|path| path.starts_with('/'))
        })
    }
}

impl FetchAttachment for Attached {
    fn fetch(&self, most: usize) -> Fetching<'_> {
        Box::pin(async move {
            if !self.attachments.may_fetch(&self.url) {
                return Err(FetchError::Elsewhere);
            }
            let why = |error: reqwest::Error| match error.is_timeout() {
                true => FetchError::TooSlow,
                false => FetchError::Gone,
            };
            let mut answer = self.attachments.client.get(&self.url).send().await.map_err(why)?;
            if !answer.status().is_success() {
                return Err(FetchError::Gone);
            }
            let mut bytes = Vec::new();
            while let Some(part) = answer.chunk().await.map_err(why)? {
                // The stated size is not trusted.
                if bytes.len() + part.len() > most {
                    return Err(FetchError::TooLarge);
                }
                bytes.extend_from_slice(&part);
            }
            Ok(bytes)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::ATTACHMENT_ORIGINS;

    #[test]
    fn files_come_from_discord_alone() {
        let attachments = Attachments::new(&ATTACHMENT_ORIGINS.map(str::to_owned));
        for (url, may) in [
            ("https://cdn.discordapp.com/attachments/1/2/rules.yaml?ex=3", true),
            ("https://media.discordapp.net/attachments/1/2/πίνακας.xlsx", true),
            ("http://cdn.discordapp.com/attachments/1/2/rules.yaml", false),
            ("https://cdn.discordapp.com.example.org/rules.yaml", false),
            ("https://cdn.discordapp.com@example.org/rules.yaml", false),
            ("https://cdn.discordapp.com:8443/rules.yaml", false),
            ("https://example.org/?https://cdn.discordapp.com/", false),
            ("file:///etc/passwd", false),
            ("", false),
        ] {
            assert_eq!(attachments.may_fetch(url), may, "{url}");
        }
    }
}
