//! Colours for what is outside a page: `style/tokens.css` alone says what they are.

/// Every colour of the site.
pub(super) const TOKENS: &str = include_str!("../../style/tokens.css");
const PAPER: &str = "--paper";

/// The colour of the paper by day.
pub(super) fn light() -> &'static str {
    colours(PAPER).0
}

/// The colour of the paper by night.
pub(super) fn dark() -> &'static str {
    colours(PAPER).1
}

/// The colours of a token by day and by night.
pub(super) fn colours(token: &str) -> (&'static str, &'static str) {
    let start = format!("{token}: light-dark(");
    let value = TOKENS.split_once(&start).and_then(|(_, rest)| rest.split_once(')')).map(|(value, _)| value);
    let colours = value.and_then(|value| value.split_once(','));
    let (light, dark) = colours.expect("a token of colours is light-dark(…, …), as the tests have seen");
    (light.trim(), dark.trim())
}
