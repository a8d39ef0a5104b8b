//! Abbreviations of time zones, and the zones that they may mean.

use jiff::tz::{TimeZone, TimeZoneDatabase};

/// Abbreviations, which are no zones: some belong to several. The database has a few of them as zones with rules of
/// their own, of which `EST` has no daylight saving time; an author who writes one means a place.
const ABBREVIATIONS: [(&str, &[&str]); 52] = [
    ("ACDT", &["Australia/Adelaide"]),
    ("ACST", &["Australia/Adelaide", "Australia/Darwin"]),
    ("ADT", &["America/Halifax"]),
    ("AEDT", &["Australia/Sydney"]),
    ("AEST", &["Australia/Sydney", "Australia/Brisbane"]),
    ("AKDT", &["America/Anchorage"]),
    ("AKST", &["America/Anchorage"]),
    ("AST", &["America/Halifax", "America/Puerto_Rico"]),
    ("AWST", &["Australia/Perth"]),
    ("BST", &["Europe/London"]),
    ("CAT", &["Africa/Maputo"]),
    ("CDT", &["America/Chicago", "America/Havana"]),
    ("CEST", &["Europe/Berlin", "Europe/Paris"]),
    ("CET", &["Europe/Berlin", "Europe/Paris"]),
    ("CST", &["America/Chicago", "Asia/Shanghai", "America/Havana"]),
    ("CST6CDT", &["America/Chicago"]),
    ("EAT", &["Africa/Nairobi"]),
    ("EDT", &["America/New_York"]),
    ("EEST", &["Europe/Athens", "Europe/Kyiv"]),
    ("EET", &["Europe/Athens", "Europe/Kyiv", "Africa/Cairo"]),
    ("EST", &["America/New_York"]),
    ("EST5EDT", &["America/New_York"]),
    ("HKT", &["Asia/Hong_Kong"]),
    ("HST", &["Pacific/Honolulu"]),
    ("IDT", &["Asia/Jerusalem"]),
    ("IST", &["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
    ("JST", &["Asia/Tokyo"]),
    ("KST", &["Asia/Seoul"]),
    ("MDT", &["America/Denver"]),
    ("MESZ", &["Europe/Berlin"]),
    ("MET", &["Europe/Berlin"]),
    ("MEZ", &["Europe/Berlin"]),
    ("MSK", &["Europe/Moscow"]),
    ("MST", &["America/Denver", "America/Phoenix"]),
    ("MST7MDT", &["America/Denver"]),
    ("NDT", &["America/St_Johns"]),
    ("NST", &["America/St_Johns"]),
    ("NZDT", &["Pacific/Auckland"]),
    ("NZST", &["Pacific/Auckland"]),
    ("PDT", &["America/Los_Angeles"]),
    ("PKT", &["Asia/Karachi"]),
    ("PST", &["America/Los_Angeles", "Asia/Manila"]),
    ("PST8PDT", &["America/Los_Angeles"]),
    ("SAST", &["Africa/Johannesburg"]),
    ("SGT", &["Asia/Singapore"]),
    ("SST", &["Pacific/Pago_Pago"]),
    ("WAT", &["Africa/Lagos"]),
    ("WEST", &["Europe/Lisbon"]),
    ("WET", &["Europe/Lisbon"]),
    ("WIB", &["Asia/Jakarta"]),
    ("WIT", &["Asia/Jayapura"]),
    ("WITA", &["Asia/Makassar"]),
];

/// The zones that an abbreviation may mean.
pub(super) fn meant(name: &str) -> Option<&'static [&'static str]> {
    let known = ABBREVIATIONS.iter().find(|(short, _)| short.eq_ignore_ascii_case(name));
    known.map(|(_, zones)| *zones)
}

/// The first of the zones that an abbreviation may mean.
pub(crate) fn of_abbreviation(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(meant(name)?.first()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZoneDatabase;

    use super::ABBREVIATIONS;

    #[test]
    fn each_abbreviation_leads_to_zones_that_are_in_use() {
        for (short, zones) in ABBREVIATIONS {
            for name in zones {
                let zone = TimeZoneDatabase::bundled().get(name);
                assert!(zone.is_ok_and(|zone| zone.primary_iana_name() == Some(name)), "{short}: {name}");
            }
        }
    }
}
