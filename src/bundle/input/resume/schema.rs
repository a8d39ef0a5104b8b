//! The keys of a résumé: JSON Resume 1.0.0 (jsonresume.org/schema).

/// What the value of a key is.
pub(super) enum Shape {
    Text,
    /// A full address.
    Address,
    /// A day, a month or a year: `2014-02-28`, `2014-02`, `2014`.
    Date,
    /// A list of texts.
    Texts,
    /// A table.
    Part(&'static [Field]),
    /// A list of tables.
    Parts(&'static [Field]),
}

/// A key, and what its value is.
pub(super) type Field = (&'static str, Shape);

use Shape::{Address, Date, Part, Parts, Text, Texts};

/// The keys of the whole.
pub(super) const RESUME: &[Field] = &[
    ("$schema", Text),
    ("basics", Part(BASICS)),
    ("work", Parts(WORK)),
    ("volunteer", Parts(VOLUNTEER)),
    ("education", Parts(EDUCATION)),
    ("awards", Parts(AWARDS)),
    ("certificates", Parts(CERTIFICATES)),
    ("publications", Parts(PUBLICATIONS)),
    ("skills", Parts(SKILLS)),
    ("languages", Parts(LANGUAGES)),
    ("interests", Parts(INTERESTS)),
    ("references", Parts(REFERENCES)),
    ("projects", Parts(PROJECTS)),
    ("meta", Part(META)),
];

const BASICS: &[Field] = &[
    ("name", Text),
    ("label", Text),
    ("image", Text),
    ("email", Text),
    ("phone", Text),
    ("url", Address),
    ("summary", Text),
    ("location", Part(LOCATION)),
    ("profiles", Parts(PROFILES)),
];

const LOCATION: &[Field] =
    &[("address", Text), ("postalCode", Text), ("city", Text), ("countryCode", Text), ("region", Text)];

const PROFILES: &[Field] = &[("network", Text), ("username", Text), ("url", Address)];

const WORK: &[Field] = &[
    ("name", Text),
    ("location", Text),
    ("description", Text),
    ("position", Text),
    ("url", Address),
    ("startDate", Date),
    ("endDate", Date),
    ("summary", Text),
    ("highlights", Texts),
];

const VOLUNTEER: &[Field] = &[
    ("organization", Text),
    ("position", Text),
    ("url", Address),
    ("startDate", Date),
    ("endDate", Date),
    ("summary", Text),
    ("highlights", Texts),
];

const EDUCATION: &[Field] = &[
    ("institution", Text),
    ("url", Address),
    ("area", Text),
    ("studyType", Text),
    ("startDate", Date),
    ("endDate", Date),
    ("score", Text),
    ("courses", Texts),
];

const AWARDS: &[Field] = &[("title", Text), ("date", Date), ("awarder", Text), ("summary", Text)];

const CERTIFICATES: &[Field] = &[("name", Text), ("date", Date), ("url", Address), ("issuer", Text)];

const PUBLICATIONS: &[Field] =
    &[("name", Text), ("publisher", Text), ("releaseDate", Date), ("url", Address), ("summary", Text)];

const SKILLS: &[Field] = &[("name", Text), ("level", Text), ("keywords", Texts)];

const LANGUAGES: &[Field] = &[("language", Text), ("fluency", Text)];

const INTERESTS: &[Field] = &[("name", Text), ("keywords", Texts)];

const REFERENCES: &[Field] = &[("name", Text), ("reference", Text)];

const PROJECTS: &[Field] = &[
    ("name", Text),
    ("description", Text),
    ("highlights", Texts),
    ("keywords", Texts),
    ("startDate", Date),
    ("endDate", Date),
    ("url", Address),
    ("roles", Texts),
    ("entity", Text),
    ("type", Text),
];

const META: &[Field] = &[("canonical", Address), ("version", Text), ("lastModified", Text)];
