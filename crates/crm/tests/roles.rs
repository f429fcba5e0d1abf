//! Every role and every permission.

use hashinsight_crm::lifecycle::{LifecycleTableRequest, Subject, lifecycle_table};
use hashinsight_crm::role::{
    AccessDenial, AccessRequest, Deed, Grant, Role, RoleTableRequest, check_access, permissions, role_of_name,
    role_table,
};
use hashinsight_units::Timestamp;

fn ask(role: Role, permission: &str, deed: Deed) -> AccessRequest {
    let text = |text: &str| text.to_owned();
    AccessRequest::new(role, text("t"), text("me"), text(permission), deed, text("t"))
        .of_user(text("me"))
        .of_role(Role::Guest)
}

#[test]
fn every_role_and_permission() {
    let table = role_table(&RoleTableRequest::new());
    let mut checks = 0;
    for row in &table.permissions {
        for (role, grant) in table.roles.iter().zip(&row.grants) {
            for deed in [Deed::Read, Deed::Write] {
                let name = format!("{role:?} {} {deed:?}", row.permission);
                let own = check_access(&ask(*role, &row.permission, deed).of_user("me".into())).unwrap();
                let other = check_access(&ask(*role, &row.permission, deed).of_user("you".into())).unwrap();
                let expected = match (grant, deed) {
                    (Grant::Nothing, _) | (Grant::Read | Grant::ReadOwn, Deed::Write) => (false, false),
                    (Grant::ReadOwn | Grant::WriteOwn, _) | (Grant::WriteOwnReadAll, Deed::Write) => (true, false),
                    _ => (true, true),
                };
                assert_eq!((own.is_allowed, other.is_allowed), expected, "{name}");
                // Nothing crosses tenants, not even for the owner.
                let mut foreign = ask(*role, &row.permission, deed);
                foreign.of_tenant = "another".to_owned();
                let foreign = check_access(&foreign).unwrap();
                assert_eq!(foreign.denial, Some(AccessDenial::OtherTenant), "{name}");
                checks += 1;
            }
        }
    }
    assert_eq!(checks, permissions().count() * Role::ALL.len() * 2);
    assert!(permissions().count() >= 60);
}

#[test]
fn who_reads_only_never_writes_and_the_books_are_no_administrator() {
    for permission in permissions() {
        let writes = |role| check_access(&ask(role, permission, Deed::Write)).unwrap().is_allowed;
        assert!(!writes(Role::ReadOnly), "{permission}");
        if permission.starts_with("user:") || permission.starts_with("system:") {
            assert!(!writes(Role::Finance) && !writes(Role::User) && !writes(Role::Guest), "{permission}");
        }
    }
    assert_eq!(role_of_name("readonly").unwrap(), Role::ReadOnly);
    assert_eq!(role_of_name("finance").unwrap(), Role::Finance);
    assert_eq!(role_of_name("SUPER_ADMIN").unwrap(), Role::Owner);
    assert_eq!(role_of_name("nobody").unwrap_err().code(), "crm.role.unknown");
}

/// Rows of the applications' own table: who changes roles, who reads the audit, who has a treasury.
#[test]
fn rows_of_the_applications() {
    let may = |role, permission, deed| check_access(&ask(role, permission, deed)).unwrap().is_allowed;
    for role in Role::ALL {
        assert_eq!(may(role, "user:role_assign", Deed::Write), role == Role::Owner);
        assert_eq!(may(role, "data:delete", Deed::Write), role == Role::Owner);
        assert_eq!(may(role, "audit:read", Deed::Read), matches!(role, Role::Owner | Role::Admin));
        assert!(!may(role, "audit:read", Deed::Write));
        assert!(may(role, "basic:calculator", Deed::Read));
    }
    // Treasury: own only, and the owner reads all.
    let of =
        |role, deed| check_access(&ask(role, "treasury:portfolio", deed).of_user("you".into())).unwrap().is_allowed;
    assert!(of(Role::Owner, Deed::Read) && !of(Role::Owner, Deed::Write));
    assert!(!of(Role::Admin, Deed::Read) && !of(Role::User, Deed::Read));
    // Commissions: a site reads its own.
    assert!(may(Role::MiningSite, "crm:broker_commission", Deed::Read));
    assert!(!may(Role::MiningSite, "crm:broker_commission", Deed::Write));
}

