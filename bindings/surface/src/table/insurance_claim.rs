//! Claims, and the states of policies and claims.

use hashinsight::insurance::claim::{
    ChangePolicyStateReport, ChangePolicyStateRequest, PolicyStates, PolicyStatesRequest, change_policy_state,
    policy_states,
};

use crate::operation::operations;

operations! { insurance:
    /// The states of policies or claims as data: legal moves, who may make them, and which need a reason. An application draws its buttons
    /// from it.
    total document policy_states: PolicyStatesRequest => PolicyStates;
    /// Moves a policy or a claim to another state, or says why not.
    document change_policy_state: ChangePolicyStateRequest => ChangePolicyStateReport;
}
