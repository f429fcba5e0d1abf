//! The catalog of machines: `data/asics.csv`, whose sources stand in `data/asics_sources.md`.

use std::sync::LazyLock;

use hashinsight_units::{Efficiency, Error, FieldPath, Hashrate, Order, Power, Record};

use super::name::{Name, without_misspelt_maker};
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
    /// Sources of the figures, separated by semicolons.
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
    /// Text that the name or the maker of a model must contain, as people write it. Absent: all models.
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
    let hashrate_ths = Hashrate::new(hashinsight_units::json::float(ths)?).ok()?;
    let power_w = Power::new(hashinsight_units::json::float(watts)?).ok()?;
    let cooling = match cooling {
        "air" => Cooling::Air,
        "hydro" => Cooling::Hydro,
        "immersion" => Cooling::Immersion,
        _ => return None,
    };
    let release = (!release.is_empty()).then_some(release);
    let efficiency_j_per_th = (power_w / hashrate_ths).ok()?;
    let doubtful = note.starts_with("DOUBTFUL");
    let sources = in_words(sources)?;
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

/// The sources of the file in words, by the letters of its column.
const SOURCES: [(&str, &str); 16] = [
    ("P", "mining calculator of ArabotHXL/BTC_project"),
    ("C", "miner catalog of ArabotHXL/BTC_project, August 2025"),
    ("K", "public calculator listing, October 2025"),
    ("T", "asicWattList of nhamilton1/asics-tools"),
    ("W", "AsicMinerSpec of pv_miner (watts)"),
    ("H", "ASIC profile registry (hashrate)"),
    ("R", "ranking table with months of release"),
    ("S", "list of a 51 % attack simulator, 2026"),
    ("G", "hosting price list"),
    ("Q", "ASIC catalogue"),
    ("E", "price list of a cloud miner"),
    ("D", "power database (watts)"),
    ("V", "miner list of a hosting application"),
    ("F", "French buying guide"),
    ("M", "data of kookoo55/miningftw"),
    ("L", "list of names"),
];

/// The words of a column of letters.
fn in_words(letters: &str) -> Option<&'static str> {
    let word = |letter: &str| SOURCES.iter().find(|(own, _)| *own == letter).map(|(_, words)| *words);
    let words: Vec<&str> = letters.split(',').map(word).collect::<Option<_>>()?;
    // The catalog is read once and kept for good.
    Some(Box::leak(words.join("; ").into_boxed_str()))
}

/// Levenshtein distance of two keys.
pub(super) fn distance(a: &[u8], b: &[u8]) -> usize {
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
    let key = request.contains.as_deref().map(Name::of).map(|name| name.key).filter(|key| !key.is_empty());
    let contains = |text: &str| text.to_ascii_lowercase().contains(&wanted);
    let named = |model: &str| key.as_ref().is_some_and(|key| Name::of(model).key.contains(key.as_str()));
    let listed = |machine: &&AsicModel| {
        let fits = contains(machine.model) || contains(machine.manufacturer) || named(machine.model);
        (request.include_doubtful || !machine.doubtful) && fits
    };
    MachinesReport { machines: CATALOG.iter().filter(listed).cloned().collect() }
}

