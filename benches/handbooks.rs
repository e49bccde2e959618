//! How long handbooks take in each format, for 60 and for 600 pages: CPU and wall time, peak memory, size.
//! Run with `cargo bench --bench handbooks`; it writes its table to `benches/README.md`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may stop at the first surprise and prints what it does"
)]

mod corpus;

use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use etalon::compile::{Audience, Handbook, handbook};
use etalon::render::{Look, docx, html, markdown};
use etalon::resolve::{Entrance, read};
use etalon::source::MemoryWorld;
use jiff::civil::date;
use nix::sys::resource::{UsageWho, getrusage};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many files of the corpus make a handbook of so many pages, a page being two and a half sheets of A4.
const SIZES: [(&str, u64); 2] = [("60", 8), ("600", 80)];
const FORMATS: [&str; 4] = ["html", "md", "docx", "pdf"];
const RUNS: usize = 5;

/// What one run took: seconds until the tree, seconds of rendering, CPU seconds of rendering, megabytes, bytes.
#[derive(Clone, Copy)]
struct Run {
    tree: f64,
    wall: f64,
    cpu: f64,
    peak: f64,
    bytes: f64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, mode, format, files] = arguments.as_slice()
        && mode == "--render"
    {
        return render(format, files.parse().unwrap());
    }
    let mut table = String::from(
        "| pages | format | reading and compiling | rendering | CPU | peak memory | size | time for ten times the pages |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for format in FORMATS.iter().filter(|format| **format != "pdf" || cfg!(feature = "pdf")) {
        let mut before = None;
        for (pages, files) in SIZES {
            let run = median(format, files);
            let growth = before.map_or("–".to_owned(), |before| format!("× {:.1}", run.wall / before));
            before = Some(run.wall);
            writeln!(
                table,
                "| {pages} | {format} | {:.3} s | {:.3} s | {:.3} s | {:.0} MB | {:.1} MB | {growth} |",
                run.tree, run.wall, run.cpu, run.peak, run.bytes
            )
            .unwrap();
        }
    }
    println!("{table}");
    publish("handbooks", &table);
}

/// Every run is a process of its own, so that its peak memory is its own.
fn median(format: &str, files: u64) -> Run {
    let program = std::env::current_exe().unwrap();
    let run = || {
        let mut command = Command::new(&program);
        let output = command.args(["--render", format, &files.to_string()]).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let figures: Vec<f64> = text.split_whitespace().map(|figure| figure.parse().unwrap()).collect();
        Run { tree: figures[0], wall: figures[1], cpu: figures[2], peak: figures[3], bytes: figures[4] }
    };
    let mut runs: Vec<Run> = (0..RUNS).map(|_| run()).collect();
    runs.sort_by(|one, other| one.wall.total_cmp(&other.wall));
    runs[RUNS / 2]
}

fn render(format: &str, files: u64) {
    let start = Instant::now();
    let book = book(files);
    let tree = start.elapsed().as_secs_f64();
    let (start, cpu_before) = (Instant::now(), cpu());
    let look = Look::default();
    let bytes = match format {
        "html" => html(&book, &look).len(),
        "md" => markdown(&book).len(),
        "docx" => docx(&book, &look).len(),
        _ => pdf(&book, &look),
    };
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu() - cpu_before);
    let peak = getrusage(UsageWho::RUSAGE_SELF).unwrap().max_rss() as f64 / 1024.0;
    println!("{tree} {wall} {cpu} {peak} {}", bytes as f64 / 1e6);
}

fn book(files: u64) -> Handbook {
    let mut world = MemoryWorld::new(date(2026, 12, 1)).with("etalon.yaml", corpus::manifest());
    for number in 0..files {
        world = world.with(&format!("part-{number:04}.yaml"), corpus::file(number));
    }
    let reading = read(&world, &Entrance::Folder(String::new())).unwrap();
    handbook(&reading.project, &Audience::default(), "en", date(2026, 12, 1))
}

#[cfg(feature = "pdf")]
fn pdf(book: &Handbook, look: &Look) -> usize {
    etalon::render::pdf(book, look).unwrap().len()
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Handbook, _: &Look) -> usize {
    0
}

fn cpu() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_SELF).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    seconds(usage.user_time()) + seconds(usage.system_time())
}

/// Puts the table between its marks in `benches/README.md`.
fn publish(name: &str, table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (start, end) = (format!("<!-- {name}: start -->\n"), format!("<!-- {name}: end -->"));
    let (before, rest) = text.split_once(&start).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    std::fs::write(&path, format!("{before}{start}{table}{end}{after}")).unwrap();
}
