//! Files that a browser would run as a part of the site.

use crate::bundle::site::Site;

const PLAIN: &str = "export it as plain SVG, or delete";

/// An SVG; its content is on the second line.
fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 4 3\">\n\
         {inside}\n</svg>"
    )
}

fn shown(drawing: impl AsRef<[u8]>) -> Site {
    Site::new().post("trip/index.md", "![A map](./map.svg)").file("posts/trip/map.svg", drawing)
}

#[test]
fn a_drawing_that_runs_or_loads_something_says_what_and_where() {
    let runs = "runs on this site when a reader opens the picture";
    let inside = "embed the image (data:image/png;base64,…), or delete the element";
    let text =
        "export it with plain text (draw.io: no formatted text; Mermaid: htmlLabels: false), or delete the element";
    let rule = "delete the rule: a picture in a page loads nothing";
    let delete = "delete it: a picture in a page loads nothing";
    let link = "link to an address with https://, or delete the link";
    for (written, what, remedy) in [
        ("<script>fetch('/')</script>", format!("<script> {runs}"), format!("{PLAIN} the element")),
        ("<g><SCRIPT href=\"a.js\"/></g>", format!("<SCRIPT> {runs}"), format!("{PLAIN} the element")),
        (
            "<path onclick=\"x()\"/>",
            format!("the attribute onclick of <path> {runs}"),
            format!("{PLAIN} the attribute"),
        ),
        ("<g ONLOAD=\"x()\"/>", format!("the attribute ONLOAD of <g> {runs}"), format!("{PLAIN} the attribute")),
        (
            "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">Hi</p></foreignObject>",
            "<foreignObject> contains HTML, which can run scripts and load files".to_owned(),
            text.to_owned(),
        ),
        (
            "<iframe xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            "<iframe> is HTML".to_owned(),
            format!("{PLAIN} the element"),
        ),
        (
            "<a xlink:href=\"java&#10;script:x()\"><path/></a>",
            "the link \"java\nscript:x()\" runs a script".to_owned(),
            link.to_owned(),
        ),
        (
            "<a href=\"data:text/html,x\"><path/></a>",
            "the link \"data:text/html,x\" runs a script".to_owned(),
            link.to_owned(),
        ),
        (
            "<image href=\"https://x.example/a.png\"/>",
            "<image> loads \"https://x.example/a.png\"".to_owned(),
            inside.to_owned(),
        ),
        ("<image xlink:href=\"photo.jpg\"/>", "<image> loads \"photo.jpg\"".to_owned(), inside.to_owned()),
        (
            "<use href=\"data:image/svg+xml,x#a\"/>",
            "<use> loads \"data:image/svg+xml,x#a\"".to_owned(),
            inside.to_owned(),
        ),
        (
            "<set attributeName=\"href\" to=\"javascript:x()\"/>",
            "<set> changes href after the picture is opened".to_owned(),
            "delete the element".to_owned(),
        ),
        (
            "<animate attributeName=\"xlink:href\" values=\"a\"/>",
            "<animate> changes href after the picture is opened".to_owned(),
            "delete the element".to_owned(),
        ),
        (
            "<path fill=\"url(//x.example/a#b)\"/>",
            "the attribute fill loads \"//x.example/a#b\"".to_owned(),
            delete.to_owned(),
        ),
        (
            "<style>@import 'https://x.example/a.css';</style>",
            "the style loads \"@import 'https://x.example/a.css'\"".to_owned(),
            rule.to_owned(),
        ),
        (
            "<style><![CDATA[path { fill: u\\72l(a.svg#b) }]]></style>",
            "the style loads \"a.svg#b\"".to_owned(),
            rule.to_owned(),
        ),
    ] {
        // Messages are one line.
        let error = format!("posts/trip/map.svg:2: {what} — {remedy}").replace('\n', "␊");
        let told: Vec<String> = shown(svg(written)).mistakes().iter().map(|line| line.replace('\n', "␊")).collect();
        assert_eq!(told, [error], "{written}");
        let built = Site::new().post("hello.md", "Hi.").file("public/map.svg", svg(written)).bundle();
        let warning = built.warnings().iter().map(|line| line.replace('\n', "␊")).collect::<Vec<_>>();
        assert_eq!(warning, [format!("public/map.svg:2: warning: {what} — {remedy}").replace('\n', "␊")], "{written}");
    }
}

