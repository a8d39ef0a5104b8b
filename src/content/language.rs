//! The primary language and the writing direction of a language tag.

/// Languages written from right to left, if their tag has no script.
const LANGUAGES: &str = "ar arc ary arz ckb dv fa glk he iw ji ks lrc mzn nqo pnb ps sd syr ug ur yi";
/// Scripts written from right to left.
const SCRIPTS: &str = "adlm arab aran hebr mand nkoo rohg samr syrc thaa";

/// The primary language of a tag (BCP 47), in lower case: `pt` for `pt-BR`. Word segmentation depends on it, so there
/// is a search index for each.
#[must_use]
pub fn primary(language: &str) -> String {
    language.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// The `dir` of a language tag (BCP 47): `rtl` or `ltr`. A script in the tag takes precedence: `az-Arab`, `ku-Latn`.
#[must_use]
pub fn direction(language: &str) -> &'static str {
    let is_in = |list: &str, tag: &str| list.split(' ').any(|known| known.eq_ignore_ascii_case(tag));
    // Subtags after a single letter are no scripts: `ar-u-nu-latn` names digits.
    let mut subtags = language.split('-').take_while(|subtag| subtag.len() > 1);
    let primary = subtags.next().unwrap_or_default();
    let script = subtags.find(|subtag| subtag.len() == 4 && !subtag.starts_with(|c: char| c.is_ascii_digit()));
    let rtl = script.map_or_else(|| is_in(LANGUAGES, primary), |script| is_in(SCRIPTS, script));
    if rtl { "rtl" } else { "ltr" }
}
