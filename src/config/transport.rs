//! Whether what travels to a PostgreSQL server can be read on the way.

use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

/// Demands TLS of a server on another machine, unless the URL says `sslmode` itself. The driver's own default goes without where
/// none is offered, so that whoever stands between would decide.
pub fn demand_tls(config: &mut Config, url: &str) {
    if !says_sslmode(url) && !is_here(config) {
        config.ssl_mode(SslMode::Require);
    }
}

/// Whether a URL lets what is sent leave this machine in clear, or lets whoever stands between decide.
pub fn is_in_clear(url: &str) -> bool {
    let is_open = |config: Config| {
        says_sslmode(url) && config.get_ssl_mode() != SslMode::Require && !is_here(&config)
    };
    url.parse::<Config>().is_ok_and(is_open)
}

fn says_sslmode(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    query.split('&').any(|pair| pair.split('=').next() == Some("sslmode"))
}

fn is_here(config: &Config) -> bool {
    let hosts = config.get_hosts();
    let local = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost"
                || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
        }
    };
    hosts.iter().all(local) && config.get_hostaddrs().iter().all(std::net::IpAddr::is_loopback)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_elsewhere_is_spoken_to_by_tls_unless_the_url_says_otherwise() {
        for (url, wanted, in_clear) in [
            ("postgres://u:p@db.example.org/x", SslMode::Require, false),
            ("postgres://u@db.example.org/x?sslmode=require", SslMode::Require, false),
            ("postgres://u@db.example.org/x?sslmode=prefer", SslMode::Prefer, true),
            ("postgres://u@10.0.0.7/x?application_name=a&sslmode=disable", SslMode::Disable, true),
            ("postgres://u@127.0.0.1,db.example.org/x", SslMode::Require, false),
            ("postgres://u@127.0.0.1/x", SslMode::Prefer, false),
            ("postgres://u@localhost:5433/x?sslmode=disable", SslMode::Disable, false),
            ("postgres://u@[::1]/x", SslMode::Prefer, false),
            ("postgres://u@%2Fvar%2Frun%2Fpostgresql/x", SslMode::Prefer, false),
        ] {
            let mut config: Config = url.parse().unwrap();
            demand_tls(&mut config, url);
            assert_eq!(config.get_ssl_mode(), wanted, "{url}");
            assert_eq!(is_in_clear(url), in_clear, "{url}");
        }
        assert!(!is_in_clear("sqlite://habeas.db"));
    }
}
