//! Keys and sealing (SECURITY 6.2): one key per person, wrapped by a key outside the database; a key per field derived
//! from it; AES-256-GCM-SIV with the field's place as associated data, so that nothing can be moved between rows.
//!
//! **Invariant:** whoever holds the database but not the master key reads nothing personal, and whoever deletes a
//! person's wrapped key has erased everything sealed with it.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::{constant_time, hkdf, hmac, rand};

use super::column::Column;

const VERSION: u8 = 1;
const COMMITMENT: usize = 32;
const NONCE: usize = 12;
const BUCKET: usize = 64;

/// Random bytes from the operating system.
#[expect(
    clippy::missing_panics_doc,
    reason = "a machine without randomness cannot keep secrets: stop"
)]
pub fn random<const N: usize>() -> [u8; N] {
    let mut out = [0u8; N];
    #[expect(clippy::expect_used, reason = "see above")]
    rand::fill(&mut out).expect("the operating system gives random bytes");
    out
}

/// What was sealed cannot be opened: another key, another place, or changed bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a sealed field does not open; the master key is not the one that sealed it, or the row was changed"
)]
pub struct DoesNotOpen;

/// Where a sealed field lies. Part of its key and of its associated data.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The row's key.
    pub row: &'a [u8],
}

impl Place<'_> {
    /// The column, to read what was opened.
    pub fn column(&self) -> Column {
        Column::new(self.table, self.column)
    }

    fn bytes(&self) -> Vec<u8> {
        [self.table.as_bytes(), b"\0", self.column.as_bytes(), b"\0", self.row].concat()
    }
}

/// The keys that lie outside the database.
#[derive(Clone)]
pub struct Vault {
    wrap: Dek,
    index: hmac::Key,
    marks: hmac::Key,
    links: Dek,
    tickets: hmac::Key,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

impl Vault {
    /// From the master key.
    ///
    /// # Errors
    /// When the key derivation fails, which it does not for 32 bytes.
    pub fn new(master: &[u8; 32]) -> Result<Self, DoesNotOpen> {
        let prk = hkdf::Salt::new(hkdf::HKDF_SHA512, b"habeas/master/v1").extract(master);
        let mut index = [0u8; 32];
        expand(&prk, b"blind index", &mut index)?;
        let mut wrap = [0u8; 32];
        expand(&prk, b"key encryption", &mut wrap)?;
        let mut marks = [0u8; 32];
        expand(&prk, b"objection marks", &mut marks)?;
        let mut links = [0u8; 32];
        expand(&prk, b"links", &mut links)?;
        let mut tickets = [0u8; 32];
        expand(&prk, b"claim tickets", &mut tickets)?;
        Ok(Self {
            wrap: Dek(wrap),
            index: hmac::Key::new(hmac::HMAC_SHA256, &index),
            marks: hmac::Key::new(hmac::HMAC_SHA256, &marks),
            links: Dek(links),
            tickets: hmac::Key::new(hmac::HMAC_SHA256, &tickets),
        })
    }

    /// A keyed hash that finds the same thing again without telling what it is. The full 256 bits: a wrong merge would
    /// be a wrong flag.
    pub fn blind(&self, parts: &[&str]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.index);
        for part in parts {
            context.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            context.update(part.as_bytes());
        }
        let mut out = [0u8; 32];
        out.copy_from_slice(context.sign().as_ref());
        out
    }

