//! Reads the JSON of Ghost's export as a stream: posts are given one after another, tables of relations are kept.

use std::fmt;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::broken::Broken;

/// Reads the rows of the tables of an export. `wants` names the tables to read.
pub(super) fn read(path: &Path, wants: &dyn Fn(&str) -> bool, each: &mut dyn FnMut(&str, Value)) -> Result<(), Broken> {
    let remedy = "export again, or mend the file there; what is before was read";
    let file = match File::open(path) {
        Ok(file) => BufReader::with_capacity(256 * 1024, file),
        Err(error) => return Err(Broken::at(path, 0, error.to_string(), remedy)),
    };
    let mut json = serde_json::Deserializer::from_reader(file);
    Level { wants, each }.deserialize(&mut json).map_err(|error| Broken {
        path: path.to_owned(),
        line: error.line().max(1),
        column: error.column().max(1),
        message: error.to_string(),
        remedy: remedy.to_owned(),
    })
}

/// An object or a list above the tables: the file, `db`, its entry, `data`.
struct Level<'a> {
    wants: &'a dyn Fn(&str) -> bool,
    each: &'a mut dyn FnMut(&str, Value),
}

impl<'de> DeserializeSeed<'de> for Level<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export of Ghost: {\"db\": [{\"data\": {\"posts\": […]}}]}")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Level { wants: self.wants, each: &mut *self.each })?.is_some() {}
        Ok(())
    }

    // The depth is that of these three names.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "db" || key == "data" {
                map.next_value_seed(Level { wants: self.wants, each: &mut *self.each })?;
            } else if (self.wants)(&key) {
                map.next_value_seed(Table { name: &key, each: &mut *self.each })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// A table: a list of rows.
struct Table<'a> {
    name: &'a str,
    each: &'a mut dyn FnMut(&str, Value),
}

impl<'de> DeserializeSeed<'de> for Table<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Table<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rows of \"{}\"", self.name)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        while let Some(row) = rows.next_element::<Value>()? {
            (self.each)(self.name, row);
        }
        Ok(())
    }
}
