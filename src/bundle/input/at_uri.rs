//! Addresses of records on the AT Protocol (<https://standard.site>): by them, readers there find the site and its texts.

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Record {
    /// The site.
    Publication,
    /// A text of it.
    Document,
}

impl Record {
    /// The name of its schema.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Publication => "site.standard.publication",
            Self::Document => "site.standard.document",
        }
    }

    /// Reads the address of a record of this kind: `at://did:plc:abc/site.standard.document/3lw`. Apps compare it with that
    /// of the record letter by letter, so a name of an account in place of its DID is an error.
    pub(crate) fn read(self, entry: &Entry, reader: &mut FieldReader) -> Option<String> {
        let words = entry.value.words().filter(|words| self.is_address(words));
        words.map(str::to_owned).or_else(|| {
            let example = format!("\"at://did:plc:abc123/{}/3lwafzkjqm25s\"", self.name());
            reader.wrong(entry, "the address of a record, with the DID of its account", &example)
        })
    }

    fn is_address(self, words: &str) -> bool {
        let parts = words.strip_prefix("at://").map(|rest| rest.split('/').collect::<Vec<_>>()).unwrap_or_default();
        let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".:_~-%".contains(&byte));
        match parts.as_slice() {
            [did, name, key] => {
                did.strip_prefix("did:").is_some_and(|did| did.contains(':') && is_plain(did))
                    && *name == self.name()
                    && !key.is_empty()
                    && is_plain(key)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Record;

    #[test]
    fn a_record_is_known_by_its_account_and_its_schema() {
        let publication = "at://did:plc:abc123/site.standard.publication/3lwafzkjqm25s";
        assert!(Record::Publication.is_address(publication) && !Record::Document.is_address(publication));
        assert!(Record::Document.is_address("at://did:web:me.example/site.standard.document/a-key"));
        for wrong in [
            "",
            "https://me.example",
            "at://me.example/site.standard.document/3lw",
            "at://did:plc:abc/site.standard.document/",
            "at://did:plc:abc/site.standard.document/3lw/more",
            "at://did:plc:abc/site.standard.document/3l\"w",
        ] {
            assert!(!Record::Document.is_address(wrong), "{wrong}");
        }
    }
}
