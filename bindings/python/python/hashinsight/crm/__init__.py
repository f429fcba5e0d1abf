"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``.

activity
--------
activity_report
    Activities counted by period and kind.

audit
-----
append_event
    Appends an event to a chain of hashes: SHA-256 over the hash before and the canonical JSON of the event (RFC 8785).
verify_chain
    Whether a record of events is as it was written, and where it is not.
inclusion_proof
    The proof that an event is in a record, by a Merkle tree (RFC 6962).
check_inclusion
    Whether a proof shows that an event is in the record of a root.

commission
----------
accrue_commission
    The commission of a deal for a month by a plan of clauses, with every line, split among payees to the smallest unit.
claw_back
    What is taken back of a commission where a customer leaves early.

forecast
--------
win_probability
    The probability of winning a deal by its state, age and size.
pipeline_forecast
    The weighted pipeline, its variance, and the exact probability of reaching a target.

lifecycle
---------
lifecycle_table
    The lifecycle of leads, deals, contracts, commissions or invoices as data: states, legal transitions, roles that may make them, and which need a reason. An application draws its buttons from it.
change_state
    Moves a lead, deal, contract, commission or invoice to another state, or says why not.

role
----
role_table
    The table of roles and permissions, with the names that other systems use for roles.
check_access
    Whether a user may do something: denied unless the role table grants it, within one tenant only.

score
-----
points_score
    The score of a lead by points for its source and what is known of it.
predictive_score
    The probability that a lead is won, learned from leads before it: smoothed naive Bayes in which older outcomes count less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._keywords import unknown
from ._activity import (
    ActivityKind,
    ActivityPeriod,
    ActivityReport,
    activity_report,
)
from ._audit import (
    AppendReport,
    AuditedEvent,
    AuditedEventDict,
    CheckInclusionReport,
    InclusionReport,
    VerifyReport,
    append_event,
    check_inclusion,
    inclusion_proof,
    verify_chain,
)
from ._commission import (
    Accelerator,
    AcceleratorDict,
    AccrualReport,
    ClawbackReport,
    ClawbackRule,
    CommissionAmount,
    CommissionAmountDict,
    CommissionClause,
    CommissionClauseDict,
    CommissionClauseLike,
    CommissionLine,
    CommissionPlan,
    CommissionPlanDict,
    CommissionRate,
    CommissionRateDict,
    CommissionShare,
    CommissionTier,
    CommissionTierDict,
    Payee,
    PayeeDict,
    accrue_commission,
    claw_back,
)
from ._forecast import (
    PipelineDeal,
    PipelineDealDict,
    PipelineReport,
    WinProbabilityReport,
    pipeline_forecast,
    win_probability,
)
from ._lifecycle import (
    ChangeStateReport,
    CommissionChange,
    CommissionChangeDict,
    CommissionState,
    ContractChange,
    ContractChangeDict,
    ContractState,
    DealChange,
    DealChangeDict,
    DealState,
    InvoiceChange,
    InvoiceChangeDict,
    InvoiceState,
    LeadChange,
    LeadChangeDict,
    LeadState,
    LifecycleChange,
    LifecycleChangeDict,
    LifecycleChangeLike,
    LifecycleStateRow,
    LifecycleTable,
    LifecycleTransitionRow,
    Subject,
    change_state,
    lifecycle_table,
)
from ._role import (
    AccessDenial,
    AccessReport,
    Deed,
    Grant,
    PermissionRow,
    Role,
    RoleAlias,
    RoleTable,
    check_access,
    role_table,
)
from ._score import (
    ClosedLead,
    ClosedLeadDict,
    LeadField,
    LeadFieldDict,
    LeadSource,
    PointsReport,
    PointsWeights,
    PointsWeightsDict,
    PredictiveReport,
    ScoreTerm,
    points_score,
    predictive_score,
)

__all__ = [
    "Accelerator",
    "AcceleratorDict",
    "AccessDenial",
    "AccessReport",
    "AccrualReport",
    "ActivityKind",
    "ActivityPeriod",
    "ActivityReport",
    "AppendReport",
    "AuditedEvent",
    "AuditedEventDict",
    "ChangeStateReport",
    "CheckInclusionReport",
    "ClawbackReport",
    "ClawbackRule",
    "ClosedLead",
    "ClosedLeadDict",
    "CommissionAmount",
    "CommissionAmountDict",
    "CommissionChange",
    "CommissionChangeDict",
    "CommissionClause",
    "CommissionClauseDict",
    "CommissionClauseLike",
    "CommissionLine",
    "CommissionPlan",
    "CommissionPlanDict",
    "CommissionRate",
    "CommissionRateDict",
    "CommissionShare",
    "CommissionState",
    "CommissionTier",
    "CommissionTierDict",
    "ContractChange",
    "ContractChangeDict",
    "ContractState",
    "DealChange",
    "DealChangeDict",
    "DealState",
    "Deed",
    "Grant",
    "InclusionReport",
    "InvoiceChange",
    "InvoiceChangeDict",
    "InvoiceState",
    "LeadChange",
    "LeadChangeDict",
    "LeadField",
    "LeadFieldDict",
    "LeadSource",
    "LeadState",
    "LifecycleChange",
    "LifecycleChangeDict",
    "LifecycleChangeLike",
    "LifecycleStateRow",
    "LifecycleTable",
    "LifecycleTransitionRow",
    "Payee",
    "PayeeDict",
    "PermissionRow",
    "PipelineDeal",
    "PipelineDealDict",
    "PipelineReport",
    "PointsReport",
    "PointsWeights",
    "PointsWeightsDict",
    "PredictiveReport",
    "Role",
    "RoleAlias",
    "RoleTable",
    "ScoreTerm",
    "Subject",
    "VerifyReport",
    "WinProbabilityReport",
    "accrue_commission",
    "activity_report",
    "append_event",
    "change_state",
    "check_access",
    "check_inclusion",
    "claw_back",
    "inclusion_proof",
    "lifecycle_table",
    "pipeline_forecast",
    "points_score",
    "predictive_score",
    "role_table",
    "verify_chain",
    "win_probability",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = unknown(__name__, __all__)
