//! What is tested once, and not in each engine: what only Chromium can be asked (its developer tools), and what needs no
//! browser.

mod devtools;

mod axe;
mod budget;
mod endurance;
mod felt;
mod html;
mod network;
mod paper;
mod schemas;
mod screenshots;
/// The author looks at their site in one browser.
#[path = "../serve.rs"]
mod serve;
mod stillness;
mod transition;
