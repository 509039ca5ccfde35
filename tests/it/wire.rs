//! HTTP as the tests speak it: every exchange with the gateway is held against its document.

use std::fmt::Display;

use http::{HeaderMap, HeaderName, HeaderValue, Method};
use reqwest::ResponseBuilderExt as _;
use reqwest::blocking::{Body, Response};
use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use serde::Serialize;

use super::document::{self, Answered, Sent};

/// Somebody who speaks HTTP.
#[derive(Clone)]
pub(crate) struct Client(reqwest::blocking::Client);

impl Client {
    /// Goes where it is led.
    pub(crate) fn led() -> Self {
        Self::with(Policy::default())
    }

    /// Shows where it is led, and stays.
    pub(crate) fn staying() -> Self {
        Self::with(Policy::none())
    }

    fn with(redirects: Policy) -> Self {
        let builder = reqwest::blocking::Client::builder().no_proxy().redirect(redirects);
        Self(builder.timeout(std::time::Duration::from_secs(30)).build().unwrap())
    }

    pub(crate) fn request(&self, method: Method, url: impl AsRef<str>) -> Order {
        Order { client: self.0.clone(), builder: self.0.request(method, url.as_ref()) }
    }

    pub(crate) fn get(&self, url: impl AsRef<str>) -> Order {
        self.request(Method::GET, url)
    }

    pub(crate) fn head(&self, url: impl AsRef<str>) -> Order {
        self.request(Method::HEAD, url)
    }

    pub(crate) fn post(&self, url: impl AsRef<str>) -> Order {
        self.request(Method::POST, url)
    }

    pub(crate) fn put(&self, url: impl AsRef<str>) -> Order {
        self.request(Method::PUT, url)
    }

    pub(crate) fn delete(&self, url: impl AsRef<str>) -> Order {
        self.request(Method::DELETE, url)
    }
}

/// A request that is put together.
pub(crate) struct Order {
    client: reqwest::blocking::Client,
    builder: reqwest::blocking::RequestBuilder,
}

impl Order {
    fn with(
        self,
        change: impl FnOnce(reqwest::blocking::RequestBuilder) -> reqwest::blocking::RequestBuilder,
    ) -> Self {
        Self { builder: change(self.builder), client: self.client }
    }

    pub(crate) fn header<K, V>(self, name: K, value: V) -> Self
    where
        HeaderName: TryFrom<K>,
        <HeaderName as TryFrom<K>>::Error: Into<http::Error>,
        HeaderValue: TryFrom<V>,
        <HeaderValue as TryFrom<V>>::Error: Into<http::Error>,
    {
        self.with(|builder| builder.header(name, value))
    }

    pub(crate) fn bearer_auth(self, token: impl Display) -> Self {
        self.with(|builder| builder.bearer_auth(token))
    }

    pub(crate) fn json(self, body: &impl Serialize) -> Self {
        self.with(|builder| builder.json(body))
    }

    pub(crate) fn body(self, body: impl Into<Body>) -> Self {
        self.with(|builder| builder.body(body))
    }

    /// Sends it, and holds what was sent and what came back against the document.
    pub(crate) fn send(self) -> reqwest::Result<Response> {
        let request = self.builder.build()?;
        let sent = Sent {
            method: request.method().clone(),
            path: request.url().path().to_owned(),
            query: request.url().query().map(str::to_owned),
            headers: request.headers().clone(),
            body: request.body().and_then(Body::as_bytes).map(<[u8]>::to_vec),
        };
        let asked = request.url().clone();
        let answer = self.client.execute(request)?;
        let sent = if *answer.url() == asked { Some(sent) } else { None };
        held(sent, answer)
    }
}

/// An answer whose document is JSON is read here, and handed on as it came; others may have no end.
fn held(sent: Option<Sent>, answer: Response) -> reqwest::Result<Response> {
    // Whoever was led on asked for a page at the end.
    let sent = sent.unwrap_or_else(|| Sent {
        method: Method::GET,
        path: answer.url().path().to_owned(),
        query: answer.url().query().map(str::to_owned),
        headers: HeaderMap::new(),
        body: None,
    });
    let kind = answer.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let is_json = kind.is_some_and(|kind| kind.contains("json"));
    let (status, version, url) = (answer.status(), answer.version(), answer.url().clone());
    let headers = answer.headers().clone();
    if !is_json || sent.method == Method::HEAD {
        document::hold(&sent, &Answered { status: status.as_u16(), headers: &headers, body: None });
        return Ok(answer);
    }
    let body = answer.bytes()?;
    let answered = Answered { status: status.as_u16(), headers: &headers, body: Some(&body) };
    document::hold(&sent, &answered);
    let mut again = http::Response::builder().status(status).version(version).url(url);
    *again.headers_mut().unwrap() = headers;
    Ok(again.body(body).unwrap().into())
}
