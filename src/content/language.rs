//! What the tag of a language says: which it is, and the direction in which it is written.

/// Languages that are written from right to left, where their tag names no script.
const LANGUAGES: &str = "ar arc ary arz ckb dv fa glk he iw ji ks lrc mzn nqo pnb ps sd syr ug ur yi";
/// Scripts that are.
const SCRIPTS: &str = "adlm arab aran hebr mand nkoo rohg samr syrc thaa";

/// A language without its region and the rest of its tag (BCP 47): `pt` for `pt-BR`. It is that which words are cut by,
/// and so what the search has an index of.
#[must_use]
pub fn primary(language: &str) -> String {
    language.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// The direction of a language (BCP 47), as `dir` has it: `rtl` or `ltr`. A script in the tag decides: `az-Arab`, `ku-Latn`.
#[must_use]
pub fn direction(language: &str) -> &'static str {
    let is_in = |list: &str, tag: &str| list.split(' ').any(|known| known.eq_ignore_ascii_case(tag));
    // After a single letter comes what is no script, such as the digits of `ar-u-nu-latn`.
    let mut subtags = language.split('-').take_while(|subtag| subtag.len() > 1);
    let primary = subtags.next().unwrap_or_default();
    let script = subtags.find(|subtag| subtag.len() == 4 && !subtag.starts_with(|c: char| c.is_ascii_digit()));
    let rtl = script.map_or_else(|| is_in(LANGUAGES, primary), |script| is_in(SCRIPTS, script));
    if rtl { "rtl" } else { "ltr" }
}
