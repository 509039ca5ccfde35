//! The names of tiles: `tile/0/x001/234.p/12`.

use std::fmt::{self, Write as _};

use super::super::entry::whole_number;
use super::WIDTH;

// tlog-tiles allows 64 levels, of which eight can be filled.
const LEVEL_MAX: u8 = 63;

/// Which tile: the level, 0 for leaf hashes, and the index within the level.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TileId {
    /// From the leaves up.
    pub level: u8,
    /// From the left.
    pub index: u64,
}

/// A text that names no tile.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not the path of a tile, such as `tile/0/x001/234` or `tile/0/x001/234.p/12`")]
pub struct BadPath;

/// The path of a full tile, without the width.
impl fmt::Display for TileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tile/{}/", self.level)?;
        let (mut rest, mut scale) = (self.index, 1);
        while rest / scale >= 1000 {
            scale *= 1000;
        }
        while scale > 1 {
            write!(f, "x{:03}/", rest / scale)?;
            (rest, scale) = (rest % scale, scale / 1000);
        }
        write!(f, "{rest:03}")
    }
}

impl TileId {
    /// The path of this tile with `width` hashes; from 256 on it is full and the path does not name it.
    pub fn path(self, width: u16) -> String {
        let mut path = self.to_string();
        if width < WIDTH {
            // Writing to a string does not fail.
            let _ = write!(path, ".p/{width}");
        }
        path
    }

    /// Reads a path in its only spelling. Returns the width with it, from 1 to 256.
    pub fn parse(path: &str) -> Result<(Self, u16), BadPath> {
        Self::read(path).filter(|(id, width)| *width > 0 && id.path(*width) == path).ok_or(BadPath)
    }

    fn read(path: &str) -> Option<(Self, u16)> {
        let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
        let level = whole_number(level.as_bytes())?.try_into().ok()?;
        let (index, width) = match rest.split_once(".p/") {
            Some((index, width)) => (index, whole_number(width.as_bytes())?.try_into().ok()?),
            None => (rest, WIDTH),
        };
        let index = index.split('/').try_fold(0u64, |index, group| {
            let digits: u64 = group.strip_prefix('x').unwrap_or(group).parse().ok()?;
            index.checked_mul(1000)?.checked_add(digits)
        })?;
        (level <= LEVEL_MAX).then_some((Self { level, index }, width))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_is_written_in_groups_of_three_digits() {
        for (level, index, width, path) in [
            (0, 0, 256, "tile/0/000"),
            (0, 1_234, 12, "tile/0/x001/234.p/12"),
            (2, 1_234_067, 256, "tile/2/x001/x234/067"),
            (63, 999, 1, "tile/63/999.p/1"),
            (0, 1_000, 255, "tile/0/x001/000.p/255"),
            (0, u64::MAX, 256, "tile/0/x018/x446/x744/x073/x709/x551/615"),
        ] {
            let id = TileId { level, index };
            assert_eq!(id.path(width), path);
            assert_eq!(TileId::parse(path), Ok((id, width)));
        }
    }

    #[test]
    fn a_path_has_one_spelling() {
        for path in [
            "",
            "tile/0/",
            "/tile/0/000",
            "tile/00/000",
            "tile/64/000",
            "tile/256/000",
            "tile/0/0",
            "tile/0/0000",
            "tile/0/x000/001",
            "tile/0/001/234",
            "tile/0/x001/x234",
            "tile/0/+01",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/000.p/",
            "tile/0/000/",
            "tile/0/x018/x446/x744/x073/x709/x551/616",
            "tile/entries/000",
        ] {
            assert_eq!(TileId::parse(path), Err(BadPath), "{path}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back(level in 0..=LEVEL_MAX, index: u64, width in 1..=WIDTH) {
            let id = TileId { level, index };
            prop_assert_eq!(TileId::parse(&id.path(width)), Ok((id, width)));
        }

        #[test]
        fn any_text_is_judged_without_a_panic(path in "tile/[0-9x./p]{0,20}") {
            if let Ok((id, width)) = TileId::parse(&path) {
                prop_assert_eq!(id.path(width), path);
            }
        }
    }
}
