//! Roles: who may do what, denied unless it is granted.
//!
//! Every check names the tenant of whoever acts and the tenant of what is acted on, and nothing crosses from one to the other. A role
//! that only reads cannot write anywhere; a role of the books is not an administrator.

mod check;
mod matrix;
mod names;

pub use check::{AccessDenial, AccessReport, AccessRequest, Deed, check_access};
pub use names::{Grant, PermissionRow, RoleAlias, RoleTable, RoleTableRequest, permissions, role_of_name, role_table};

use hashinsight_units::Record;

/// Role of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
#[non_exhaustive]
pub enum Role {
    /// Owner of the platform's tenant: everything in it.
    Owner,
    /// Administrator: everything but what only the owner may.
    Admin,
    /// Owner of a mining site, with the site's own customers.
    MiningSite,
    /// Operator of machines.
    Operator,
    /// Keeper of the books: invoices, payments, settlement.
    Finance,
    /// Customer.
    User,
    /// Customer that may look, and nothing else.
    ReadOnly,
    /// Visitor.
    Guest,
}

impl Role {
    /// Every role, in the order of the table.
    pub const ALL: [Self; 8] = [
        Self::Owner,
        Self::Admin,
        Self::MiningSite,
        Self::Operator,
        Self::Finance,
        Self::User,
        Self::ReadOnly,
        Self::Guest,
    ];
}
