//! Kinds of pictures, by their bytes, and which may be used.

/// A kind of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
    /// GIF.
    Gif,
    /// SVG.
    Svg,
    /// A PNG or WebP that moves, by the end of its name.
    Animated(&'static str),
    /// What the browser may know.
    Other,
}

impl Kind {
    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png | Self::Animated("png") => "image/png",
            Self::WebP | Self::Animated(_) => "image/webp",
            Self::Gif => "image/gif",
            Self::Svg => "image/svg+xml",
            Self::Other => "",
        }
    }

    /// The end of a file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Svg => "svg",
            Self::Animated(extension) => extension,
            Self::Other => "bin",
        }
    }
}

/// The kind of a picture.
///
/// # Errors
/// If it may do more than be seen: what is wrong, and the remedy.
pub fn kind(bytes: &[u8]) -> Result<Kind, (String, &'static str)> {
    let has = |mark: &[u8]| bytes.windows(mark.len()).take(4096).any(|window| window == mark);
    Ok(match bytes {
        [0xff, 0xd8, 0xff, ..] => Kind::Jpeg,
        [0x89, b'P', b'N', b'G', ..] if has(b"acTL") => Kind::Animated("png"),
        [0x89, b'P', b'N', b'G', ..] => Kind::Png,
        [b'G', b'I', b'F', b'8', ..] => Kind::Gif,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] if has(b"ANIM") => Kind::Animated("webp"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Kind::WebP,
        _ if has(b"<svg") => {
            harmless(bytes)?;
            Kind::Svg
        }
        _ => Kind::Other,
    })
}

/// Whether an SVG only draws. One that is opened by its own address may otherwise run scripts as the site.
fn harmless(bytes: &[u8]) -> Result<(), (String, &'static str)> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(("the SVG is not in UTF-8".to_owned(), "save it as UTF-8"));
    };
    let text = text.to_ascii_lowercase();
    let named =
        ["<script", "<foreignobject", "<iframe", "<embed", "<object", "<!entity", "javascript:", "@import", "<handler"];
    let found = named.into_iter().find(|part| text.contains(part));
    let found = found
        .or_else(|| has_handler(&text).then_some("an event handler"))
        .or_else(|| has_host(&text).then_some("an address of another host"));
    match found {
        None => Ok(()),
        Some(found) => {
            Err((format!("the SVG has {found}, which may do more than draw"), "export it as a plain SVG, or as PNG"))
        }
    }
}

/// Whether there is an attribute such as `onload=`.
fn has_handler(text: &str) -> bool {
    text.match_indices(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | '/')).any(|(at, _)| {
        let rest = &text[at + 1..];
        let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        rest.starts_with("on") && name > 2 && rest[name..].trim_start().starts_with('=')
    })
}

/// Whether something is loaded from another host. Namespaces are not loaded.
fn has_host(text: &str) -> bool {
    ["href", "src", "url("].iter().any(|name| {
        text.match_indices(name).any(|(at, _)| {
            let value = text[at + name.len()..]
                .trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '"' | '\''));
            ["http:", "https:", "//", "ftp:"].iter().any(|start| value.starts_with(start))
        })
    })
}

/// The size of a picture whose longer side is at most so long. No side is shorter than 1.
#[must_use]
pub fn fit((width, height): (u32, u32), max_side: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= max_side {
        return (width.max(1), height.max(1));
    }
    let scaled = |side: u32| (u64::from(side) * u64::from(max_side) / u64::from(longer)).max(1) as u32;
    (scaled(width), scaled(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_is_shrunk_and_a_small_picture_is_not() {
        assert_eq!(fit((4000, 3000), 2000), (2000, 1500));
        assert_eq!(fit((800, 600), 2000), (800, 600));
        assert_eq!(fit((20_000, 3), 2000), (2000, 1));
    }

    #[test]
    fn an_svg_that_only_draws_is_used() {
        let svg = br##"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" font="on=1"><use href="#a"/><path d="M0 0"/></svg>"##;
        assert_eq!(kind(svg).expect("a kind"), Kind::Svg);
        assert_eq!(kind(b"<svg><text>Set it on, then go on = true</text></svg>").expect("a kind"), Kind::Svg);
    }

    #[test]
    fn an_svg_that_may_do_more_is_refused() {
        for inside in [
            "<script>x()</script>",
            "<SCRIPT href='a.js'/>",
            "<a href='javascript:x()'/>",
            "<rect onload = 'x()'/>",
            "<rect\nONCLICK='x()'/>",
            "<rect a='b'onclick='x()'/>",
            "<image href=\"https://tracker.example/p.png\"/>",
            "<image xlink:href='//tracker.example/p.png'/>",
            "<style>@import 'a.css'</style>",
            "<foreignObject><p>hi</p></foreignObject>",
        ] {
            let svg = format!("<svg>{inside}</svg>");
            assert!(kind(svg.as_bytes()).is_err(), "{inside}");
        }
    }

    #[test]
    fn kinds_are_known_by_their_bytes() {
        assert_eq!(kind(b"\xff\xd8\xff\xe0").expect("a kind"), Kind::Jpeg);
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n....IHDR....acTL").expect("a kind"), Kind::Animated("png"));
        assert_eq!(kind(b"RIFF\0\0\0\0WEBPVP8X....ANIM").expect("a kind"), Kind::Animated("webp"));
        assert_eq!(kind(b"").expect("a kind"), Kind::Other);
        assert_eq!(kind(b"GIF89a").expect("a kind"), Kind::Gif);
    }
}