#[test]
fn what_stands_before_a_drawing_is_looked_at() {
    let kind = "export it as plain SVG, or delete the document type";
    for (before, what, remedy) in [
        (
            "<?xml-stylesheet href=\"a.css\"?>",
            "a style sheet in another file is loaded",
            "write the style into a <style> element, and delete this line",
        ),
        ("<!DOCTYPE svg [<!ENTITY a SYSTEM \"a.txt\">]>", "an entity loads another file", kind),
        ("<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"x()\">]>", "the document type gives elements attributes", kind),
        ("<!DOCTYPE svg [<!ENTITY a \"&#60;script>x()&#60;/script>\">]>", "", ""),
    ] {
        let site = shown(format!("{before}\n{}", svg("<path/>")));
        match what {
            // An unused entity has no effect.
            "" => drop(site.bundle()),
            what => assert_eq!(site.mistakes(), [format!("posts/trip/map.svg:1: {what} — {remedy}")], "{before}"),
        }
    }
    let hidden = format!("<!DOCTYPE svg [<!ENTITY a \"<script>x()</script>\">]>\n{}", svg("&a;"));
    let mistakes = shown(hidden).mistakes();
    assert!(mistakes.len() == 1 && mistakes[0].contains("<script> runs"), "{mistakes:#?}");
}

#[test]
fn a_document_type_that_gives_more_than_the_drawing_shows_is_refused() {
    let kind = "export it as plain SVG, or delete the document type";
    let far = " ".repeat(70);
    let (gives, reads) = ("the document type gives elements attributes", "an entity loads another file");
    for (inside, what) in [
        ("<!ATTLIST svg xmlns:x CDATA #IMPLIED onload CDATA \"alert(document.domain)\">".to_owned(), gives),
        (format!("<!ATTLIST{far}svg onload CDATA \"x()\">"), gives),
        (format!("<!ATTLIST svg xmlns:x CDATA{far}\"urn:x\"{far}onload CDATA 'x()'>"), gives),
        ("<!ATTLIST path tone (dark|light) \"dark\">".to_owned(), gives),
        // What looks like data would be a script, or a link that runs.
        ("<!ATTLIST script xmlns CDATA \"http://www.w3.org/2000/svg\">".to_owned(), gives),
        ("<!ATTLIST a xmlns:t CDATA #FIXED \"http://www.w3.org/1999/xlink\">".to_owned(), gives),
        (format!("<!ENTITY e{far}SYSTEM \"x\">"), reads),
        (format!("<!-- \" --><!ENTITY{far}e PUBLIC \"y\" \"x\">"), reads),
        (format!("<?note ' ?><!ENTITY{far}% e \"x\">"), "the document type has parameter entities"),
    ] {
        let data = "<metadata><t:script xmlns:t=\"https://tool.example/\" t:href=\"a\"/></metadata>\
                    <script xmlns=\"https://tool.example/\">notes</script><path/>";
        let site = shown(format!("<!DOCTYPE svg [{inside}]>\n{}", svg(data)));
        let mistakes = site.mistakes();
        assert!(mistakes.contains(&format!("posts/trip/map.svg:1: {what} — {kind}")), "{inside}: {mistakes:#?}");
    }
}

