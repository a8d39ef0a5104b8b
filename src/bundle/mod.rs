//! The bundler: turns the owner's files into a static site. What prepares one text is in the editor's program, too.

#![cfg_attr(
    target_arch = "wasm32",
    allow(
        dead_code,
        unused_imports,
        reason = "the editor's program has what prepares one text, and nothing calls the rest"
    )
)]

pub(crate) mod address;
pub(crate) mod aliases;
pub(crate) mod article;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod build;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod cache;
pub(crate) mod checks;
pub(crate) mod collected;
pub(crate) mod composed;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod css;
pub(crate) mod diagnostics;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod editor_data;
pub(crate) mod escape;
pub(crate) mod input;
pub(crate) mod kept;
pub(crate) mod key;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod library;
pub(crate) mod look;
pub(crate) mod options;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod output;
pub mod preview;
pub(crate) mod relations;
pub(crate) mod remembered;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod site;
pub(crate) mod tags;
pub mod taxonomy;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod theme_colors;
pub(crate) mod time;
pub(crate) mod unicode;

pub use article::code::{Highlighted, ROLES};
pub use article::costly::{DiagramFault, Drawing, Mistake};
#[cfg(any(not(target_arch = "wasm32"), feature = "costly"))]
pub use article::formulas::mathml::mathml;
pub use diagnostics::failure::Failure;
pub use diagnostics::groups::{Group, Groups};
pub use diagnostics::kind::Kind;
pub use diagnostics::location::Location;
pub use diagnostics::printable::{printable, printable_lines};
pub use diagnostics::problem::Problem;
pub use diagnostics::progress::Progress;
pub use diagnostics::{Diagnostic, Diagnostics, Severity};
pub use input::boundary::PUBLIC;
pub use input::checked::MAX_SLUG_BYTES;
pub use input::config::collections::{Collection, Order, View};
pub use input::config::content_security_policy::Policy;
pub use input::config::languages::SHIPPED;
pub use input::config::{Config, read_config, read_time_zone};
pub use input::leftover::is_leftover;
pub use input::person::Person;
pub use input::post::Post;
pub use input::post_kind::PostKind;
pub use input::slugify::{slugify, slugify_tag};
pub use input::source::{POSTS, Source};
pub use look::Look;
pub use options::{Options, Report};
pub use taxonomy::Taxonomy;
pub use time::moment::{Moment, day_at};
#[cfg(not(target_arch = "wasm32"))]
pub use {
    article::code::highlight,
    article::diagrams::draw as draw_diagram,
    build::{CheckReport, Memory, check},
    checks::External,
    input::address_owner::owner,
    input::blogroll::FILE as BLOGROLL,
    input::config::texts::english,
    input::posts::read_posts,
    input::resume::FILES as RESUMES,
    site::{BuiltSite, bundle},
};
