//! Stub.
use super::*;
pub(super) fn probe(_: &System) -> Result<(), ConnectorError> {
    todo!()
}
pub(super) fn collect(_: &System, _: &Person, _: &[Dataset]) -> Result<Vec<Table>, ConnectorError> {
    todo!()
}
pub(super) fn erase(_: &System, _: &Person, _: &[Erasure]) -> Result<Vec<Erased>, ConnectorError> {
    todo!()
}
