//! Texts of codes.

use hashinsight::texts::{Catalogue, CatalogueRequest, catalogue};

use crate::operation::operations;

operations! { texts:
    /// The texts of codes in a language: states, transitions, roles, permissions and reasons, all or those under a prefix.
    document catalogue: CatalogueRequest => Catalogue;
}
