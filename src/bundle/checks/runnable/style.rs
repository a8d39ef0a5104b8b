//! Finds the URLs that the style of an SVG loads.

/// The functions of CSS that load a URL. All but the first take it in quotes.
const FUNCTIONS: [&str; 4] = ["url(", "src(", "image-set(", "image("];

/// The first URL that some CSS loads from elsewhere. A part of the drawing (`#gradient`) and a `data:` URL are not
/// loaded.
pub(super) fn loads(css: &str) -> Option<String> {
    let css = unescaped(css);
    // Lower-casing ASCII keeps all offsets.
    let lower = css.to_ascii_lowercase();
    if let Some(at) = lower.find("@import") {
        return Some(upto(&css[at..], &[';', '\n']));
    }
    let names = FUNCTIONS.into_iter().flat_map(|name| lower.match_indices(name));
    let named = names.filter_map(|(at, name)| {
        let inside = css[at + name.len()..].trim_start();
        let quoted = inside.strip_prefix(['"', '\'']).map(str::trim_start);
        quoted.or((name == FUNCTIONS[0]).then_some(inside))
    });
    named.into_iter().find(|address| !is_inside(address)).map(|address| upto(address, &['"', '\'', ')']))
}

fn upto(text: &str, ends: &[char]) -> String {
    text.split(ends).next().unwrap_or_default().trim().to_owned()
}

fn is_inside(address: &str) -> bool {
    let data = || address.get(.."data:".len()).is_some_and(|start| start.eq_ignore_ascii_case("data:"));
    address.starts_with(['#', ')', '"', '\'']) || address.is_empty() || data()
}

/// CSS with its escapes resolved (CSS Syntax 3, 4.3.7): `\75rl(` is `url(`.
fn unescaped(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        let digits = escape.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let code = u32::from_str_radix(&escape[..digits], 16).ok().and_then(char::from_u32);
        plain.extend(code);
        rest = &escape[digits..];
        if digits > 0 {
            rest = rest.strip_prefix(|c: char| c.is_ascii_whitespace()).unwrap_or(rest);
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::loads;

    #[test]
    fn a_style_loads_what_is_not_in_the_drawing() {
        for css in [
            "",
            "fill: url(#sky)",
            ".a { fill: url('#sky') } .b { src: url( \"data:font/woff2;base64,AA\" ) }",
            "@namespace svg \"http://www.w3.org/2000/svg\";",
            "@keyframes turn { to { rotate: 1turn } }",
            "@media (prefers-color-scheme: dark) { path { fill: #fff } }",
            "a { content: \"\\201C\" }",
        ] {
            assert_eq!(loads(css), None, "{css}");
        }
        for (css, address) in [
            ("fill: url(https://x.example/a)", "https://x.example/a"),
            ("fill: URL( 'other.svg#a' )", "other.svg#a"),
            ("a{b:url(#a)} c{d:url(//x.example)}", "//x.example"),
            ("@import 'https://x.example/a.css'; a {}", "@import 'https://x.example/a.css'"),
            ("@IMPORT url(x.css)", "@IMPORT url(x.css)"),
            ("fill: u\\72l(https://x.example)", "https://x.example"),
            ("@\\69 mport \"x.css\"", "@import \"x.css\""),
            ("background: image-set(\"a.png\" 1x)", "a.png"),
        ] {
            assert_eq!(loads(css).as_deref(), Some(address), "{css}");
        }
    }
}
