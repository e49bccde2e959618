//! Writes the tables of the benchmarks where people read them.
//! Must never touch anything between other marks.

use std::fs;
use std::path::Path;

/// Puts a table between its marks in `benches/README.md`.
pub(crate) fn publish(name: &str, table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/README.md");
    let text = fs::read_to_string(&path).unwrap();
    let (start, end) = (format!("<!-- {name}: start -->\n"), format!("<!-- {name}: end -->"));
    let (before, rest) = text.split_once(&start).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    fs::write(&path, format!("{before}{start}{table}{end}{after}")).unwrap();
}
