//! Settings. The embedded default file is the manual; files, environment and flags are laid over it; all mistakes are
//! reported at once. A value may lie elsewhere ([`secret`]); then it is never shown.

mod choice;
pub mod secret;
pub mod transport;

pub use choice::{Claims, Publish, Serves};

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::{Table, Value};

use crate::policy::datamap::Datamap;
use crate::policy::nearest;
use crate::policy::secret::Elsewhere;

use self::secret::Secrets;

/// The manual and the defaults.
pub const DEFAULTS: &str = include_str!("config.default.toml");

/// Why a gateway does not go into production with the data map that it begins with.
pub const SAMPLE_MAP: &str =
    "`datamap.toml` is still that of the sample company; write where your own data lie";

/// Tables that stand several times, such as `[[auth.issuer]]`.
const LISTS: [&str; 3] = ["audit.witness", "auth.issuer", "webhooks.endpoint"];

/// All settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "config.default.toml describes every key")]
pub struct Config {
    pub server: Server,
    pub database: Database,
    pub keys: Keys,
    pub audit: Audit,
    pub controller: Controller,
    pub policies: Policies,
    pub jobs: Jobs,
    pub dates: Dates,
    pub portal: Portal,
    pub letters: Letters,
    pub guard: Guard,
    pub admission: Admission,
    pub auth: Auth,
    pub signals: Signals,
    pub webhooks: Webhooks,
    pub mail: Mail,
    pub log: Log,
    /// The folder that relative paths start from.
    #[serde(skip)]
    pub base: PathBuf,
    /// Where each key came from.
    #[serde(skip)]
    pub origins: BTreeMap<String, String>,
    /// How a value that lies elsewhere is had.
    #[serde(skip)]
    pub secrets: Secrets,
    /// Settings of a file or a flag in whose URL a password stands in clear.
    #[serde(skip)]
    pub in_clear: BTreeSet<String>,
    #[serde(skip)]
    shown: Table,
}

/// Declares a section whose keys `config.default.toml` describes.
macro_rules! sections {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attr:meta])* $key:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "config.default.toml describes every key")]
        pub struct $name { $($(#[$attr])* pub $key: $kind,)* }
    )*};
}

sections! {
    /// The listener.
    Server {
        bind: String,
        public_url: String,
        metrics_bind: String,
        workers: u16,
        max_body_bytes: u32,
        body_timeout_ms: u32,
        shutdown_seconds: u16,
        trusted_proxies: Vec<String>,
    }
    /// Durable state.
    Database { url: String, }
    /// Keys outside the database.
    Keys { dir: String, }
    /// The log.
    Audit {
        origin: String,
        past_origins: Vec<String>,
        head_file: String,
        #[serde(default)] witness: Vec<Witness>,
    }
    /// Somebody who sees that the log only grows.
    Witness { url: String, vkey: String, }
    /// Who answers.
    Controller { name: String, address: String, signatory: String, dpo_contact: String, language: String, country: String, zone: String, regime: String, }
    /// The policy files.
    Policies { dir: String, packs: Vec<String>, }
    /// The workers.
    Jobs { workers: u16, attempts_max: u16, pause_ms: u32, package_days: u16, }
    /// The dates that the office works towards.
    Dates { target_days_before: u16, remind_days_before: Vec<u16>, }
    /// What people see.
    Portal { publish_thresholds: Publish, }
    /// What goes to people by post.
    Letters { presumed_days: u8, }
    /// The transport guard.
    Guard { requests_per_second: u32, burst: u32, networks_max: u32, }
    /// The door to the intake.
    Admission { inside: u32, waiting: u32, wait_ms_max: u32, ticket_generation: u32, }
    /// Who may speak.
    Auth {
        development_issuer: bool,
        leeway_seconds: u16,
        max_lifetime_seconds: u32,
        #[serde(default)] issuer: Vec<Issuer>,
    }
    /// One issuer of tokens.
    Issuer {
        issuer: String,
        audience: String,
        #[serde(default)] jwks_url: Option<String>,
        #[serde(default)] jwks_file: Option<String>,
        algorithms: Vec<String>,
        #[serde(rename = "for")] serves: Serves,
        #[serde(default = "default_typ")] typ: Vec<String>,
        #[serde(default)] max_lifetime_seconds: Option<u32>,
        #[serde(default)] email_is_verified: bool,
        #[serde(default)] client_id: Option<String>,
        #[serde(default)] client_secret: Option<String>,
        #[serde(default)] claims: Claims,
    }
    /// What people's software may say.
    Signals { gpc: Vec<String>, last_update: String, }
    /// Systems that are told of objections.
    Webhooks {
        ack_hours: u32,
        recheck_days: u32,
        timeout_seconds: u16,
        #[serde(default)] endpoint: Vec<Endpoint>,
    }
    /// One of them.
    Endpoint {
        system: String,
        url: String,
        #[serde(default)] secret_file: Option<String>,
        #[serde(default)] private: bool,
    }
    /// Mail out.
    Mail {
        smtp_url: String,
        password: String,
        from: String,
        reply_to: String,
        outbox: String,
        timeout_seconds: u16,
    }
    /// Our own log lines.
    Log { format: String, level: String, }
}

