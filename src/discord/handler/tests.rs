use std::sync::Arc;
use std::time::Duration;

use serenity::model::id::{InteractionId, UserId};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;
use crate::app::Store;
use crate::discord::Secret;
use crate::model::Language;
use crate::ruleset::RuleSet;

/// Takes one request, and gives what was asked.
async fn one_request(listener: &TcpListener) -> String {
    let (mut stream, _) = listener.accept().await.unwrap();
    let mut request = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        let length = text.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
        });
        let body: Option<&[u8]> = request
            .windows(4)
            .position(|end| end == b"\r\n\r\n")
            .and_then(|at| request.get(at + 4..));
        if let (Some(length), Some(body)) = (length, body)
            && body.len() >= length
        {
            stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await.unwrap();
            return text;
        }
        assert!(stream.read_buf(&mut request).await.unwrap() > 0);
    }
}

#[tokio::test]
async fn what_breaks_is_apologized_for_and_the_next_event_is_handled() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data.sqlite")).await.unwrap();
    let app = App::of(RuleSet::languages(&[]).0, store);
    let settings = Settings {
        token: Secret::new("token"),
        api_url: Some(url.clone()),
        drafts_channels: Vec::new(),
        language: None,
        checks_per_minute: 1,
        shards: None,
        app: Arc::new(app),
        clock: Clock(Arc::new(Default::default)),
        attachment_origins: Vec::new(),
        backoff: crate::discord::Backoff::default(),
        retention: crate::app::Retention::default(),
        monitor: Arc::default(),
    };
    let client = reqwest::Client::new();
    let requests = Requests::new(&settings.token, Some(&url), client, Arc::default());
    let handler = Handler::new(&settings, Arc::new(requests));
    let caller = Caller {
        id: InteractionId::new(7),
        token: "a-token".to_owned(),
        user: UserId::new(8),
        language: Language::El,
        on: Place::Card,
        member: None,
    };
    let broken = handler.guarded(&caller, async { panic!("a word of a draft") });
    let both = async { tokio::join!(broken, one_request(&listener)).1 };
    let request = tokio::time::timeout(Duration::from_secs(30), both).await.unwrap();
    assert!(request.contains(talk::OUR_FAULT.el), "{request}");
    assert!(request.contains("\"flags\":64"), "one person alone sees it: {request}");
    assert!(!request.contains("a word of a draft"), "{request}");
    let (done, is_done) = tokio::sync::oneshot::channel();
    handler.guarded(&caller, async { done.send(()).unwrap() }).await;
    is_done.await.unwrap();
}
