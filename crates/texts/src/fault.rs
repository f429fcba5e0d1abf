//! Errors in words.

use hashinsight_units::{Error, Fault, Problem, Record};

use crate::allowed::allowed;
use crate::{Language, text};

/// Inputs of [`fault_text`]: an error as it crosses every border.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FaultTextRequest {
    /// Language of the text.
    #[record(example = "zh")]
    pub language: Language,
    /// Code of the error; its last part is the problem.
    #[record(example = "mining.pool_fee.out_of_range")]
    pub code: String,
    /// Path of the culprit. Absent: the whole document.
    pub path: Option<String>,
    /// Value as it was received. Absent: none was.
    pub value: Option<String>,
    /// What would have been allowed, as the error says it. Absent: it says nothing.
    pub allowed: Option<String>,
}

/// Result of [`fault_text`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FaultText {
    /// Sentence for a person.
    pub text: String,
}

/// An error as a sentence: what is wrong where, what was received, and what is allowed. Names of fields and values stay as they are, and so does
/// what is allowed where the catalogue has no form for it (section `units.allowed`).
///
/// ```
/// use hashinsight_texts::{FaultTextRequest, Language, fault_text};
/// let request = FaultTextRequest::new(Language::Zh, "mining.pool_fee.out_of_range".into()).path("pool_fee".into());
/// let request = request.value("1.5".into()).allowed("0 to 1".into());
/// assert_eq!(fault_text(&request)?.text, "pool_fee: 超出允许范围 (收到 1.5; 允许 0 至 1)");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `texts.code.unknown` where the code ends in no problem of the family.
pub fn fault_text(request: &FaultTextRequest) -> Result<FaultText, Error> {
    let word = |key: &str| text(request.language, &format!("units.{key}"));
    let problem = request.code.rsplit('.').next().unwrap_or_default();
    let Some(problem) = word(&format!("problem.{problem}")) else {
        let problems = Problem::ALL.map(Problem::name).join(", ");
        let fault = Fault::new("texts.code", Problem::Unknown).at("code").got(&request.code);
        return Err(fault.allowed(format!("a code that ends in one of {problems}")).into());
    };
    let said = |name: &str, value: &Option<String>| {
        let value = value.as_ref().filter(|value| !value.is_empty())?;
        Some(format!("{} {value}", word(&format!("fault.{name}")).unwrap_or_default()))
    };
    let allowed = request.allowed.as_ref().map(|said| allowed(request.language, said).unwrap_or_else(|| said.clone()));
    let said: Vec<String> = [said("got", &request.value), said("allowed", &allowed)].into_iter().flatten().collect();
    let path =
        request.path.as_deref().filter(|path| !path.is_empty()).map_or_else(String::new, |path| format!("{path}: "));
    let behind = if said.is_empty() { String::new() } else { format!(" ({})", said.join("; ")) };
    Ok(FaultText { text: format!("{path}{problem}{behind}") })
}
