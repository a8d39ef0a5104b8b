//! The finished site in a real browser: Chromium through chromedriver, on a host that answers as GitHub Pages does.
//!
//! Every test has a browser and a site of its own. `cargo site test` prepares what they need.

mod console;
mod driver;
mod host;
mod look;
mod visit;

mod alike;
mod back;
mod fragments;
mod hands;
mod leaving;
mod live;
mod plain;
mod reading;
mod settings;
mod takeover;
mod trouble;
mod walk;
