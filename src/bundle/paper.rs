//! The colour of the paper, for what surrounds a page: `style/tokens.css` alone says what it is.

/// Every colour of the site.
pub(super) const TOKENS: &str = include_str!("../../style/tokens.css");
const PAPER: &str = "--paper: light-dark(";

/// By day.
pub(super) fn light() -> &'static str {
    both().0
}

/// By night.
pub(super) fn dark() -> &'static str {
    both().1
}

fn both() -> (&'static str, &'static str) {
    let value = TOKENS.split_once(PAPER).and_then(|(_, rest)| rest.split_once(')')).map(|(value, _)| value);
    let colours = value.and_then(|value| value.split_once(','));
    let (light, dark) = colours.expect("the first token is --paper: light-dark(…, …), as the tests have seen");
    (light.trim(), dark.trim())
}