fn default_typ() -> Vec<String> {
    vec!["at+jwt".into(), "JWT".into()]
}

/// Everything that is wrong with the settings.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct BadConfig(pub Vec<String>);

impl Config {
    /// Lays `file` (if any) and the environment over the defaults. `overrides` are flags, as `section.key` and TOML value.
    ///
    /// # Errors
    /// All mistakes at once, each with its place and what to do.
    pub fn load(
        file: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
        overrides: &[(&str, Value)],
    ) -> Result<Self, BadConfig> {
        let mut layers = Layers::new()?;
        let mut base = PathBuf::from(".");
        if let Some(path) = file {
            let text = std::fs::read_to_string(path).map_err(|e| {
                BadConfig(vec![format!(
                    "`{}` cannot be read: {e}; `habeas init` writes one",
                    path.display()
                )])
            })?;
            layers.file(&path.display().to_string(), &text);
            if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
                base = folder.to_path_buf();
            }
        }
        let environment: BTreeMap<String, String> = environment.collect();
        for (name, value) in &environment {
            layers.variable(name, value, &environment);
        }
        for (key, value) in overrides {
            layers.set(key, value.clone(), "a flag");
        }
        let secrets = Secrets::new(&base, environment);
        layers.finish(base, secrets)
    }

    /// The value of one key in force, as `section.key` and as it may be shown.
    pub fn shown(&self, path: &str) -> Option<&Value> {
        let (section, key) = path.split_once('.')?;
        self.shown.get(section)?.get(key)
    }

    /// A path of the settings, relative to their file.
    pub fn path(&self, path: &str) -> PathBuf {
        self.base.join(path)
    }

    /// The name of the audit log.
    pub fn origin(&self) -> String {
        if !self.audit.origin.is_empty() {
            return self.audit.origin.clone();
        }
        let host = self.server.public_url.split_once("://").map_or("", |(_, rest)| rest);
        format!("{}/habeas", host.split('/').next().unwrap_or_default())
    }

    /// Everything that must not be so in production.
    pub fn unsafe_settings(&self) -> Vec<String> {
        let mut unsafe_settings = Vec::new();
        let is_by_tls =
            |i: &Issuer| i.jwks_url.as_deref().is_none_or(|url| url.starts_with("https://"));
        let mut require = |ok: bool, what: &str| {
            if !ok {
                unsafe_settings.push(what.to_owned());
            }
        };
        require(
            !self.auth.development_issuer,
            "`auth.development_issuer` is on: anybody with the keys folder can mint tokens; switch it off",
        );
        require(
            self.server.public_url.starts_with("https://"),
            "`server.public_url` is not https; put a TLS proxy in front and write its URL",
        );
        require(
            !self.auth.issuer.is_empty(),
            "no `[[auth.issuer]]` is configured: nobody can sign in",
        );
        require(
            self.auth.issuer.iter().any(|i| i.serves == Serves::Officer),
            "no issuer has `for = \"officer\"`: nobody can review a flag",
        );
        require(
            self.auth.issuer.iter().all(is_by_tls),
            "a `jwks_url` is not https; keys must come over TLS",
        );
        require(
            self.controller.name != "Example SAS",
            "`controller.name` is still the example; write who answers",
        );
        require(
            self.controller.dpo_contact != "dpo@example.org",
            "`controller.dpo_contact` is still the example",
        );
        require(
            !transport::is_in_clear(&self.database.url),
            "`database.url` leaves this machine without TLS; leave `sslmode` out, or write `sslmode=require`",
        );
        require(
            !self.server.trusted_proxies.iter().any(|network| network.ends_with("/0")),
            "`server.trusted_proxies` believes everybody; name the proxies that stand in front",
        );
        require(
            self.auth.leeway_seconds <= 300,
            "`auth.leeway_seconds` keeps tokens alive long after their time; write at most 300",
        );
        require(
            !self.is_key_open(),
            "a file in `keys.dir` can be read by others than its owner; `chmod 600` it",
        );
        require(!self.maps_the_sample(), SAMPLE_MAP);
        unsafe_settings
    }

    fn is_key_open(&self) -> bool {
        use std::os::unix::fs::PermissionsExt as _;
        let files = std::fs::read_dir(self.path(&self.keys.dir)).into_iter().flatten().flatten();
        files
            .filter_map(|file| file.metadata().ok())
            .any(|known| known.is_file() && known.permissions().mode() & 0o077 != 0)
    }

    /// Whether the data map is still the one that a gateway begins with. One that cannot be read is told elsewhere.
    fn maps_the_sample(&self) -> bool {
        let text = std::fs::read_to_string(self.path(&self.policies.dir).join("datamap.toml"));
        let map = text.ok().and_then(|text| toml::from_str::<Datamap>(&text).ok());
        map.is_some_and(|map| map.is_sample())
    }
}