/// The model of that name, as people write it: with or without maker and brand, in upper or lower case, with any
/// punctuation, the rating as `104T`, `(104T)`, `104 TH/s` or left out where there is but one.
///
/// # Errors
/// `mining.model.unknown` with the nearest names; `mining.model.several` with all ratings where a name is sold in several
/// and none was given; `mining.model.unsupported` for a doubtful model without `include_doubtful`.
///
/// ```
/// use hashinsight_mining::machine::find_machine;
/// for name in ["s21 xp", "Bitmain Antminer S21 XP", "antminer_s21-xp", "S21XP 270 TH/s"] {
///     let machine = find_machine(name, false)?;
///     assert_eq!((machine.model, machine.efficiency_j_per_th.get()), ("Antminer S21 XP", 13.5));
/// }
/// let error = find_machine("S19j Pro", false).unwrap_err();
/// assert_eq!(error.code(), "mining.model.several");
/// assert!(error.allowed().ends_with("Antminer S19j Pro (104T), Antminer S19j Pro (100T), Antminer S19j Pro (96T)"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn find_machine(name: &str, include_doubtful: bool) -> Result<&'static AsicModel, Error> {
    let wanted = Name::of(name);
    let named = CATALOG.iter().filter(|machine| {
        let own = Name::of(machine.model);
        let rated = wanted.rating_ths.is_none_or(|ths| ths == machine.hashrate_ths.get());
        !own.key.is_empty()
            && (own.key == wanted.key || cooled(machine, &wanted.key) == Some(own.key.as_str()))
            && rated
    });
    let mut named: Vec<&AsicModel> = named.collect();
    // "Antminer S21" is the model of that name, though there is a 195T as well.
    let bare = |machine: &&AsicModel| Name::of(machine.model).rating_ths.is_none();
    if wanted.rating_ths.is_none() && named.iter().any(bare) {
        named.retain(bare);
    }
    let usable: Vec<&AsicModel> =
        named.iter().copied().filter(|machine| include_doubtful || !machine.doubtful).collect();
    let path = FieldPath::default();
    match (usable.as_slice(), named.first()) {
        ([machine], _) => Ok(machine),
        ([], Some(doubtful)) => {
            let allowed = "a model whose sources agree, or include_doubtful";
            Err(error::unsupported("model", path, doubtful.model, allowed))
        }
        ([], None) => {
            let mut near = nearest(&wanted.key, include_doubtful);
            if let (true, Some(rest)) = (near.is_empty(), without_misspelt_maker(name)) {
                near = nearest(&Name::of(rest).key, include_doubtful);
            }
            let allowed = match near.join(", ") {
                none if none.is_empty() => "a model of the catalog, as `machines` lists them".to_owned(),
                nearest => format!("a model of the catalog; nearest: {nearest}"),
            };
            Err(error::unknown("model", path, name, &allowed))
        }
        (several, _) => {
            let names: Vec<&str> = several.iter().map(|machine| machine.model).collect();
            Err(error::several("model", path, name, &format!("one rating: {}", names.join(", "))))
        }
    }
}

/// The name without the cooling that the machine has anyway: `M53 Hydro` is the M53.
fn cooled<'a>(machine: &AsicModel, key: &'a str) -> Option<&'a str> {
    match machine.cooling {
        Cooling::Air => None,
        Cooling::Hydro => key.strip_suffix("hyd"),
        Cooling::Immersion => key.strip_suffix("imm"),
    }
}

/// Models that begin as the name does come first, then those that differ in the fewest letters: in half of the name's
/// at most, for others are no misspellings of it.
fn nearest(wanted: &str, include_doubtful: bool) -> Vec<&'static str> {
    let wanted: String = wanted.chars().take(LONGEST_NAME).collect();
    let wanted = wanted.as_str();
    let far = |machine: &&AsicModel| {
        let own = Name::of(machine.model).key;
        let begins = !wanted.is_empty() && own.starts_with(wanted);
        (!begins, distance(wanted.as_bytes(), own.as_bytes()))
    };
    let is_near = |machine: &&AsicModel| {
        let (other, letters) = far(machine);
        !other || letters <= wanted.len().div_ceil(2)
    };
    let usable = CATALOG.iter().filter(|machine| include_doubtful || !machine.doubtful);
    let mut listed: Vec<&AsicModel> = usable.filter(is_near).collect();
    listed.order_by_key(far); // stable: the catalog's order decides ties
    // All ratings of the nearest name, and a few names more.
    let first = listed.first().map(|machine| Name::of(machine.model).key);
    let ratings = listed.iter().take_while(|machine| Some(Name::of(machine.model).key) == first).count();
    listed.into_iter().take(ratings.max(NEAREST)).map(|machine| machine.model).collect()
}
