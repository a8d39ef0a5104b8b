//! The one dialect of markdown, the same in the bundler and in the browser.
use crate::content::Beside;
/// x
pub struct Render<'a> {
    /// x
    pub base: &'a str,
    /// x
    pub raw_html: bool,
}
/// x
pub fn render(text: &str, _beside: &Beside, _o: Render<'_>) -> String {
    text.to_owned()
}
