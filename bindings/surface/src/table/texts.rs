//! Texts of codes.

use hashinsight::texts::{Catalogue, CatalogueRequest, FaultText, FaultTextRequest, catalogue, fault_text};

use crate::operation::operations;

operations! { texts:
    /// The texts of codes in a language: states, transitions, roles, permissions and reasons, all or those under a prefix.
    document catalogue: CatalogueRequest => Catalogue;
    /// An error as a sentence for a person, in English or Chinese: what is wrong where, what was received, and what is allowed.
    document fault_text: FaultTextRequest => FaultText;
}