    /// The key that marks people for purposes of one kind; unlike the others it is handed to pipelines.
    pub fn mark_key(&self, kind: &str) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.marks);
        context.update(kind.as_bytes());
        let mut out = [0u8; 32];
        out.copy_from_slice(context.sign().as_ref());
        out
    }

    /// The seal of a claim ticket. Each generation is a key of its own: raising it makes every older ticket void.
    pub fn ticket_seal(&self, generation: u32, ticket: &[u8]) -> [u8; 32] {
        let own = hmac::sign(&self.tickets, &generation.to_be_bytes());
        let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, own.as_ref()));
        context.update(ticket);
        let mut out = [0u8; 32];
        out.copy_from_slice(context.sign().as_ref());
        out
    }

    /// Whether this is the seal of that ticket; takes as long for a wrong one as for the right one.
    pub fn is_ticket_seal(&self, generation: u32, ticket: &[u8], seal: &[u8]) -> bool {
        constant_time::verify_slices_are_equal(&self.ticket_seal(generation, ticket), seal).is_ok()
    }

    /// Seals what links carry.
    pub fn links(&self) -> &Dek {
        &self.links
    }

    /// What tells this master key from every other and says nothing about it: it is kept beside what was sealed.
    pub fn check_value(&self) -> [u8; 32] {
        self.blind(&["key check"])
    }

    /// A new person's key and its wrapped form.
    ///
    /// # Errors
    /// See [`Dek::seal`].
    pub fn new_key(&self, holder: &[u8]) -> Result<(Dek, Vec<u8>), DoesNotOpen> {
        let key = Dek(random());
        let place = Place { table: "subjects", column: "key_wrapped", row: holder };
        Ok((key.clone(), self.wrap.seal(&place, &key.0)?))
    }

    /// Opens a wrapped key.
    ///
    /// # Errors
    /// When it was wrapped by another master key, or for somebody else.
    pub fn unwrap_key(&self, holder: &[u8], wrapped: &[u8]) -> Result<Dek, DoesNotOpen> {
        let place = Place { table: "subjects", column: "key_wrapped", row: holder };
        let bytes = self.wrap.open(&place, wrapped)?;
        bytes.try_into().map(Dek).map_err(|_| DoesNotOpen)
    }
}

/// A person's key.
#[derive(Clone)]
pub struct Dek([u8; 32]);

impl Dek {
    /// Seals a field: version, key commitment, nonce, ciphertext of the padded text.
    ///
    /// # Errors
    /// When the cipher refuses, which it does not for fields under 4 GiB.
    pub fn seal(&self, place: &Place<'_>, plain: &[u8]) -> Result<Vec<u8>, DoesNotOpen> {
        let place = place.bytes();
        let (cipher, commitment) = self.field(&place)?;
        let nonce: [u8; NONCE] = random();
        let mut text = pad(plain)?;
        cipher
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(&place),
                &mut text,
            )
            .map_err(|_| DoesNotOpen)?;
        let mut out = Vec::with_capacity(1 + COMMITMENT + NONCE + text.len());
        out.push(VERSION);
        out.extend_from_slice(&commitment);
        out.extend_from_slice(&nonce);
        out.append(&mut text);
        Ok(out)
    }

    /// Opens a field.
    ///
    /// # Errors
    /// When it was sealed elsewhere, by another key, or changed since.
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, DoesNotOpen> {
        let (version, rest) = sealed.split_first().ok_or(DoesNotOpen)?;
        let (commitment, rest) = rest.split_at_checked(COMMITMENT).ok_or(DoesNotOpen)?;
        let (nonce, text) = rest.split_at_checked(NONCE).ok_or(DoesNotOpen)?;
        let place = place.bytes();
        let (cipher, expected) = self.field(&place)?;
        if *version != VERSION
            || constant_time::verify_slices_are_equal(&expected, commitment).is_err()
        {
            return Err(DoesNotOpen);
        }
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| DoesNotOpen)?;
        let mut text = text.to_vec();
        let padded = cipher
            .open_in_place(Nonce::assume_unique_for_key(nonce), Aad::from(&place), &mut text)
            .map_err(|_| DoesNotOpen)?;
        unpad(padded)
    }

    /// A keyed digest of words, under this person's key only: equal for equal words, and gone with the key.
    pub fn digest(&self, what: &str, text: &[u8]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&hmac::Key::new(hmac::HMAC_SHA256, &self.0));
        context.update(what.as_bytes());
        context.update(b"\0");
        context.update(text);
        let mut out = [0u8; 32];
        out.copy_from_slice(context.sign().as_ref());
        out
    }

    // Neither AEAD commits to its key; the second half of the derived block does.
    fn field(&self, place: &[u8]) -> Result<(LessSafeKey, [u8; COMMITMENT]), DoesNotOpen> {
        let prk = hkdf::Prk::new_less_safe(hkdf::HKDF_SHA512, &self.0);
        let mut block = [0u8; 64];
        expand(&prk, place, &mut block)?;
        let (key, rest) = block.split_at(32);
        let mut commitment = [0u8; COMMITMENT];
        commitment.copy_from_slice(rest);
        let key = UnboundKey::new(&AES_256_GCM_SIV, key).map_err(|_| DoesNotOpen)?;
        Ok((LessSafeKey::new(key), commitment))
    }
}

