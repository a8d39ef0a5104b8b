//! The finished site in a real browser: Chromium through chromedriver, on a host that answers as GitHub Pages does. And
//! its HTML under a checker.
//!
//! Every test has a browser and a site of its own. `cargo site test` prepares what they need.

mod console;
mod devtools;
mod driver;
mod host;
mod look;
mod manner;
mod visit;

mod alike;
mod axe;
mod back;
mod broken;
mod budget;
mod endurance;
mod features;
mod feeds;
mod fragments;
mod hands;
mod hostile;
mod html;
mod kept;
mod languages;
mod leaving;
mod live;
mod offline;
mod plain;
mod policy;
mod prefetch;
mod reading;
mod schemas;
mod screenshots;
mod search;
mod settings;
mod stillness;
mod storage;
mod takeover;
mod transition;
mod trouble;
mod walk;
mod worker;
