//! The data of a site. Browser and bundler. No input or output.

mod article;
mod article_path;
mod date;
mod dialect;
mod head;
mod language;
mod list;
pub(crate) mod message;
pub(crate) mod messages;
mod page;
pub(crate) mod plural;
pub(crate) mod render_data;
mod route;
mod site;
mod slug;
pub mod write;

pub use article::{Article, Body, Heading, Neighbour, Series};
pub use article_path::ArticlePath;
pub use date::{Date, NotADate};
pub use dialect::Dialect;
pub use head::Head;
pub use language::{direction, primary};
pub use list::{List, Summary, Tag, TagCount};
pub use message::{Message, Shape};
pub use messages::Messages;
pub use page::{Content, HydrationData, Page, SCHEMA};
pub use render_data::{Picture, RenderData, Target};
pub use route::Route;
pub use site::{Author, FEED, Link, Reply, SEARCH, Site};
pub use slug::Slug;
