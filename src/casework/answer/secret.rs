//! Where a system lies, with what only its connector may know.

use crate::connectors::ConnectorError;
use crate::policy::datamap::SystemEntry;
use crate::policy::secret::is_hidden;

use crate::casework::Office;

/// The URL of a system, had from where the data map says that it lies. It is asked for when the system is reached, and
/// goes nowhere else.
pub(crate) fn url(office: &Office, system: &SystemEntry) -> Result<String, ConnectorError> {
    let wrong = |what| ConnectorError::Misconfigured { system: system.id.clone(), what };
    if is_hidden(&system.url) {
        let what = "the version of datamap.toml that is in force was stored without the secret in its url; mend the file, \
                    or write the url there as `env:NAME` or `file:PATH`";
        return Err(wrong(what.to_owned()));
    }
    office.secrets.resolve(&system.url).map_err(|what| wrong(format!("its url: {what}")))
}