#[test]
fn only_an_owner_acts_on_an_owner_and_an_ended_subscription_reads() {
    let disable = |role| {
        let mut request = ask(role, "user:disable", Deed::Write).of_user("you".into());
        request.of_role = Some(Role::Owner);
        check_access(&request).unwrap()
    };
    assert_eq!(disable(Role::Admin).denial, Some(AccessDenial::OwnerOnly));
    assert!(disable(Role::Owner).is_allowed);
    let at = |ms: i64| Timestamp::from_ms(1_714_521_600_000 + ms).unwrap();
    let subscribed = |deed, now| {
        let request = ask(Role::User, "scenario:save", deed).subscription_ends_ms(at(10));
        check_access(&request.at_ms(at(now))).unwrap()
    };
    assert!(subscribed(Deed::Write, 9).is_allowed);
    assert_eq!(subscribed(Deed::Write, 10).denial, Some(AccessDenial::SubscriptionEnded));
    assert!(subscribed(Deed::Read, 11).is_allowed);
    let without_time =
        check_access(&ask(Role::User, "scenario:save", Deed::Read).subscription_ends_ms(at(10))).unwrap_err();
    assert_eq!(without_time.code(), "crm.at_ms.missing");
}

/// What is nobody's own is reached by a grant of everything only; whoever writes a user says which.
#[test]
fn what_is_left_out_is_denied() {
    let mut nobodys = ask(Role::User, "finance:crypto_payment", Deed::Write);
    nobodys.of_user = None;
    assert_eq!(check_access(&nobodys).unwrap().denial, Some(AccessDenial::NotOwn));
    let mut unknown = ask(Role::Admin, "user:disable", Deed::Write);
    unknown.of_role = None;
    assert_eq!(check_access(&unknown).unwrap_err().code(), "crm.of_role.missing");
}

#[test]
fn unknown_permissions_and_empty_names() {
    let unknown = check_access(&ask(Role::Owner, "crm:everything", Deed::Read)).unwrap_err();
    assert_eq!((unknown.code(), unknown.path().as_str()), ("crm.permission.unknown", "permission"));
    assert!(unknown.allowed().contains("crm:invoice"), "{unknown}");
    let mut nameless = ask(Role::Owner, "crm:invoice", Deed::Read);
    nameless.tenant.clear();
    assert_eq!(check_access(&nameless).unwrap_err().code(), "crm.tenant.missing");
}

/// Whom a lifecycle lets make a move, the table lets write what moves: a role is not sent to a door that is locked.
#[test]
fn lifecycles_and_permissions_agree() {
    let subjects = [
        (Subject::Lead, "crm:customer_management"),
        (Subject::Deal, "crm:customer_management"),
        (Subject::Contract, "crm:transaction"),
        (Subject::Commission, "crm:broker_commission"),
        (Subject::Invoice, "crm:invoice"),
    ];
    for (subject, permission) in subjects {
        let table = lifecycle_table(&LifecycleTableRequest::new(subject));
        for (step, role) in table.transitions.iter().flat_map(|step| step.roles.iter().map(move |role| (step, *role))) {
            let report = check_access(&ask(role, permission, Deed::Write)).unwrap();
            assert!(report.is_allowed, "{role:?} may {} by the lifecycle, and not by {permission}", step.action);
        }
    }
    // Who keeps the books accrues and pays commissions of everybody; who sells reads its own.
    let pays = check_access(&ask(Role::Finance, "crm:broker_commission", Deed::Write).of_user("you".into())).unwrap();
    assert_eq!(pays.grant, Grant::Write);
}
