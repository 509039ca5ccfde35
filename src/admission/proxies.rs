//! Where a call came from when proxies stand in front: only a proxy that the operator named is believed.

use std::net::{IpAddr, SocketAddr};

/// Networks of proxies whose `X-Forwarded-For` is believed. None, unless configured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<(u128, u32)>);

/// The text is not a network.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{0}` is not an address or a network; write `10.0.0.7` or `10.0.0.0/8`")]
pub struct NotANetwork(String);

impl Proxies {
    /// Reads addresses and networks.
    ///
    /// # Errors
    /// [`NotANetwork`], with the text.
    pub fn parse(networks: &[String]) -> Result<Self, NotANetwork> {
        networks
            .iter()
            .map(|text| network(text).ok_or_else(|| NotANetwork(text.clone())))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The caller's address. Read from the right: each named proxy vouches for the address before it, and the first that
    /// is not a named proxy is the caller. What stands further left anybody could have written.
    pub fn client<'h>(
        &self,
        peer: IpAddr,
        forwarded: impl DoubleEndedIterator<Item = &'h str>,
    ) -> IpAddr {
        let mut client = peer;
        let mut claimed = forwarded.rev().flat_map(|header| header.rsplit(',')).map(address);
        while self.trusts(client) {
            match claimed.next() {
                Some(Some(address)) => client = address,
                // Nothing more, or something that is no address: the last that we know.
                Some(None) | None => return client,
            }
        }
        client
    }

    fn trusts(&self, address: IpAddr) -> bool {
        let bits = wide(address);
        self.0.iter().any(|(network, length)| {
            let shift = 128 - length;
            shift == 128 || bits.checked_shr(shift) == network.checked_shr(shift)
        })
    }
}

/// An entry of the header. Proxies write the port too, and put IPv6 in brackets; neither is part of the address.
fn address(entry: &str) -> Option<IpAddr> {
    let entry = entry.trim().trim_matches('"');
    let with_port = || entry.parse::<SocketAddr>().ok().map(|at| at.ip());
    let bracketed = || entry.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    entry.parse().ok().or_else(with_port).or_else(bracketed)
}

fn wide(address: IpAddr) -> u128 {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

fn network(text: &str) -> Option<(u128, u32)> {
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => {
            (address.parse::<IpAddr>().ok()?, Some(length.parse::<u32>().ok()?))
        }
        None => (text.parse::<IpAddr>().ok()?, None),
    };
    let bits = if address.is_ipv4() { 32 } else { 128 };
    let length = length.unwrap_or(bits);
    (length <= bits).then(|| (wide(address), 128 - bits + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(proxies: &[&str], peer: &str, forwarded: &[&str]) -> String {
        let proxies: Vec<String> = proxies.iter().map(|p| (*p).to_owned()).collect();
        let proxies = Proxies::parse(&proxies).unwrap();
        proxies.client(peer.parse().unwrap(), forwarded.iter().copied()).to_string()
    }

    #[test]
    fn only_named_proxies_are_believed_and_only_as_far_as_they_reach() {
        assert_eq!(client(&[], "192.0.2.1", &["198.51.100.7"]), "192.0.2.1", "never by default");
        let inner = ["10.0.0.0/8"];
        assert_eq!(client(&inner, "10.1.2.3", &["198.51.100.7"]), "198.51.100.7");
        assert_eq!(
            client(&inner, "192.0.2.1", &["198.51.100.7"]),
            "192.0.2.1",
            "not a proxy of ours"
        );
        assert_eq!(
            client(&inner, "10.1.2.3", &["203.0.113.9, 198.51.100.7, 10.0.0.9"]),
            "198.51.100.7",
            "what the caller wrote in front is not believed"
        );
        assert_eq!(client(&inner, "10.1.2.3", &["203.0.113.9", "198.51.100.7"]), "198.51.100.7");
        assert_eq!(client(&inner, "10.1.2.3", &["nonsense"]), "10.1.2.3");
        assert_eq!(client(&inner, "10.1.2.3", &[]), "10.1.2.3");
        assert_eq!(client(&["2001:db8::/32"], "2001:db8::5", &["192.0.2.9"]), "192.0.2.9");
        assert_eq!(client(&["10.0.0.7"], "::ffff:10.0.0.7", &["192.0.2.9"]), "192.0.2.9");
        assert!(Proxies::parse(&["10.0.0.0/33".into()]).is_err());
        assert!(Proxies::parse(&["a proxy".into()]).is_err());
    }

    #[test]
    fn a_port_and_brackets_are_no_part_of_the_address() {
        for (entry, known) in [
            ("198.51.100.7:5555", "198.51.100.7"),
            ("[2001:db8::1]:443", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"),
            ("\"[2001:db8::1]:443\"", "2001:db8::1"),
            (" \"198.51.100.7\" ", "198.51.100.7"),
            ("unknown", "10.1.2.3"),
            ("_hidden:80", "10.1.2.3"),
            ("198.51.100.7:", "10.1.2.3"),
            ("198.51.100.7:99999", "10.1.2.3"),
            ("[198.51.100.7", "10.1.2.3"),
            ("", "10.1.2.3"),
        ] {
            assert_eq!(client(&["10.0.0.0/8"], "10.1.2.3", &[entry]), known, "{entry}");
        }
        let chain = ["203.0.113.9:1, 198.51.100.7:2, 10.0.0.9:3"];
        assert_eq!(client(&["10.0.0.0/8"], "10.1.2.3", &chain), "198.51.100.7");
    }
}