struct Layers {
    known: Table,
    merged: Table,
    origins: BTreeMap<String, String>,
    wrong: Vec<String>,
}

impl Layers {
    fn new() -> Result<Self, BadConfig> {
        let known: Table = toml::from_str(DEFAULTS)
            .map_err(|e| BadConfig(vec![format!("the built-in defaults are broken: {e}")]))?;
        Ok(Self { merged: known.clone(), known, origins: BTreeMap::new(), wrong: Vec::new() })
    }

    fn file(&mut self, name: &str, text: &str) {
        let table: Table = match toml::from_str(text) {
            Ok(table) => table,
            Err(error) => {
                let line = error.span().map_or(1, |span| {
                    1 + text.get(..span.start).unwrap_or("").matches('\n').count()
                });
                self.wrong.push(format!("{name}:{line}: {}", error.message()));
                return;
            }
        };
        for (section, keys) in table {
            let Value::Table(keys) = keys else {
                self.wrong.push(format!(
                    "{name}: `{section}` stands outside a section; see `habeas config dump`"
                ));
                continue;
            };
            for (key, value) in keys {
                self.set(&format!("{section}.{key}"), value, name);
            }
        }
    }

    fn variable(&mut self, name: &str, value: &str, others: &BTreeMap<String, String>) {
        let Some(path) = name.strip_prefix("HABEAS_") else { return };
        let Some((section, key)) = path.split_once("__") else { return };
        let (section, key) = (section.to_ascii_lowercase(), key.to_ascii_lowercase());
        let known = |key: &str| self.known.get(&section).and_then(|s| s.get(key));
        // `head_file` is a setting of its own; `url_file` is the file in which `url` lies.
        if let Some(of_file) = key.strip_suffix("_file").filter(|of_file| known(of_file).is_some())
            && known(&key).is_none()
        {
            let plain = name.get(..name.len() - "_FILE".len()).unwrap_or_default();
            if others.contains_key(plain) {
                let what = format!("`{plain}` and `{name}` are both set; leave one of them out");
                return self.wrong.push(what);
            }
            let path = format!("{section}.{of_file}");
            return self.set(&path, Value::String(format!("file:{value}")), name);
        }
        let typed = match known(&key) {
            _ if Elsewhere::parse(value).is_some() => Some(Value::String(value.to_owned())),
            Some(Value::Integer(_)) => value.parse().map(Value::Integer).ok(),
            Some(Value::Boolean(_)) => value.parse().map(Value::Boolean).ok(),
            _ => Some(Value::String(value.to_owned())),
        };
        match typed {
            Some(value) => self.set(&format!("{section}.{key}"), value, name),
            None => self.wrong.push(format!("{name}: `{value}` is not of the right kind")),
        }
    }

