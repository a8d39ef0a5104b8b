//! What a site is made of: pure data, the same in the bundler and in the browser.

mod article;
mod beside;
mod date;
mod dialect;
mod head;
mod language;
mod list;
mod page;
mod route;
mod site;
mod slug;
mod word;
mod words;

pub use article::{Article, Body, Heading, Neighbour, Series};
pub use beside::{Beside, Picture, Target};
pub use date::{Date, NotADate};
pub use dialect::Dialect;
pub use head::Head;
pub use language::{direction, primary};
pub use list::{List, Summary, Tag, TagCount};
pub use page::{Content, Page, SCHEMA, Start};
pub use route::Route;
pub use site::{Author, Link, Reply, SEARCH, Site};
pub use slug::Slug;
pub use word::Word;
pub use words::Words;
