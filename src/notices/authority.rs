//! Supervisory authorities by country: facts that letters name (Art. 77).

/// One authority.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Authority {
    /// Its country, ISO 3166 alpha-2.
    pub country: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Where it is found.
    pub website: &'static str,
}

const FACTS: &str = include_str!("authorities.csv");

/// Every authority that we know, by country.
pub fn all() -> impl Iterator<Item = Authority> {
    FACTS.lines().skip(1).filter_map(|line| {
        let (country, rest) = line.split_once(',')?;
        let (name, rest) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once("\",")?,
            None => rest.split_once(',')?,
        };
        let (website, complaint) = rest.split_once(',')?;
        let website = if complaint.is_empty() { website } else { complaint };
        Some(Authority { country, name, website })
    })
}

/// The authority of a country, if we know it.
pub fn of(country: &str) -> Option<Authority> {
    all().find(|authority| authority.country.eq_ignore_ascii_case(country))
}

/// The authority of the controller's country; for a country that we know nothing about, the list of the European Board.
pub fn or_first(country: &str) -> Authority {
    of(country).unwrap_or(Authority {
        country: "EU",
        name: "the supervisory authority of the country (list of the European Data Protection Board)",
        website: "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_of_the_calendar_has_an_authority_with_a_name_and_an_address() {
        for country in crate::domain::holidays::Country::ALL {
            let authority = of(country.code());
            assert!(
                authority.is_some_and(|a| !a.name.is_empty() && a.website.starts_with("https://")),
                "{}",
                country.code()
            );
        }
    }
}
