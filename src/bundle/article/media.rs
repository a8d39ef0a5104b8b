//! Writes what the readers' program does not: pictures with attributes, galleries, and frames of other hosts.

use crate::bundle::input::config::content_security_policy::host;
use crate::bundle::input::media::embed::Embed;
use crate::bundle::input::media::reference_at;
use crate::bundle::input::media::services::Shape;
use crate::bundle::input::post::Post;
use crate::content::RenderData;
use crate::markdown::destination::{Destination, escaped};
use crate::markdown::{Alone, PictureAttributes, Reference, Replaced};

use super::picture::{Form, block, words};
use super::sanitise::frame::SANDBOX;

/// The `sizes` of a picture of a gallery: at most half of the text column, as in `style/gallery.css`.
const IN_GALLERY: &str = "min(50vw, 27rem)";

/// What a frame may use besides what its sandbox allows, as players need it.
const MAY_USE: &str = "autoplay; encrypted-media; picture-in-picture";

/// What is shown in place of parts of a text, in its order.
pub(super) fn replaced(post: &Post, beside: &RenderData, base: &str) -> Vec<Replaced> {
    let first = post.anatomy.references.iter().find(|it| it.image).map(|it| it.span.start);
    let writer = Writer { post, beside, base, first };
    let galleries: Vec<Replaced> = post.anatomy.alone.iter().filter_map(|alone| writer.gallery(alone)).collect();
    let is_done = |picture: usize| {
        let before = galleries.partition_point(|gallery| gallery.span.start <= picture);
        before.checked_sub(1).is_some_and(|last| galleries[last].span.contains(&picture))
    };
    let pictures = post.media.attributes.iter().filter(|it| !is_done(it.picture.start));
    let pictures: Vec<Replaced> = pictures.filter_map(|attributes| writer.picture(attributes)).collect();
    let embeds = post.media.embeds.iter().enumerate().map(|(number, embed)| writer.embed(embed, number + 1));
    let mut all: Vec<Replaced> = embeds.chain(galleries).chain(pictures).collect();
    all.sort_by_key(|replaced| replaced.span.start);
    all
}

struct Writer<'a> {
    post: &'a Post,
    beside: &'a RenderData,
    base: &'a str,
    /// Where the first picture begins, which may be in view from the start.
    first: Option<usize>,
}