    fn set(&mut self, path: &str, value: Value, origin: &str) {
        let (section, key) = path.split_once('.').unwrap_or((path, ""));
        let is_known = LISTS.contains(&path)
            || self
                .known
                .get(section)
                .and_then(Value::as_table)
                .is_some_and(|s| s.contains_key(key));
        if !is_known {
            let hint = nearest(path, &self.names())
                .map(|n| format!("; did you mean `{n}`?"))
                .unwrap_or_default();
            self.wrong.push(format!("{origin}: there is no setting `{path}`{hint}"));
            return;
        }
        self.origins.insert(path.to_owned(), origin.to_owned());
        if let Some(Value::Table(table)) = self.merged.get_mut(section) {
            table.insert(key.to_owned(), value);
        }
    }

    fn names(&self) -> Vec<String> {
        let sections =
            self.known.iter().filter_map(|(s, keys)| keys.as_table().map(|keys| (s, keys)));
        sections.flat_map(|(s, keys)| keys.keys().map(move |k| format!("{s}.{k}"))).collect()
    }

    fn finish(mut self, base: PathBuf, secrets: Secrets) -> Result<Config, BadConfig> {
        for (path, origin) in &mut self.origins {
            let place = path.split_once('.').and_then(|(s, key)| self.merged.get(s)?.get(key));
            if let Some(at) = place.and_then(Value::as_str).and_then(Elsewhere::parse) {
                *origin = format!("{at}, named by {origin}");
            }
        }
        let mut fetched = secret::fetch(std::mem::take(&mut self.merged), &self.known, &secrets);
        self.wrong.append(&mut fetched.wrong);
        let settings = std::mem::take(&mut fetched.settings);
        let config: Option<Config> = match Value::Table(settings).try_into() {
            Ok(config) => Some(config),
            Err(error) => {
                let error: toml::de::Error = error;
                self.wrong.push(format!("a setting has the wrong form: {}", error.message()));
                None
            }
        };
        if let Some(config) = &config {
            self.wrong.extend(sense(config));
        }
        match config {
            Some(config) if self.wrong.is_empty() => {
                // In the environment it stands where secrets are kept.
                let is_kept = |path: &String| {
                    self.origins.get(path).is_some_and(|origin| origin.starts_with("HABEAS_"))
                };
                let in_clear = fetched.in_clear.into_iter().filter(|path| !is_kept(path)).collect();
                let (origins, shown) = (self.origins, fetched.shown);
                Ok(Config { base, origins, secrets, in_clear, shown, ..config })
            }
            _ => Err(BadConfig(self.wrong.iter().map(|what| fetched.conceal(what)).collect())),
        }
    }
}