#[test]
fn a_formula_that_runs_something_is_refused() {
    let formula = |inside: &str| {
        format!(
            "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">\n{inside}<mi href=\"https://x.example/\">x</mi></math>"
        )
    };
    for name in ["c.xml", "c.svg", "c.mml"] {
        let written = |text: String| {
            Site::new().post("trip/index.md", &format!("[It](./{name})")).file(&format!("posts/trip/{name}"), text)
        };
        for (inside, what) in [
            (
                "<mtext tabindex=\"0\" id=\"a\" onfocus=\"x()\">click</mtext>",
                "the attribute onfocus of <mtext> runs on this site when a reader opens the picture",
            ),
            ("<mtext href=\"javascript:x()\">click</mtext>", "the link \"javascript:x()\" runs a script"),
        ] {
            let mistakes = written(formula(inside)).mistakes();
            let told = format!("posts/trip/{name}:2: {what} — ");
            assert!(mistakes.len() == 1 && mistakes[0].starts_with(&told), "{name}: {mistakes:#?}");
        }
        assert_eq!(written(formula("<mtext>words</mtext>")).bundle().warnings(), [""; 0], "{name}");
    }
}

#[test]
fn what_draws_is_fine() {
    for inside in [
        "<style>path { animation: turn 2s infinite } @keyframes turn { to { rotate: 1turn } } @media (prefers-color-scheme: dark) { path { fill: #fff } }</style><path/>",
        "<linearGradient id=\"a\"/><path fill=\"url(#a)\" style=\"filter: url('#b')\"/><use xlink:href=\"#a\"/>",
        "<image href=\"data:image/png;base64,iVBORw0KGgo=\"/><style>@font-face { font-family: A; src: url(data:font/woff2;base64,AA) }</style>",
        "<a href=\"https://x.example/\"><text>A link</text></a><a href=\"/about/\"><text>Another</text></a>",
        "<animate attributeName=\"x\" values=\"0;1\"/><set attributeName=\"fill\" to=\"url(#a)\"/>",
        "<metadata><script xmlns=\"https://tool.example/\">notes</script></metadata><text>on, once, onward</text>",
    ] {
        assert_eq!(shown(svg(inside)).bundle().warnings(), [""; 0], "{inside}");
    }
    let doctype = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
                   \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [<!ENTITY ns \"http://www.w3.org/2000/svg\"> \
                   <!ATTLIST svg xmlns:xlink CDATA #FIXED \"http://www.w3.org/1999/xlink\">]>\n";
    assert_eq!(shown(doctype.to_owned() + &svg("<path/>")).bundle().warnings(), [""; 0]);
    // As written by Illustrator.
    let names = "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd' [\n\t<!-- it's mine -->\n\
                 <!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n<!ELEMENT note (#PCDATA | b)*>\n<!ATTLIST svg\n\
                 xmlns CDATA #FIXED \"http://www.w3.org/2000/svg\"\nxmlns:a CDATA #IMPLIED\n\
                 xmlns:i CDATA #FIXED \"http://ns.adobe.com/AdobeIllustrator/10.0/\">\n]>\n";
    assert_eq!(shown(names.to_owned() + &svg("<path/>")).bundle().warnings(), [""; 0]);
}

#[test]
fn a_drawing_that_is_only_linked_is_looked_at() {
    let site = Site::new().post("trip/index.md", "[The map](./map.SVG)").file("posts/trip/map.SVG", svg("<script/>"));
    let mistakes = site.mistakes();
    assert!(mistakes.len() == 1 && mistakes[0].starts_with("posts/trip/map.SVG:2: <script> runs"), "{mistakes:#?}");
    let broken = Site::new()
        .post("trip/index.md", "[The map](./map.svg)")
        .file("posts/trip/map.svg", "<svg><script>x()</script>");
    let mistakes = broken.mistakes();
    assert!(mistakes.len() == 1 && mistakes[0].contains("is not valid XML"), "{mistakes:#?}");
}

#[test]
fn a_cover_is_looked_at() {
    let keys = "title = \"Trip\"\ndate = 2025-03-01\ndescription = \"A trip.\"\ncover = \"./map.svg\"";
    let site = Site::new().post_with("trip/index.md", keys, "Words.").file("posts/trip/map.svg", svg("<script/>"));
    let mistakes = site.mistakes();
    assert!(mistakes.iter().any(|line| line.starts_with("posts/trip/map.svg:2: <script> runs")), "{mistakes:#?}");
}

#[test]
fn an_encoding_that_hides_a_script_is_refused() {
    let text = format!("<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?>{}", svg("<path/>"));
    assert_eq!(
        shown(text).mistakes(),
        [
            "posts/trip/index.md:5: \"./map.svg\" is not an SVG: its encoding, iso-2022-jp, is not supported — export it from its \
          program again"
        ]
    );
}

#[test]
fn a_page_beside_a_post_is_a_mistake_and_in_public_the_owners_will() {
    let remedy = |name: &str| {
        format!("if that is intended, move it to public/{name} and link to /{name}; otherwise remove the link")
    };
    for name in ["demo.html", "demo.htm", "demo.XHTML", "demo.xht", "demo.shtml"] {
        let site = Site::new()
            .post("trip/index.md", &format!("[The demo](./{name})"))
            .file(&format!("posts/trip/{name}"), "<p>Hi");
        let error =
            format!("posts/trip/{name}: would be a page of this site, and its scripts would run — {}", remedy(name));
        assert_eq!(site.mistakes(), [error]);
        let moved = Site::new()
            .post("trip/index.md", &format!("[The demo](/{name})"))
            .file(&format!("public/{name}"), "<script>1</script>");
        assert_eq!(moved.bundle().warnings(), [""; 0], "{name}");
    }
    for (name, text) in [
        ("feed.xml", "<?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?><feed/>"),
        ("track.gpx", "<gpx><script xmlns=\"http://www.w3.org/1999/xhtml\">x()</script></gpx>"),
        ("data.rdf", "<rdf><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/></rdf>"),
    ] {
        let site = Site::new()
            .post("trip/index.md", &format!("[The data](./{name})"))
            .file(&format!("posts/trip/{name}"), text);
        let mistakes = site.mistakes();
        assert!(mistakes.len() == 1 && mistakes[0].starts_with(&format!("posts/trip/{name}:1: ")), "{mistakes:#?}");
        assert!(mistakes[0].ends_with(&remedy(name)), "{mistakes:#?}");
    }
}

#[test]
fn files_that_run_nothing_are_copied() {
    let track =
        "<?xml version=\"1.0\"?><gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><wpt lat=\"1\" lon=\"2\"/></gpx>";
    for (name, text) in [
        ("track.gpx", track),
        ("a.xml", "<project><script>build</script></project>"),
        ("a.js", "x()"),
        ("a.pdf", "%PDF-1.7"),
        ("a.mht", "MIME-Version: 1.0"),
    ] {
        let site = Site::new()
            .post("trip/index.md", &format!("[The file](./{name})"))
            .file(&format!("posts/trip/{name}"), text);
        assert_eq!(site.bundle().warnings(), [""; 0], "{name}");
    }
}

#[test]
fn a_packed_drawing_cannot_be_looked_into() {
    let site = Site::new().post("trip/index.md", "![A map](./map.svgz)").file("posts/trip/map.svgz", "\u{1f}\u{8b}");
    let message =
        "is compressed, so its content cannot be checked — save it as .svg: hosts compress it when they send it";
    assert_eq!(site.mistakes(), [format!("posts/trip/map.svgz: {message}")]);
    let built = Site::new().file("public/map.svgz", "\u{1f}\u{8b}").bundle();
    assert_eq!(built.warnings(), [format!("public/map.svgz: warning: {message}")]);
}

#[test]
fn a_drawing_made_of_faults_has_ten_findings() {
    let inside: String = (0..20_000).map(|n| format!("<path on{n}=\"x()\"/>")).collect();
    assert_eq!(shown(svg(&inside)).mistakes().len(), 10);
}
