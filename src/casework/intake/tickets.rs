//! Claim tickets: who is sent away because the process is full loses no day. A ticket says, sealed, that this person wanted
//! to use this right at this time; redeemed within thirty days it dates the request at that first attempt (Art. 12(3)).
//!
//! It names nobody: the person stands in it as a keyed hash of its own kind.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::domain::identity::Asker;
use crate::domain::right::Right;
use crate::domain::time::Instant;
use crate::store::vault::random;

use crate::casework::{Office, TicketRefused, people};

/// How long a ticket can be redeemed.
pub const DAYS: i64 = 30;

const VERSION: u8 = 1;
const SEAL: usize = 32;
const BODY: usize = 1 + 4 + 1 + 1 + 8 + 16 + 16;

/// A ticket that is genuine, and this person's, for this right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ticket {
    /// When they first tried.
    pub at: Instant,
    /// They had had no turn by then.
    pub is_first: bool,
    pub(crate) nonce: [u8; 16],
}

impl Ticket {
    /// When it can no longer be redeemed.
    pub fn expires(&self) -> Instant {
        self.at.plus_days(DAYS)
    }
}

/// A ticket for somebody who is sent away.
pub fn issue(office: &Office, asker: &Asker, right: Right, now: Instant, is_first: bool) -> String {
    let mut bytes = Vec::with_capacity(BODY + SEAL);
    bytes.push(VERSION);
    bytes.extend_from_slice(&office.ticket_generation.to_be_bytes());
    bytes.push(u8::from(is_first));
    bytes.push(number(right));
    bytes.extend_from_slice(&now.0.to_be_bytes());
    bytes.extend_from_slice(&random::<16>());
    bytes.extend_from_slice(&holder(office, asker));
    bytes.extend_from_slice(&office.vault.ticket_seal(office.ticket_generation, &bytes));
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads a ticket for this person and right. Whether it was redeemed before only the database knows.
///
/// # Errors
/// Why it does not count.
pub fn read(
    office: &Office,
    text: &str,
    asker: &Asker,
    right: Right,
    now: Instant,
) -> Result<Ticket, TicketRefused> {
    let bytes = URL_SAFE_NO_PAD.decode(text.trim()).map_err(|_| TicketRefused::Unreadable)?;
    let (body, seal) = bytes.split_at_checked(BODY).ok_or(TicketRefused::Unreadable)?;
    let mut fields = Fields(body);
    let [version] = fields.take()?;
    let generation = u32::from_be_bytes(fields.take()?);
    let [first] = fields.take()?;
    let [of_right] = fields.take()?;
    let at = Instant(i64::from_be_bytes(fields.take()?));
    let nonce = fields.take()?;
    let of_person: [u8; 16] = fields.take()?;
    if version != VERSION || seal.len() != SEAL {
        return Err(TicketRefused::Unreadable);
    }
    let genuine = office.vault.is_ticket_seal(generation, body, seal);
    // A person may learn that a key was retired only from a ticket that it sealed.
    match (genuine, generation == office.ticket_generation) {
        (false, _) => return Err(TicketRefused::Forged),
        (true, false) => return Err(TicketRefused::Rotated),
        (true, true) => {}
    }
    if of_person != holder(office, asker) {
        return Err(TicketRefused::OtherPerson);
    }
    if of_right != number(right) {
        return Err(TicketRefused::OtherRight);
    }
    let ticket = Ticket { at, is_first: first == 1, nonce };
    if now >= ticket.expires() {
        return Err(TicketRefused::Expired);
    }
    Ok(ticket)
}

struct Fields<'t>(&'t [u8]);

impl Fields<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], TicketRefused> {
        let (field, rest) = self.0.split_first_chunk().ok_or(TicketRefused::Unreadable)?;
        self.0 = rest;
        Ok(*field)
    }
}

fn holder(office: &Office, asker: &Asker) -> [u8; 16] {
    let person = crate::audit::merkle::Hash(people::blind(&office.vault, asker)).to_string();
    let wide = office.vault.blind(&["claim ticket", &person]);
    let mut holder = [0; 16];
    holder.iter_mut().zip(wide).for_each(|(to, from)| *to = from);
    holder
}

fn number(right: Right) -> u8 {
    let at = Right::ALL.iter().position(|known| *known == right);
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}
