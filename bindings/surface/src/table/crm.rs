//! Customers: lifecycles, scores, forecasts, commissions, roles, audit.

use hashinsight::crm::activity::{ActivityReport, ActivityRequest, activity_report};
use hashinsight::crm::audit::{
    AppendReport, AppendRequest, CheckInclusionReport, CheckInclusionRequest, InclusionReport, InclusionRequest,
    VerifyReport, VerifyRequest, append_event, check_inclusion, inclusion_proof, verify_chain,
};
use hashinsight::crm::commission::{
    AccrualReport, AccrualRequest, ClawbackReport, ClawbackRequest, accrue_commission, claw_back,
};
use hashinsight::crm::forecast::{
    PipelineReport, PipelineRequest, WinProbabilityReport, WinProbabilityRequest, pipeline_forecast, win_probability,
};
use hashinsight::crm::lifecycle::{
    ChangeStateReport, ChangeStateRequest, LifecycleTable, LifecycleTableRequest, change_state, lifecycle_table,
};
use hashinsight::crm::role::{AccessReport, AccessRequest, RoleTable, RoleTableRequest, check_access, role_table};
use hashinsight::crm::score::{
    PointsReport, PointsRequest, PredictiveReport, PredictiveRequest, points_score, predictive_score,
};

use crate::operation::operations;

operations! { crm:
    /// The lifecycle of leads, deals, contracts, commissions or invoices as data: states, legal transitions, roles that may make them, and
    /// which need a reason. An application draws its buttons from it.
    total document lifecycle_table: LifecycleTableRequest => LifecycleTable;
    /// Moves a lead, deal, contract, commission or invoice to another state, or says why not.
    document change_state: ChangeStateRequest => ChangeStateReport;
    /// The score of a lead by points for its source and what is known of it.
    document points_score: PointsRequest => PointsReport;
    /// The probability that a lead is won, learned from leads before it: smoothed naive Bayes in which older outcomes count less.
    document predictive_score: PredictiveRequest => PredictiveReport;
    /// The probability of winning a deal by its state, age and size.
    document win_probability: WinProbabilityRequest => WinProbabilityReport;
    /// The weighted pipeline, its variance, and the exact probability of reaching a target.
    document pipeline_forecast: PipelineRequest => PipelineReport;
    /// The commission of a deal for a month by a plan of clauses, with every line, split among payees to the smallest unit.
    document accrue_commission: AccrualRequest => AccrualReport;
    /// What is taken back of a commission where a customer leaves early.
    document claw_back: ClawbackRequest => ClawbackReport;
    /// The table of roles and permissions, with the names that other systems use for roles.
    total document role_table: RoleTableRequest => RoleTable;
    /// Whether a user may do something: denied unless the role table grants it, within one tenant only.
    document check_access: AccessRequest => AccessReport;
    /// Appends an event to a chain of hashes: SHA-256 over the hash before and the canonical JSON of the event (RFC 8785).
    document append_event: AppendRequest => AppendReport;
    /// Whether a record of events is as it was written, and where it is not.
    document verify_chain: VerifyRequest => VerifyReport;
    /// The proof that an event is in a record, by a Merkle tree (RFC 6962).
    document inclusion_proof: InclusionRequest => InclusionReport;
    /// Whether a proof shows that an event is in the record of a root.
    document check_inclusion: CheckInclusionRequest => CheckInclusionReport;
    /// Activities counted by period and kind.
    document activity_report: ActivityRequest => ActivityReport;
}