impl<'a> Writer<'a> {
    /// The picture at an offset.
    fn reference(&self, start: usize) -> Option<&'a Reference> {
        reference_at(&self.post.anatomy.references, start).filter(|reference| reference.image)
    }

    /// The paragraph that has nothing but the picture at an offset.
    fn paragraph(&self, start: usize) -> Option<&'a Alone> {
        let alone = &self.post.anatomy.alone;
        let last = alone.partition_point(|alone| alone.span.start <= start).checked_sub(1)?;
        alone.get(last).filter(|alone| matches!(&alone.items[..], [only] if only.start == start))
    }

    /// The forms of a picture: that for light pages, and that for dark ones if it has one.
    fn forms(&self, reference: &'a Reference) -> Vec<Form<'a>> {
        let image = |written: &str| Form::new(written, &reference.alt, &reference.title, self.beside, self.base);
        let dark = self.post.media.of(&reference.span).and_then(|attributes| attributes.get("dark"));
        let dark = dark.and_then(|dark| image(&dark.value));
        let mut forms: Vec<_> = image(&reference.written).into_iter().chain(dark).collect();
        if let [light, dark] = &mut forms[..] {
            (light.class, dark.class) = ("for-light", "for-dark");
            // Of two pictures that may wait, the browser loads only the one that is shown.
            (light.lazy, dark.lazy) = (true, true);
        } else {
            forms.iter_mut().for_each(|form| form.lazy = self.first != Some(reference.span.start));
        }
        forms
    }

    /// A picture with attributes. `None` if it may not be loaded: its alternative text is shown then.
    fn picture(&self, attributes: &PictureAttributes) -> Option<Replaced> {
        let reference = self.reference(attributes.picture.start)?;
        let forms = self.forms(reference);
        forms.first()?;
        let alone = self.paragraph(reference.span.start);
        let html = if alone.is_some() { block(&forms) } else { forms.iter().map(Form::inline).collect() };
        let span = alone.map_or(&reference.span, |alone| &alone.span).clone();
        Some(Replaced { span, block: alone.is_some(), html })
    }

    /// Several pictures of the site, each on a line of its own.
    fn gallery(&self, alone: &Alone) -> Option<Replaced> {
        if alone.items.len() < 2 || !alone.lines {
            return None;
        }
        let mut html = "<div class=\"gallery\">\n".to_owned();
        for item in &alone.items {
            let mut forms = self.forms(self.reference(item.start)?);
            // A picture of unknown size, such as a badge of another host, stays in its line.
            forms.first()?.picture?;
            forms.iter_mut().for_each(|form| form.sizes = IN_GALLERY);
            html.push_str(&block(&forms));
        }
        html.push_str("</div>\n");
        Some(Replaced { span: alone.span.clone(), block: true, html })
    }

    /// A page of another host: a frame that is loaded when a reader opens it, or a link.
    fn embed(&self, embed: &Embed, number: usize) -> Replaced {
        let paragraph = embed.paragraph.as_ref();
        let html = match paragraph {
            Some(_) if embed.allowed => self.frame(embed, number),
            Some(_) => format!("<p>{}</p>\n", link(embed)),
            None if embed.in_link => words(&embed.alt),
            None => link(embed),
        };
        Replaced { span: paragraph.unwrap_or(&embed.span).clone(), block: paragraph.is_some(), html }
    }

    /// A card with an empty frame, into which a link loads the page. A frame with an address would be loaded at once where
    /// scripts are turned off, also within closed `<details>` and with `loading="lazy"`. With an id, it is not repeated in the
    /// margin if it is in a footnote: of two frames of a name, a link finds one.
    /// `output/document/cards.js` empties the frame of a card that is closed.
    fn frame(&self, embed: &Embed, number: usize) -> String {
        let title = words(if embed.alt.is_empty() { &embed.frame.name } else { &embed.alt });
        let class = match embed.frame.shape {
            Shape::Film => "embed",
            Shape::Strip => "embed strip",
            Shape::Page => "embed tall",
        };
        let (still, frame) = (self.still(embed), escaped(&embed.frame.address));
        let caption = if embed.title.is_empty() { String::new() } else { words(&embed.title) + " " };
        let name = words(&format!("frame-{}-{number}", self.post.slug));
        let (loaded, page) = (&embed.frame.address, Destination::new(&embed.written).url);
        format!(
            "<figure class=\"{class}\"><details><summary>{still}{title}</summary>\
             <a href=\"{frame}\" target=\"{name}\" rel=\"external\">{}</a>\
             <iframe id=\"{name}\" name=\"{name}\" title=\"{title}\" sandbox=\"{SANDBOX}\" allow=\"{MAY_USE}\" allowfullscreen=\"\" \
             referrerpolicy=\"strict-origin-when-cross-origin\"></iframe></details>\
             <figcaption>{caption}<a href=\"{}\" rel=\"external\">{}</a></figcaption></figure>\n",
            host_name(loaded),
            escaped(&page),
            host_name(&page).trim_start_matches("www."),
        )
    }

    /// The picture that is shown until the frame is. Its words are those beside it.
    fn still(&self, embed: &Embed) -> String {
        let poster = self.post.media.of(&embed.span).and_then(|attributes| attributes.get("poster"));
        let image = poster.and_then(|poster| Form::new(&poster.value, "", "", self.beside, self.base));
        let waiting = |mut image: Form<'_>| {
            image.lazy = true;
            image.inline()
        };
        image.map(waiting).unwrap_or_default()
    }
}

/// The host of an address, as a text.
fn host_name(address: &str) -> String {
    words(host(address).unwrap_or_default().trim_start_matches("https://"))
}

/// A link to a page.
fn link(embed: &Embed) -> String {
    let page = Destination::new(&embed.written).url;
    let title = if embed.title.is_empty() { String::new() } else { format!(" title=\"{}\"", words(&embed.title)) };
    let shown = words(if embed.alt.is_empty() { &page } else { &embed.alt });
    format!("<a href=\"{}\" rel=\"external\"{title}>{shown}</a>", escaped(&page))
}
