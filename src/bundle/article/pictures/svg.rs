//! The size of an SVG: from `width` and `height` of its root, or else from its `viewBox`.

use roxmltree::{Document, Node, ParsingOptions};

use super::{BrokenPicture, Made};

/// Measures an SVG, in CSS pixels.
pub(super) fn measure(bytes: &[u8]) -> Result<Made, BrokenPicture> {
    let broken =
        |error: String| BrokenPicture::new(format!("is not an SVG: {error}"), "export it from its program again");
    let text = text(bytes).map_err(broken)?;
    let document = document(text).map_err(broken)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(broken(format!("it begins with <{}>", root.tag_name().name())));
    }
    match size(root) {
        Some((width, height)) => Ok(Made::alone(whole(width), whole(height), bytes.len() as u64)),
        None => Err(BrokenPicture::new("has no size", "give its svg element a viewBox: viewBox=\"0 0 800 450\"")),
    }
}

/// The text of an SVG. Fails if it is not UTF-8, or declares an encoding in which parsers may read it differently.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let declaration =
        text.trim_start_matches('\u{feff}').strip_prefix("<?xml").and_then(|rest| rest.split("?>").next());
    let named =
        declaration.and_then(|rest| Some(rest.split_once("encoding")?.1.split(['"', '\'']).nth(1)?.to_lowercase()));
    match named.filter(|name| !ALIKE.iter().any(|alike| name.starts_with(alike))) {
        Some(name) => Err(format!("its encoding, {name}, is not supported")),
        None => Ok(text),
    }
}

/// Prefixes of the encodings in which the markup of XML has the same bytes as in UTF-8.
const ALIKE: [&str; 5] = ["utf-8", "us-ascii", "ascii", "iso-8859-", "windows-125"];

/// Parses an SVG as XML.
pub(crate) fn document(text: &str) -> Result<Document<'_>, String> {
    if unfolds(text) {
        return Err("its entities expand to too much text".to_owned());
    }
    // Some programs write a document type. The parser loads no external entities, and limits how deep internal ones
    // nest.
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| error.to_string())
}

/// Maximum size after entity expansion in bytes, estimated from the number and length of the entities.
const UNFOLDED: usize = 1_000_000;

/// Maximum number of namespace prefixes: the work on each grows with the number in scope.
const PREFIXES: usize = 1_000;

/// Whether parsing would take far more memory or time than the length of the document suggests.
fn unfolds(text: &str) -> bool {
    let declared = text.rfind("<!ENTITY").map_or(0, |last| last + text[last..].find('>').unwrap_or(text.len() - last));
    let references = text.split('&').skip(1).filter(|rest| !rest.starts_with('#')).count();
    declared.saturating_mul(references) > UNFOLDED || text.matches("xmlns:").count() > PREFIXES
}

fn size(root: Node<'_, '_>) -> Option<(f64, f64)> {
    let length = |name| root.attribute(name).and_then(length);
    let shown = root.attribute("viewBox").and_then(view_box);
    match (length("width"), length("height"), shown) {
        (Some(width), Some(height), _) => Some((width, height)),
        (Some(width), None, Some((w, h))) => Some((width, width * h / w)),
        (None, Some(height), Some((w, h))) => Some((height * w / h, height)),
        (None, None, shown) => shown,
        _ => None,
    }
}

/// A length in CSS pixels. `None` for a relative unit.
fn length(written: &str) -> Option<f64> {
    let written = written.trim();
    let end = written.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(written.len());
    let (number, unit) = written.split_at(end);
    let pixels = match unit {
        "" | "px" => 1.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        _ => return None,
    };
    number.trim().parse::<f64>().ok().map(|number| number * pixels).filter(|length| positive(*length))
}

/// The width and height of a `viewBox`: the last two of its four numbers.
fn view_box(written: &str) -> Option<(f64, f64)> {
    let numbers = written.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
    let numbers: Vec<f64> = numbers.map(str::parse).collect::<Result<_, _>>().ok()?;
    match numbers[..] {
        [_, _, width, height] if positive(width) && positive(height) => Some((width, height)),
        _ => None,
    }
}

fn positive(length: f64) -> bool {
    length.is_finite() && length > 0.0
}

fn whole(length: f64) -> u32 {
    // The cast saturates.
    length.round().max(1.0) as u32
}
