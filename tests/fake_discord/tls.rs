//! The same Discord over TLS, under the name of the real one: serenity's rate limiter goes to
//! discord.com whatever it is told, so a client is made that finds the fake there.

use std::sync::Arc;

use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;

use super::{FakeDiscord, server};

const NAME: &str = "discord.com";

impl FakeDiscord {
    /// A client for which discord.com is this fake, with a certificate made for the occasion.
    pub async fn client_as_discord_com(&self) -> reqwest::Client {
        let made = rcgen::generate_simple_self_signed([NAME.to_owned()]).unwrap();
        let key = made.signing_key.serialize_der().try_into().unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(listen(self.clone(), listener, TlsAcceptor::from(Arc::new(config))));
        reqwest::Client::builder()
            .resolve(NAME, address)
            .tls_built_in_root_certs(false)
            .add_root_certificate(reqwest::Certificate::from_der(made.cert.der()).unwrap())
            .build()
            .unwrap()
    }
}

async fn listen(discord: FakeDiscord, listener: TcpListener, acceptor: TlsAcceptor) {
    while let Ok((stream, _)) = listener.accept().await {
        let (discord, acceptor) = (discord.clone(), acceptor.clone());
        tokio::spawn(async move {
            if let Ok(stream) = acceptor.accept(stream).await {
                server::connection(discord, stream).await;
            }
        });
    }
}
