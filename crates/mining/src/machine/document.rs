//! The catalog as an operation: a document in, a document out.

use hashinsight_units::Error;

use super::catalog::{AsicModel, FindMachineRequest};

/// The model of that name.
///
/// # Errors
/// As [`find_machine`](super::find_machine), at `name`.
///
/// ```
/// use hashinsight_mining::machine::{FindMachineRequest, document};
/// let machine = document::find_machine(&FindMachineRequest::new("s21 xp".to_owned()))?;
/// assert_eq!((machine.model, machine.hashrate_ths.get()), ("Antminer S21 XP", 270.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn find_machine(request: &FindMachineRequest) -> Result<AsicModel, Error> {
    super::find_machine(&request.name, request.include_doubtful).cloned().map_err(|error| error.at("name"))
}
