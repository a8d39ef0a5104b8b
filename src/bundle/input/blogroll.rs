//! The blogroll: `blogroll.opml` (OPML 2.0, opml.org), as feed readers export it.

use std::collections::HashMap;
use std::path::Path;

use roxmltree::{Document, Node, NodeId};

use super::config::site_url;
use super::fields::reader::FieldReader;
use super::{own_files, text_file};
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::diagnostics::location::{LineIndex, Location};

/// The name of the file, in the site's folder and on the site.
pub const FILE: &str = "blogroll.opml";

/// The path of the page, below the base.
pub(crate) const PAGE: &str = "blogroll";

const EXAMPLE: &str =
    "<outline text=\"A blog\" htmlUrl=\"https://blog.example/\" xmlUrl=\"https://blog.example/feed.xml\"/>";

/// The blogs that the owner reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Blogroll {
    pub(crate) groups: Vec<Group>,
    /// The file, to be published.
    pub(crate) opml: String,
}

/// Blogs below a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// Empty for blogs in no group.
    pub(crate) name: String,
    pub(crate) blogs: Vec<Blog>,
}

/// A blog, with at least one of its addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Blog {
    pub(crate) title: String,
    pub(crate) page: Option<String>,
    pub(crate) feed: Option<String>,
    /// May be empty.
    pub(crate) description: String,
    /// Where it is in the file.
    pub(crate) location: Location,
}

/// Reads the blogroll of a site, if it has one. What is wrong is reported.
pub(crate) fn read(root: &Path, findings: &mut Diagnostics) -> Option<Blogroll> {
    if !own_files::is_there(root, FILE, findings) {
        return None;
    }
    let mut reader = FieldReader::new(Path::new(FILE));
    let blogroll = text_file::read(root, &mut reader).and_then(|opml| parse(opml, &mut reader));
    findings.extend(reader.findings);
    blogroll
}

fn parse(opml: String, reader: &mut FieldReader) -> Option<Blogroll> {
    let document = match Document::parse(&opml) {
        Ok(document) => document,
        Err(error) => {
            let message = error.to_string();
            let message = message.split(" at ").next().unwrap_or_default();
            let remedy = "correct the line, or export the file again from your feed reader";
            reader.error(error.pos().row as usize, format!("this is not XML: {message}"), remedy);
            return None;
        }
    };
    let mut report = Report { lines: LineIndex::new(&opml, 1), reader };
    let root = document.root_element();
    if root.tag_name().name() != "opml" {
        let message = format!("this is no OPML, but \"{}\"", root.tag_name().name());
        report.error(root, message, "export the subscriptions of your feed reader as OPML");
        return None;
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut known: HashMap<NodeId, usize> = HashMap::new();
    for node in document.descendants().filter(|node| is_outline(*node) && !node.children().any(is_outline)) {
        let (Some(blog), Some(parent)) = (blog(node, &mut report), node.parent()) else { continue };
        let index = *known.entry(parent.id()).or_insert_with(|| {
            groups.push(Group { name: words(parent, &["title", "text"]), blogs: Vec::new() });
            groups.len() - 1
        });
        groups[index].blogs.push(blog);
    }
    if groups.is_empty() {
        let line = report.lines.line(root.range().start);
        report.reader.warning(line, "there is no blog in it", format!("write {EXAMPLE} within <body>"));
    }
    drop(document);
    Some(Blogroll { groups, opml })
}

/// The blog of an outline. `None`, and an error, if it is none.
fn blog(node: Node<'_, '_>, report: &mut Report<'_>) -> Option<Blog> {
    let (page, feed) = (address(node, "htmlUrl", report), address(node, "xmlUrl", report));
    let title = words(node, &["title", "text"]);
    if title.is_empty() {
        report.error(node, "a blog has no text", format!("name it: {EXAMPLE}"));
        return None;
    }
    if ["htmlUrl", "xmlUrl"].iter().all(|name| node.attribute(*name).is_none()) {
        report.error(node, format!("\"{title}\" has no address"), format!("add one, or delete it: {EXAMPLE}"));
    }
    let location = report.lines.line(node.range().start).into();
    let description = words(node, &["description"]);
    (page.is_some() || feed.is_some()).then_some(Blog { title, page, feed, description, location })
}

/// The full address in an attribute. Any other is an error.
fn address(node: Node<'_, '_>, name: &str, report: &mut Report<'_>) -> Option<String> {
    let written = node.attribute(name)?.trim();
    let is_full = written.starts_with("https://") || written.starts_with("http://");
    let address = site_url::link(written).filter(|_| is_full);
    if address.is_none() {
        let message = format!("{name}=\"{written}\" is not a full address");
        report.error(node, message, format!("write it as in {EXAMPLE}"));
    }
    address
}

/// The words of the first of some attributes that has any.
fn words(node: Node<'_, '_>, names: &[&str]) -> String {
    let words = names.iter().filter_map(|name| node.attribute(*name));
    let mut words = words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
    words.find(|words| !words.is_empty()).unwrap_or_default()
}

fn is_outline(node: Node<'_, '_>) -> bool {
    node.has_tag_name("outline")
}

/// Reports what is wrong with an element, on its line.
struct Report<'a> {
    lines: LineIndex<'a>,
    reader: &'a mut FieldReader,
}

impl Report<'_> {
    #[track_caller]
    fn error(&mut self, node: Node<'_, '_>, message: impl Into<String>, remedy: impl Into<String>) {
        self.reader.error(self.lines.line(node.range().start), message, remedy);
    }
}
