//! One check: may this user do this?

use hashinsight_units::{Error, Problem, Record, Timestamp};

use super::names::grant;
use super::{Grant, Role};
use crate::refuse::{missing, refuse};

/// Kind of a deed: to look, or to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Deed {
    /// Look.
    Read,
    /// Create, change or delete.
    Write,
}

/// Inputs of [`check_access`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AccessRequest {
    /// Role of whoever acts.
    #[record(example = "mining_site")]
    pub role: Role,
    /// Tenant of whoever acts.
    #[record(example = "site-7")]
    pub tenant: String,
    /// Identifier of whoever acts.
    #[record(example = "u-31")]
    pub user: String,
    /// Permission that is needed, like `crm:invoice`.
    #[record(example = "crm:customer_view")]
    pub permission: String,
    /// Kind of the deed: to look, or to change.
    #[record(example = "read")]
    pub deed: Deed,
    /// Tenant that the thing acted on belongs to.
    #[record(example = "site-7")]
    pub of_tenant: String,
    /// Identifier of the user whom the thing belongs to. Absent: it is nobody's own, and a grant of what is one's own does not reach it.
    pub of_user: Option<String>,
    /// Role of the user that is acted on, or is made. Needed to write with a permission of `user:`, as only an owner acts on an owner.
    pub of_role: Option<Role>,
    /// Time at which the subscription ends, in Unix milliseconds UTC: from then on it only reads. Absent: it does not end.
    pub subscription_ends_ms: Option<Timestamp>,
    /// Time of the deed, in Unix milliseconds UTC. Needed where a subscription ends.
    pub at_ms: Option<Timestamp>,
}

/// Why something is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum AccessDenial {
    /// The thing belongs to another tenant.
    OtherTenant,
    /// The role has no such permission.
    NotGranted,
    /// The role may do so with what is its own, and this is another's.
    NotOwn,
    /// Only an owner acts on an owner.
    OwnerOnly,
    /// The subscription has ended: it only reads.
    SubscriptionEnded,
}

/// Result of [`check_access`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AccessReport {
    /// Whether it may be done.
    pub is_allowed: bool,
    /// Grant of the permission to the role, by the table.
    pub grant: Grant,
    /// Reason of the denial. Absent: it may be done.
    pub denial: Option<AccessDenial>,
}

/// Whether a user may do something: denied unless the table grants it, within one tenant only.
///
/// ```
/// use hashinsight_crm::role::{AccessDenial, AccessRequest, Deed, Role, check_access};
/// let text = |text: &str| text.to_owned();
/// let ask = |role, deed| {
///     AccessRequest::new(role, text("site-7"), text("u-31"), text("finance:crypto_payment"), deed, text("site-7"))
///         .of_user(text("u-31"))
/// };
/// assert!(check_access(&ask(Role::User, Deed::Write))?.is_allowed);
/// let read_only = check_access(&ask(Role::ReadOnly, Deed::Write))?;
/// assert_eq!(read_only.denial, Some(AccessDenial::NotGranted)); // whoever only reads cannot pay
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.permission.unknown`; `crm.tenant.missing` and the like for a name that is empty; `crm.at_ms.missing` where a subscription ends;
/// `crm.of_role.missing` to write a user.
pub fn check_access(request: &AccessRequest) -> Result<AccessReport, Error> {
    for (field, name) in [("tenant", &request.tenant), ("user", &request.user), ("of_tenant", &request.of_tenant)] {
        if name.is_empty() {
            return Err(refuse(field, Problem::Missing, "\"\"", "an identifier"));
        }
    }
    let grant = grant(&request.permission, request.role)?;
    let writes_user = request.deed == Deed::Write && request.permission.starts_with("user:");
    if writes_user && request.role != Role::Owner && request.of_role.is_none() {
        return Err(missing("of_role", "the role of the user that is acted on"));
    }
    let ended = match (request.subscription_ends_ms, request.at_ms) {
        (Some(ends), Some(at)) => at >= ends,
        (Some(ends), None) => {
            return Err(refuse(
                "at_ms",
                Problem::Missing,
                ends.to_ms(),
                "the time of the deed, as the subscription ends",
            ));
        }
        (None, _) => false,
    };
    let granted = match request.deed {
        Deed::Read => grant.reads(),
        Deed::Write => grant.writes(),
    };
    let is_own = request.of_user.as_ref() == Some(&request.user);
    let denial = match granted {
        _ if request.tenant != request.of_tenant => Some(AccessDenial::OtherTenant),
        None => Some(AccessDenial::NotGranted),
        Some(false) if !is_own => Some(AccessDenial::NotOwn),
        _ if request.deed == Deed::Write && request.of_role == Some(Role::Owner) && request.role != Role::Owner => {
            Some(AccessDenial::OwnerOnly)
        }
        _ if request.deed == Deed::Write && ended => Some(AccessDenial::SubscriptionEnded),
        Some(_) => None,
    };
    Ok(AccessReport { is_allowed: denial.is_none(), grant, denial })
}