struct Length(usize);

impl hkdf::KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn expand(prk: &hkdf::Prk, info: &[u8], out: &mut [u8]) -> Result<(), DoesNotOpen> {
    let info = [info];
    let okm = prk.expand(&info, Length(out.len())).map_err(|_| DoesNotOpen)?;
    okm.fill(out).map_err(|_| DoesNotOpen)
}

// The length of a complaint tells about the complaint: everything is padded to buckets.
fn pad(plain: &[u8]) -> Result<Vec<u8>, DoesNotOpen> {
    let length = u32::try_from(plain.len()).map_err(|_| DoesNotOpen)?;
    let mut out = Vec::with_capacity((plain.len() + 4).next_multiple_of(BUCKET) + 16);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(plain);
    out.resize(out.len().next_multiple_of(BUCKET), 0);
    Ok(out)
}

fn unpad(padded: &[u8]) -> Result<Vec<u8>, DoesNotOpen> {
    let (length, rest) = padded.split_at_checked(4).ok_or(DoesNotOpen)?;
    let length: [u8; 4] = length.try_into().map_err(|_| DoesNotOpen)?;
    let length = usize::try_from(u32::from_be_bytes(length)).map_err(|_| DoesNotOpen)?;
    rest.get(..length).map(<[u8]>::to_vec).ok_or(DoesNotOpen)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Place<'static> = Place { table: "cases", column: "sealed", row: b"1" };

    #[test]
    fn a_sealed_field_opens_only_where_it_was_sealed_and_with_its_own_key() {
        let vault = Vault::new(&[7; 32]).unwrap();
        let (key, wrapped) = vault.new_key(b"ada").unwrap();
        let sealed = key.seal(&HERE, b"hello").unwrap();
        assert_eq!(key.open(&HERE, &sealed).unwrap(), b"hello");
        let elsewhere = Place { row: b"2", ..HERE };
        assert_eq!(key.open(&elsewhere, &sealed), Err(DoesNotOpen));
        let (other, _) = vault.new_key(b"bob").unwrap();
        assert_eq!(other.open(&HERE, &sealed), Err(DoesNotOpen));
        assert_eq!(
            vault.unwrap_key(b"ada", &wrapped).unwrap().open(&HERE, &sealed).unwrap(),
            b"hello"
        );
        assert!(vault.unwrap_key(b"bob", &wrapped).is_err());
        assert!(Vault::new(&[8; 32]).unwrap().unwrap_key(b"ada", &wrapped).is_err());
    }

    #[test]
    fn each_master_key_has_a_check_value_of_its_own() {
        let check = |byte| Vault::new(&[byte; 32]).unwrap().check_value();
        assert_eq!(check(7), check(7));
        assert_ne!(check(7), check(8));
    }

    #[test]
    fn any_changed_byte_is_noticed() {
        let (key, _) = Vault::new(&[7; 32]).unwrap().new_key(b"ada").unwrap();
        let sealed = key.seal(&HERE, b"hello").unwrap();
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(key.open(&HERE, &changed), Err(DoesNotOpen), "byte {at}");
        }
    }

    #[test]
    fn short_texts_look_alike_in_length() {
        let (key, _) = Vault::new(&[7; 32]).unwrap().new_key(b"ada").unwrap();
        let long = key.seal(&HERE, &[0; 60]).unwrap().len();
        assert_eq!(key.seal(&HERE, b"").unwrap().len(), long);
    }

    #[test]
    fn blind_indexes_do_not_confuse_where_one_part_ends() {
        let vault = Vault::new(&[7; 32]).unwrap();
        assert_ne!(vault.blind(&["ab", "c"]), vault.blind(&["a", "bc"]));
    }
}
