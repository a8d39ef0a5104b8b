//! Tests that run once, not in each engine: those that need Chromium's developer tools, and those without a browser.

mod devtools;

mod axe;
mod budget;
mod endurance;
mod felt;
mod html;
#[cfg(target_os = "linux")]
mod killed;
mod media;
mod network;
#[cfg(unix)]
mod packaged;
mod paper;
mod readme;
mod schemas;
mod screenshots;
/// The author uses one browser.
#[path = "../serve.rs"]
mod serve;
mod stillness;
mod transition;
