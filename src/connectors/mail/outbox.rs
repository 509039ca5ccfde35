//! A folder that mails wait in when there is no mail server: each is a file that any mail program opens.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

/// Writes a mail, whole or not at all, for its owner's eyes only. The same name again replaces the same mail.
///
/// # Errors
/// When the folder or the file cannot be written.
pub fn file(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    if !folder.is_dir() {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let beside = folder.join(format!(".{name}.part"));
    let _ = fs::remove_file(&beside);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, folder.join(format!("{name}.eml")))?;
    fs::File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_mail_in_the_outbox_is_whole_and_nobody_elses() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("data/outbox");
        file(&folder, "one", b"first").unwrap();
        file(&folder, "one", b"again").unwrap();
        let path = folder.join("one.eml");
        assert_eq!(fs::read(&path).unwrap(), b"again");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }
}