/// What the types cannot say.
fn sense(config: &Config) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut require = |ok: bool, what: String| {
        if !ok {
            wrong.push(what);
        }
    };
    require(
        config.server.metrics_bind.is_empty()
            || config.server.metrics_bind.parse::<std::net::SocketAddr>().is_ok(),
        "`server.metrics_bind` is not an address with a port; write `127.0.0.1:9090`, or leave it empty".into(),
    );
    require(config.mail.timeout_seconds > 0, "`mail.timeout_seconds` must be positive".into());
    require(
        config.server.bind.parse::<std::net::SocketAddr>().is_ok(),
        format!(
            "`server.bind` = `{}` is not an address with a port; write `127.0.0.1:8080`",
            config.server.bind
        ),
    );
    require(
        config.guard.requests_per_second > 0 && config.guard.burst > 0,
        "`guard.requests_per_second` and `guard.burst` must be positive".into(),
    );
    require(config.guard.networks_max >= 16, "`guard.networks_max` must be at least 16".into());
    require(
        config.admission.inside > 0 && config.admission.waiting >= 4,
        "`admission.inside` must be positive and `admission.waiting` at least 4".into(),
    );
    require(config.jobs.attempts_max > 0, "`jobs.attempts_max` must be at least 1".into());
    require(
        matches!(config.log.format.as_str(), "text" | "json"),
        "`log.format` must be `text` or `json`".into(),
    );
    for issuer in &config.auth.issuer {
        let one_source = issuer.jwks_url.is_some() != issuer.jwks_file.is_some();
        require(
            one_source,
            format!("issuer `{}` needs either `jwks_url` or `jwks_file`", issuer.issuer),
        );
        require(
            !issuer.algorithms.is_empty(),
            format!("issuer `{}` lists no algorithms", issuer.issuer),
        );
        require(
            !issuer.typ.is_empty(),
            format!(
                "issuer `{}` accepts no `typ`; list some, and `\"\"` for tokens that have none",
                issuer.issuer
            ),
        );
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_load_and_every_mistake_is_reported_at_once() {
        let config = Config::load(None, std::iter::empty(), &[]).unwrap();
        assert_eq!(config.origin(), "127.0.0.1:8080/habeas");
        let mut layers = Layers::new().unwrap();
        layers.file("habeas.toml", "[server]\nbnid = \"x\"\n[databse]\nurl = \"y\"");
        layers.variable("HABEAS_JOBS__WORKERS", "many", &BTreeMap::new());
        let wrong = layers.finish(PathBuf::new(), Secrets::default()).unwrap_err().0;
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        assert!(wrong.iter().any(|w| w.contains("did you mean `server.bind`?")), "{wrong:?}");
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let env = [("HABEAS_SERVER__BIND".to_owned(), "127.0.0.1:9".to_owned())];
        let config = Config::load(None, env.into_iter(), &[]).unwrap();
        assert_eq!(config.server.bind, "127.0.0.1:9");
        assert_eq!(config.origins["server.bind"], "HABEAS_SERVER__BIND");
    }

    fn loaded(file: &str, environment: &[(&str, &str)]) -> Result<Config, BadConfig> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("url"), "postgres://u:in-file@h/d\r\n").unwrap();
        std::fs::write(folder.path().join("workers"), "7\n").unwrap();
        let path = folder.path().join("habeas.toml");
        std::fs::write(&path, file).unwrap();
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Config::load(Some(&path), environment.iter().map(own), &[])
    }

    #[test]
    fn any_value_may_lie_in_the_environment_or_in_a_file_and_is_not_shown() {
        let file = "[database]\nurl = \"file:url\"\n[controller]\nname = \"env:WHO\"\n[jobs]\nworkers = \"file:workers\"\n\
                    [[auth.issuer]]\nissuer = \"https://i\"\naudience = \"env:WHO\"\njwks_file = \"x\"\n\
                    algorithms = [\"env:ALG\"]\nfor = \"subject\"\n";
        let config = loaded(file, &[("WHO", "us"), ("ALG", "ES256")]).unwrap();
        assert_eq!(config.database.url, "postgres://u:in-file@h/d");
        assert_eq!((config.controller.name.as_str(), config.jobs.workers), ("us", 7));
        let issuer = &config.auth.issuer[0];
        assert_eq!((issuer.audience.as_str(), issuer.algorithms[0].as_str()), ("us", "ES256"));
        for path in ["database.url", "controller.name", "jobs.workers"] {
            assert_eq!(config.shown(path).unwrap().as_str(), Some("…"), "{path}");
        }
        assert!(config.origins["database.url"].starts_with("file:url, named by "));
        assert!(config.in_clear.is_empty());
    }

    #[test]
    fn a_door_that_stands_open_is_none_for_production() {
        let said = |file: &str| loaded(file, &[]).unwrap().unsafe_settings().join("\n");
        let closed = said("[database]\nurl = \"postgres://u@db.example.org/d\"\n");
        for (file, about) in [
            (
                "[database]\nurl = \"postgres://u@db.example.org/d?sslmode=prefer\"\n",
                "`database.url`",
            ),
            (
                "[server]\ntrusted_proxies = [\"10.0.0.1\", \"0.0.0.0/0\"]\n",
                "`server.trusted_proxies`",
            ),
            ("[server]\ntrusted_proxies = [\"::/0\"]\n", "`server.trusted_proxies`"),
            ("[auth]\nleeway_seconds = 65535\n", "`auth.leeway_seconds`"),
        ] {
            assert!(said(file).contains(about) && !closed.contains(about), "{file}: {closed}");
        }
    }

    #[test]
    fn a_variable_may_name_the_file_in_which_the_value_lies() {
        let config = loaded("", &[("HABEAS_DATABASE__URL_FILE", "url")]).unwrap();
        assert_eq!(config.database.url, "postgres://u:in-file@h/d");
        let config = loaded("", &[("HABEAS_AUDIT__HEAD_FILE", "head")]).unwrap();
        assert_eq!(config.audit.head_file, "head", "a setting that is called so");
        let both = [("HABEAS_DATABASE__URL_FILE", "url"), ("HABEAS_DATABASE__URL", "sqlite://x")];
        let wrong = loaded("", &both).unwrap_err().to_string();
        assert!(wrong.contains("are both set"), "{wrong}");
    }

    #[test]
    fn what_is_not_there_is_named_with_its_setting_and_no_error_quotes_a_secret() {
        let file = "[database]\nurl = \"env:GONE\"\n[keys]\ndir = \"file:nowhere\"\n[jobs]\nworkers = \"env:SECRET\"\n\
                    [server]\nbind = \"env:SECRET\"\npublic_url = \"https://u:clear@h\"\nmetrics_bind = 7\n\
                    [[audit.witness]]\nurl = \"env:GONE\"\nvkey = \"\"\n";
        let wrong = loaded(file, &[("SECRET", "s3c\"ret")]).unwrap_err().to_string();
        for said in [
            "`database.url`: it names the environment variable `GONE`, which is not set",
            "`keys.dir`: it names the file `",
            "`jobs.workers`: what `env:SECRET` holds is not of the right kind",
            "`audit.witness.url`: it names the environment variable `GONE`",
        ] {
            assert!(wrong.contains(said), "{said}: {wrong}");
        }
        let file = "[server]\nbind = \"env:SECRET\"\n[log]\nformat = \"env:SECRET\"\n";
        let bad = loaded(file, &[("SECRET", "s3c\"ret")]).unwrap_err().to_string();
        let file = "[[auth.issuer]]\nissuer = \"x\"\naudience = \"x\"\njwks_file = \"x\"\nalgorithms = []\nfor = \"env:SECRET\"";
        let odd = loaded(file, &[("SECRET", "s3c\"ret")]).unwrap_err().to_string();
        for wrong in [wrong, bad, odd] {
            assert!(!wrong.contains("ret") && !wrong.contains("clear"), "{wrong}");
        }
    }

    #[test]
    fn a_password_in_a_url_is_told_and_not_shown() {
        let config = loaded("[database]\nurl = \"postgres://ada:s3cret@h/d\"", &[]).unwrap();
        assert_eq!(config.shown("database.url").unwrap().as_str(), Some("postgres://ada:…@h/d"));
        assert!(config.in_clear.contains("database.url"));
        let env = [("HABEAS_DATABASE__URL", "postgres://ada:s3cret@h/d")];
        assert!(loaded("", &env).unwrap().in_clear.is_empty(), "it is kept where secrets are");
    }
}
