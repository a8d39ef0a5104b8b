//! Diagrams become drawings in the colours of the site, or the author gets the reason why not.

use std::collections::BTreeSet;
use std::fs;

use personal_page::bundle::{DiagramFault, Drawing, draw_diagram};

use super::nests;

/// The diagrams of the fixtures, by kind.
fn fixtures() -> Vec<(String, String)> {
    let files = fs::read_dir("tests/fixtures/diagrams").expect("the fixtures").map(|file| file.expect("a file").path());
    let named = |path: std::path::PathBuf| {
        let kind = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (kind, fs::read_to_string(path).expect("a diagram"))
    };
    let mut all: Vec<_> = files.map(named).collect();
    all.sort();
    all
}

#[track_caller]
fn drawn(source: &str) -> Drawing {
    draw_diagram(source).unwrap_or_else(|fault| panic!("{source}\n{fault:?}"))
}

#[track_caller]
fn fault(source: &str) -> (String, usize) {
    let DiagramFault { problem, offset, .. } = draw_diagram(source).expect_err("a fault");
    assert!(problem.remedy.contains("the page shows its source"), "{problem:?}");
    (problem.message, offset)
}

/// The elements and the names of their attributes.
fn names(svg: &str) -> BTreeSet<String> {
    let tags = svg.split('<').skip(1).filter_map(|part| part.split('>').next()).filter(|tag| !tag.starts_with('/'));
    let parts = tags.flat_map(|tag| {
        let attributes = tag.split('"').step_by(2).map(|part| part.trim().trim_end_matches('='));
        attributes.flat_map(|part| part.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>()
    });
    parts.filter(|name| !name.is_empty()).collect()
}

/// The text of a drawing, its lines joined by spaces.
fn text(svg: &str) -> String {
    let texts = svg.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
    texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_kind_is_drawn_with_its_labels() {
    let kinds: Vec<_> = fixtures().into_iter().map(|(kind, source)| (kind, text(&drawn(&source).svg))).collect();
    let labels = [
        ("class", vec!["Route", "+path() : String", "names", "1..*", "the data of one page"]),
        ("er", vec!["POST", "written by", "slug", "as written"]),
        ("flowchart", vec!["Browser", "index.html", "IndexedDB", "fetch", "no way", "Author"]),
        ("gantt", vec!["The year in the garden", "Beds", "Dig over", "First salad"]),
        ("git", vec!["main", "feature", "drafted", "v0.1", "published"]),
        ("mindmap", vec!["Bread", "Rye", "Overnight in the cellar"]),
        ("pie", vec!["Flour in the pantry", "Rye [42.5]", "50%"]),
        ("quadrant", vec!["Which loaf", "Quick", "Sunday", "Panettone"]),
        ("sequence", vec!["Reader", "GET /index.json", "each picture", "nothing else is loaded", "from cache"]),
        ("state", vec!["Draft", "submit", "Reading", "for all to read"]),
        ("timeline", vec!["The oven", "2019", "Repainted"]),
        ("xychart", vec!["Loaves a month", "feb", "40"]),
    ];
    assert_eq!(
        kinds.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(),
        labels.each_ref().map(|(kind, _)| *kind)
    );
    for ((kind, text), (_, labels)) in kinds.iter().zip(labels) {
        for label in labels {
            assert!(text.contains(label), "{label} in the {kind}: {text}");
        }
    }
}

#[test]
fn a_drawing_has_only_what_the_policy_of_pages_allows() {
    let known = "aria-hidden circle class cx cy d dominant-baseline dx dy ellipse fill fill-opacity font-size \
                 font-style font-weight g height id line marker marker-end marker-start markerHeight markerUnits \
                 markerWidth opacity orient path points polygon polyline r rect refX refY rx ry stroke stroke-dasharray \
                 stroke-linecap stroke-linejoin stroke-opacity stroke-width svg text text-anchor text-decoration \
                 transform tspan viewBox visibility width x x1 x2 y y1 y2";
    let known: BTreeSet<String> = known.split_whitespace().map(str::to_owned).collect();
    for (kind, source) in fixtures() {
        let svg = drawn(&source).svg;
        let others: Vec<_> = names(&svg).difference(&known).cloned().collect();
        assert_eq!(others, Vec::<String>::new(), "in the {kind}");
        assert!(nests(&svg) && svg.starts_with("<svg") && svg.ends_with("</svg>"), "{svg}");
        assert!(svg.len() < 40_000, "the {kind} has {} bytes", svg.len());
    }
}

#[test]
fn colours_are_those_of_the_site_besides_the_authors() {
    for (kind, source) in fixtures() {
        let svg = drawn(&source).svg;
        let quoted = svg.split('"').filter(|value| value.starts_with('#'));
        let own: BTreeSet<&str> = quoted.collect();
        // The author's, and black or white on them.
        let authors: &[&str] = match kind.as_str() {
            "flowchart" => &["#000", "#223355", "#99ff66", "#fff"],
            "sequence" => &["#bfdfff"],
            _ => &[],
        };
        assert_eq!(own.into_iter().collect::<Vec<_>>(), authors, "in the {kind}");
        assert!(svg.contains("var(--ink)"), "{svg}");
    }
}

#[test]
fn the_same_source_is_drawn_as_the_same_bytes() {
    for (_, source) in fixtures() {
        assert_eq!(drawn(&source), drawn(&source));
    }
}

#[test]
fn a_diagram_is_named_by_what_its_author_calls_it() {
    assert_eq!(
        drawn("flowchart LR\n accTitle: The mill\n accDescr: From grain to flour\n A --> B\n").name.as_deref(),
        Some("The mill. From grain to flour")
    );
    assert_eq!(drawn("flowchart LR\n A --> B\n").name, None);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let (message, offset) = fault("flowchart LR\n  A[Mill --> B\n");
    assert!(message.starts_with("the diagram is not Mermaid: "), "{message}");
    assert_eq!(&"flowchart LR\n  A[Mill --> B\n"[offset..][..1], "[");
    let first = |source: &str| fault(source).0;
    let kind = "the diagram does not begin with its kind, such as flowchart LR or sequenceDiagram";
    assert_eq!(first("Dear diary\n"), kind);
    assert_eq!(first(""), kind);
    assert_eq!(first("journey\n title My day\n"), "diagrams of the kind journey are not drawn");
    assert_eq!(
        first(&format!("flowchart LR\n A[{}]\n", "long ".repeat(2500))),
        "the diagram is longer than 10000 bytes"
    );
    let deep =
        (0..300).map(|level| format!("subgraph s{level}\n")).collect::<String>() + "b-->c\n" + &"end\n".repeat(300);
    assert_eq!(first(&format!("flowchart LR\n{deep}")), "the diagram has too many parts");
}

#[test]
fn no_source_brings_anything_else_into_the_page() {
    let hostile = [
        "flowchart LR\n A[\"<script>alert(1)</script>\"] --> B[\"<img src=x onerror=alert(1)>\"]\n",
        "flowchart LR\n A --> B\n style A fill:url(https://evil.example/x.svg),stroke:#0f0\n",
        "flowchart LR\n A --> B\n classDef x fill:#fff;}</style><script>alert(1)</script>\n class B x\n",
        "%%{init: {\"securityLevel\":\"loose\",\"themeCSS\":\"@import url(https://evil.example); * { fill: red }\"}}%%\nflowchart LR\nA-->B\n",
        "flowchart LR\n A[\"\\u202e ]]> &#x0; &lt;b onload=x&gt;\"] --> B\n",
        "sequenceDiagram\n participant A as <a href=\"javascript:alert(1)\">x</a>\n A->>A: <iframe src=//evil.example>\n",
        "classDiagram\n class A[\"<svg onload=alert(1)>\"]\n link A \"https://evil.example\" \"tip\"\n",
        "gantt\n dateFormat YYYY-MM-DD\n x :2020-01-01, 3d\n click x href \"javascript:alert(1)\"\n",
        "mindmap\n  root((<script>alert(1)</script>))\n",
    ];
    for source in hostile {
        let Ok(Drawing { svg, .. }) = draw_diagram(source) else { continue };
        let names = names(&svg);
        for name in
            ["script", "img", "a", "href", "style", "onload", "onerror", "iframe", "image", "use", "foreignObject"]
        {
            assert!(!names.contains(name), "{name} in {svg}");
        }
        assert!(!svg.contains("url(h") && !svg.contains("@import") && nests(&svg), "{svg}");
    }
}

#[test]
fn a_source_cannot_leave_the_colours_of_the_site() {
    let source =
        "%%{init: {\"theme\":\"dark\",\"themeVariables\":{\"primaryColor\":\"#ff0000\"}}}%%\nflowchart LR\nA-->B\n";
    assert_eq!(drawn(source).svg, drawn("flowchart LR\nA-->B\n").svg);
}
