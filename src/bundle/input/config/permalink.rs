//! The form of the addresses of posts: `permalink` in `site.toml`.

use serde::{Deserialize, Serialize};

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;
use crate::bundle::input::slugify::slugify;
use crate::content::{Date, Route, Slug};

/// The segments of the address of a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permalink(Vec<Segment>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Segment {
    /// The same in all addresses.
    Fixed(String),
    /// The year of the date, in four digits.
    Year,
    /// Its month, in two digits.
    Month,
    /// Its day, in two digits.
    Day,
    /// The slug of the post.
    Slug,
}

/// Each part of an address by its name in `site.toml`.
const NAMED: [(&str, Segment); 4] =
    [(":year", Segment::Year), (":month", Segment::Month), (":day", Segment::Day), (":slug", Segment::Slug)];

impl Default for Permalink {
    fn default() -> Self {
        Self(vec![Segment::Fixed("posts".to_owned()), Segment::Slug])
    }
}

impl Permalink {
    /// A form such as `/:year/:month/:slug/`. The reason, if it is none.
    ///
    /// # Errors
    /// What is wrong with the form.
    pub fn new(form: &str) -> Result<Self, String> {
        let inner = form.strip_prefix('/').and_then(|form| form.strip_suffix('/'));
        let inner = inner.ok_or_else(|| format!("\"{form}\" does not begin and end with a slash"))?;
        let segments = inner.split('/').map(segment).collect::<Result<Vec<_>, _>>()?;
        if segments.iter().filter(|segment| **segment == Segment::Slug).count() != 1 {
            return Err(format!("\"{form}\" does not have :slug once"));
        }
        let permalink = Self(segments);
        let sample = slugify("hello").zip(Date::new(2000, 1, 1));
        let is_free = sample.is_some_and(|(slug, day)| permalink.route(&slug, day).is_some());
        if is_free { Ok(permalink) } else { Err(format!("\"{form}\" is an address of the site's own lists")) }
    }

    /// That of the texts of a folder: `/projects/:slug/`.
    pub(super) fn within(folder: &Slug) -> Self {
        Self(vec![Segment::Fixed(folder.to_string()), Segment::Slug])
    }

    /// Reads `permalink`. A form that is wrong is an error.
    pub(crate) fn read(entry: &Entry, reader: &mut FieldReader) -> Self {
        let form = entry.value.words().ok_or_else(|| "\"permalink\" is not the form of an address".to_owned());
        form.and_then(Self::new).unwrap_or_else(|message| {
            let remedy = "write permalink = \"/:year/:month/:day/:slug/\", or another form of :year, :month, :day, :slug \
                          and fixed words between slashes";
            reader.error(entry.at, message, remedy);
            Self::default()
        })
    }

    /// The address of a post of a day. `None` if it is one of the site's own, such as `/tags/`.
    #[must_use]
    pub fn route(&self, slug: &Slug, day: Date) -> Option<Route> {
        let path: Vec<String> = self.0.iter().map(|segment| segment.filled(slug, day)).collect();
        Route::article(&path.join("/"))
    }

    /// The slug in an address of this form. `None` if it has another form.
    #[must_use]
    pub fn slug_in<'p>(&self, path: &'p str) -> Option<&'p str> {
        let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
        let fits = segments.len() == self.0.len() && self.0.iter().zip(&segments).all(|(form, part)| form.fits(part));
        let at = self.0.iter().position(|segment| *segment == Segment::Slug)?;
        segments.get(at).copied().filter(|_| fits)
    }
}

impl Segment {
    fn filled(&self, slug: &Slug, day: Date) -> String {
        match self {
            Self::Fixed(word) => word.clone(),
            Self::Year => format!("{:04}", day.year()),
            Self::Month => format!("{:02}", day.month()),
            Self::Day => format!("{:02}", day.day()),
            Self::Slug => slug.to_string(),
        }
    }

    /// Whether a segment of an address can be this one.
    fn fits(&self, part: &str) -> bool {
        let digits = |count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        match self {
            Self::Fixed(word) => word == part,
            Self::Year => digits(4),
            Self::Month | Self::Day => digits(2),
            Self::Slug => true,
        }
    }
}

fn segment(written: &str) -> Result<Segment, String> {
    if let Some((_, segment)) = NAMED.iter().find(|(name, _)| *name == written) {
        return Ok(segment.clone());
    }
    // A slug as it is made of words: an address is typed by people.
    let fixed = slugify(written).filter(|slug| slug.as_str() == written);
    match fixed {
        Some(word) => Ok(Segment::Fixed(word.to_string())),
        None if written.starts_with(':') => Err(format!("\"{written}\" is no part of an address that is known")),
        None => Err(format!("\"{written}\" cannot be a part of an address")),
    }
}
