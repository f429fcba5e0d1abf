//! The catalog of machines: `data/asics.csv`, whose sources stand in `data/asics_sources.md`.

use std::sync::LazyLock;

use hashinsight_units::{Efficiency, Error, FieldPath, Hashrate, Power, Record};

use crate::error;

const FILE: &str = include_str!("../../data/asics.csv");
const NEAREST: usize = 3;
/// Names longer than every model are not compared letter by letter.
const LONGEST_NAME: usize = 64;

/// Cooling of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum Cooling {
    /// By fans.
    Air,
    /// By water.
    Hydro,
    /// In a bath of oil.
    Immersion,
}

/// One model of the catalog.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AsicModel {
    /// Name of the model, with the hashrate in brackets where a name is sold in several ratings.
    pub model: &'static str,
    /// Maker of the model.
    pub manufacturer: &'static str,
    /// Nominal hashrate in TH/s.
    pub hashrate_ths: Hashrate,
    /// Nominal power in watts.
    pub power_w: Power,
    /// Power over hashrate, in J/TH.
    pub efficiency_j_per_th: Efficiency,
    /// Month of release, `YYYY-MM`, where a source gives one.
    pub release: Option<&'static str>,
    /// Cooling of the model.
    pub cooling: Cooling,
    /// Sources of the figures, as letters: see `data/asics_sources.md`.
    pub sources: &'static str,
    /// Note on what the sources do not agree on; empty where they agree.
    pub note: &'static str,
    /// Whether the sources contradict each other so much that the model is used only when asked for.
    pub doubtful: bool,
}

/// Inputs of [`machines`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MachinesRequest {
    /// Text that the name or the maker of a model must contain, upper and lower case alike. Absent: all models.
    pub contains: Option<String>,
    /// Whether models with contradictory sources are listed too.
    #[record(default = false)]
    pub include_doubtful: bool,
}

/// Inputs of [`document::find_machine`](super::document::find_machine).
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FindMachineRequest {
    /// Name of a model; upper and lower case, spaces and hyphens, and the brand before the name make no difference.
    pub name: String,
    /// Whether a model with contradictory sources is answered too.
    #[record(default = false)]
    pub include_doubtful: bool,
}

/// Result of [`machines`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MachinesReport {
    /// Models in the order of the catalog: by maker, newest first.
    pub machines: Vec<AsicModel>,
}

static CATALOG: LazyLock<Vec<AsicModel>> = LazyLock::new(|| FILE.lines().skip(1).filter_map(model).collect());

/// One line of the file. A line that is no model would be left out; a test counts them.
fn model(line: &'static str) -> Option<AsicModel> {
    let fields: Vec<&str> = fields(line).collect();
    let [model, manufacturer, ths, watts, _, release, cooling, _, sources, note] = fields.try_into().ok()?;
    let hashrate_ths = Hashrate::new(ths.parse().ok()?).ok()?;
    let power_w = Power::new(watts.parse().ok()?).ok()?;
    let cooling = match cooling {
        "air" => Cooling::Air,
        "hydro" => Cooling::Hydro,
        "immersion" => Cooling::Immersion,
        _ => return None,
    };
    let release = (!release.is_empty()).then_some(release);
    let efficiency_j_per_th = (power_w / hashrate_ths).ok()?;
    let doubtful = note.starts_with("DOUBTFUL");
    Some(AsicModel {
        model,
        manufacturer,
        hashrate_ths,
        power_w,
        efficiency_j_per_th,
        release,
        cooling,
        sources,
        note,
        doubtful,
    })
}

/// Fields between commas; a field in quotes may hold commas.
fn fields(line: &'static str) -> impl Iterator<Item = &'static str> {
    let mut quoted = false;
    let separator = move |c: char| {
        quoted ^= c == '"';
        c == ',' && !quoted
    };
    line.split(separator).map(|field| field.trim_matches('"'))
}

/// What counts in a name: "Antminer S19j Pro (104T)" and "antminer s19j-pro 104t" are the same.
fn key(name: &str) -> String {
    let counts = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.');
    name.chars().filter(counts).map(|c| c.to_ascii_lowercase()).collect()
}

/// A name without its first word, which is the maker's brand.
fn without_brand(name: &str) -> &str {
    name.split_once(' ').map_or(name, |(_, rest)| rest)
}

/// Levenshtein distance of two keys.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// The models of the catalog.
///
/// Where nothing fits the list is empty.
///
/// ```
/// use hashinsight_mining::machine::{MachinesRequest, machines};
/// let found = machines(&MachinesRequest::new().contains("s21".into()));
/// assert!(found.machines.iter().all(|machine| machine.model.starts_with("Antminer S21") && !machine.doubtful));
/// ```
pub fn machines(request: &MachinesRequest) -> MachinesReport {
    let wanted = request.contains.as_deref().map(str::to_ascii_lowercase).unwrap_or_default();
    let contains = |text: &str| text.to_ascii_lowercase().contains(&wanted);
    let listed = |machine: &&AsicModel| {
        (request.include_doubtful || !machine.doubtful) && (contains(machine.model) || contains(machine.manufacturer))
    };
    MachinesReport { machines: CATALOG.iter().filter(listed).cloned().collect() }
}

/// The model of that name; upper and lower case, spaces and hyphens, and the brand before the name make no difference.
///
/// # Errors
/// `mining.model.unknown` with the nearest names; `mining.model.unsupported` for a doubtful model without
/// `include_doubtful`.
///
/// ```
/// use hashinsight_mining::machine::find_machine;
/// let machine = find_machine("s21 xp", false)?;
/// assert_eq!((machine.model, machine.efficiency_j_per_th.get()), ("Antminer S21 XP", 13.5));
/// let error = find_machine("Antminer S21 XPP", false).unwrap_err();
/// assert_eq!(error.code(), "mining.model.unknown");
/// assert!(error.allowed().contains("nearest: Antminer S21 XP"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn find_machine(name: &str, include_doubtful: bool) -> Result<&'static AsicModel, Error> {
    let wanted = key(name);
    let named = |machine: &&AsicModel| key(machine.model) == wanted || key(without_brand(machine.model)) == wanted;
    match CATALOG.iter().find(named) {
        Some(machine) if machine.doubtful && !include_doubtful => {
            let allowed = "a model whose sources agree, or include_doubtful";
            Err(error::unsupported("model", FieldPath::default(), machine.model, allowed))
        }
        Some(machine) => Ok(machine),
        None => {
            let nearest = nearest(&wanted, include_doubtful).join(", ");
            Err(error::unknown(
                "model",
                FieldPath::default(),
                name,
                &format!("a model of the catalog; nearest: {nearest}"),
            ))
        }
    }
}

fn nearest(wanted: &str, include_doubtful: bool) -> Vec<&'static str> {
    let wanted = &wanted.as_bytes()[..wanted.len().min(LONGEST_NAME)];
    let far = |name: &str| distance(wanted, key(name).as_bytes());
    let listed = CATALOG.iter().filter(|machine| include_doubtful || !machine.doubtful);
    let mut by_distance: Vec<(usize, &str)> =
        listed.map(|machine| (far(machine.model).min(far(without_brand(machine.model))), machine.model)).collect();
    by_distance.sort_by_key(|(far, _)| *far); // stable: the catalog's order decides ties
    by_distance.into_iter().take(NEAREST).map(|(_, name)| name).collect()
}
