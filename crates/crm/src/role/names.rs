//! Names of roles and permissions, and the table that they make.

use hashinsight_units::record::Word;
use hashinsight_units::{Error, Problem, Record};

use super::Role;
use super::matrix::MATRIX;
use crate::refuse::refuse;

/// Names that other systems use for a role.
const ALIASES: [(&str, Role); 13] = [
    ("super_admin", Role::Owner),
    ("tenant_owner", Role::Owner),
    ("tenant_admin", Role::Admin),
    ("developer", Role::Admin),
    ("mining_site_owner", Role::MiningSite),
    ("site_manager", Role::MiningSite),
    ("client", Role::User),
    ("customer", Role::User),
    ("api_client", Role::User),
    ("investor", Role::User),
    ("trader", Role::User),
    ("readonly", Role::ReadOnly),
    ("viewer", Role::ReadOnly),
];

/// The role of a name: its own, or an alias, whatever the case of its letters.
///
/// ```
/// use hashinsight_crm::role::{Role, role_of_name};
/// assert_eq!(role_of_name("readonly")?, Role::ReadOnly);
/// assert_eq!(role_of_name("finance")?, Role::Finance); // and not an administrator
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.role.unknown`, with all names.
pub fn role_of_name(name: &str) -> Result<Role, Error> {
    let known = Role::ALL.iter().map(|role| (role.word(), *role)).chain(ALIASES);
    for (known, role) in known {
        if known.eq_ignore_ascii_case(name) {
            return Ok(role);
        }
    }
    let names: Vec<&str> = Role::ALL.iter().map(|role| role.word()).chain(ALIASES.map(|(alias, _)| alias)).collect();
    Err(refuse("role", Problem::Unknown, name, names.join(", ")))
}

/// Grant of a permission to a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Grant {
    /// Nothing.
    Nothing,
    /// Read what is their own.
    ReadOwn,
    /// Read everything of the tenant.
    Read,
    /// Read and write what is their own.
    WriteOwn,
    /// Write what is their own, read everything of the tenant.
    WriteOwnReadAll,
    /// Read and write everything of the tenant.
    Write,
}

impl Grant {
    const fn of_letter(letter: u8) -> Self {
        match letter {
            b'r' => Self::ReadOwn,
            b'R' => Self::Read,
            b'w' => Self::WriteOwn,
            b'o' => Self::WriteOwnReadAll,
            b'W' => Self::Write,
            _ => Self::Nothing,
        }
    }

    /// Whether it lets write, and whether that holds for what belongs to others.
    pub(super) const fn writes(self) -> Option<bool> {
        match self {
            Self::WriteOwn | Self::WriteOwnReadAll => Some(false),
            Self::Write => Some(true),
            _ => None,
        }
    }

    /// Whether it lets read, and whether that holds for what belongs to others.
    pub(super) const fn reads(self) -> Option<bool> {
        match self {
            Self::Nothing => None,
            Self::ReadOwn | Self::WriteOwn => Some(false),
            Self::Read | Self::WriteOwnReadAll | Self::Write => Some(true),
        }
    }
}

/// Names of all permissions, sorted.
///
/// ```
/// assert!(hashinsight_crm::role::permissions().any(|name| name == "crm:invoice"));
/// ```
pub fn permissions() -> impl Iterator<Item = &'static str> {
    MATRIX.iter().map(|(name, _)| *name)
}

/// What a role may do with a permission.
pub(super) fn grant(permission: &str, role: Role) -> Result<Grant, Error> {
    let Ok(row) = MATRIX.binary_search_by(|(name, _)| (*name).cmp(permission)) else {
        let room = permission.split(':').next().unwrap_or_default();
        let near: Vec<&str> = permissions().filter(|name| name.split(':').next() == Some(room)).collect();
        let allowed = if near.is_empty() { "a permission of the role table".to_owned() } else { near.join(", ") };
        return Err(refuse("permission", Problem::Unknown, permission, allowed));
    };
    Ok(Grant::of_letter(MATRIX[row].1.as_bytes()[usize::from(role.code())]))
}

/// Grants of one permission.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PermissionRow {
    /// Name of the permission.
    pub permission: String,
    /// Grants of the permission, in the order of the roles.
    pub grants: Vec<Grant>,
}

/// Name that another system uses for a role.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RoleAlias {
    /// Name in the other system.
    pub alias: String,
    /// Role that the name means.
    pub role: Role,
}

/// Inputs of [`role_table`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RoleTableRequest {
    /// Roles whose grants are asked for, in this order. Absent: all.
    pub roles: Option<Vec<Role>>,
}

/// Result of [`role_table`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RoleTable {
    /// Roles, in the order of the grants.
    pub roles: Vec<Role>,
    /// Names that other systems use for roles.
    pub aliases: Vec<RoleAlias>,
    /// Permissions, sorted by name.
    pub permissions: Vec<PermissionRow>,
}

/// The whole table of roles and permissions: what an application imports instead of writing its own.
///
/// ```
/// use hashinsight_crm::role::{RoleTableRequest, role_table};
/// let table = role_table(&RoleTableRequest::new());
/// assert_eq!(table.permissions[0].grants.len(), table.roles.len());
/// ```
pub fn role_table(request: &RoleTableRequest) -> RoleTable {
    let roles = request.roles.clone().unwrap_or_else(|| Role::ALL.to_vec());
    let row = |(name, letters): &(&str, &str)| PermissionRow {
        permission: (*name).to_owned(),
        grants: roles.iter().map(|role| Grant::of_letter(letters.as_bytes()[usize::from(role.code())])).collect(),
    };
    let permissions = MATRIX.iter().map(row).collect();
    let aliases = ALIASES.iter().filter(|(_, role)| roles.contains(role));
    let aliases = aliases.map(|(alias, role)| RoleAlias { alias: (*alias).to_owned(), role: *role }).collect();
    RoleTable { roles, aliases, permissions }
}
