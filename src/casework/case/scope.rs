//! Whether what a request names is there.

use crate::domain::right::Scope;
use crate::policy::PolicySet;

use crate::casework::CaseworkError;

/// Whether everything that a scope names is there.
pub(crate) fn names_what_exists(policies: &PolicySet, scope: &Scope) -> Result<(), CaseworkError> {
    let categories = policies.datamap.categories();
    if let Some(unknown) = scope.categories.iter().find(|c| !categories.contains(c.as_str())) {
        return Err(CaseworkError::NoSuchCategory(unknown.clone()));
    }
    if let Some(unknown) = scope.purposes.iter().find(|p| policies.purposes.get(p).is_none()) {
        return Err(CaseworkError::NoSuchPurpose(unknown.to_string()));
    }
    let systems = policies.datamap.system_ids();
    if let Some(unknown) = scope.systems.iter().find(|s| !systems.contains(s.as_str())) {
        return Err(CaseworkError::NoSuchSystem(unknown.to_string()));
    }
    Ok(())
}
