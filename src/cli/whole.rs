//! What `--out` names.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

/// A file that has its name only when it is complete. What stood there before gives it its mode, and a link goes on leading to it. A
/// device or a pipe is written to, never replaced.
pub(super) struct Whole {
    /// Write here.
    pub(super) file: std::io::BufWriter<File>,
    /// What becomes the file; none for what cannot be replaced.
    partial: Option<PathBuf>,
    path: PathBuf,
}

impl Whole {
    /// Makes it, under another name beside it.
    pub(super) fn create(path: &Path) -> anyhow::Result<Self> {
        // Whatever a link leads to is meant, and not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let before = fs::metadata(&path).ok();
        if before.as_ref().is_some_and(|known| !known.is_file()) {
            let open = File::options().write(true).open(&path);
            let file = open.with_context(|| format!("`{}` cannot be written", path.display()))?;
            return Ok(Self { file: buffered(file), partial: None, path });
        }
        let Some(name) = path.file_name() else { bail!("`{}` names no file", path.display()) };
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.partial", std::process::id()));
        let partial = path.with_file_name(hidden);
        let made = File::create(&partial).and_then(|file| {
            if let Some(known) = before {
                file.set_permissions(known.permissions())?;
            }
            Ok(file)
        });
        let file = made.with_context(|| format!("`{}` cannot be written", partial.display()))?;
        Ok(Self { file: buffered(file), partial: Some(partial), path })
    }

    /// Gives it its name, after all of it is on the disk.
    pub(super) fn finish(mut self) -> anyhow::Result<()> {
        self.file.flush()?;
        if let Some(partial) = self.partial.take() {
            self.file.get_ref().sync_all()?;
            fs::rename(&partial, &self.path).with_context(|| {
                let _ = fs::remove_file(&partial);
                format!("`{}` cannot be written", self.path.display())
            })?;
        }
        Ok(())
    }
}

fn buffered(file: File) -> std::io::BufWriter<File> {
    std::io::BufWriter::with_capacity(1 << 20, file)
}

impl Drop for Whole {
    fn drop(&mut self) {
        // None when it was finished.
        if let Some(partial) = &self.partial {
            let _ = fs::remove_file(partial);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};

    fn writes(path: &Path, text: &[u8]) {
        let mut whole = Whole::create(path).unwrap();
        whole.file.write_all(text).unwrap();
        whole.finish().unwrap();
    }

    #[test]
    fn a_file_keeps_its_mode_a_link_its_place_and_a_device_itself() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        writes(&file, b"one");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        writes(&link, b"two");
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        writes(Path::new("/dev/null"), b"three");
        assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
        drop(Whole::create(&file).unwrap());
        assert_eq!(fs::read(&file).unwrap(), b"two", "what was not finished changes nothing");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "and leaves nothing behind");
    }
}
