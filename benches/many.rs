//! How long the handbooks of a whole chain take in one run: wall and CPU time, peak memory, files and bytes, for 20, 200
//! and 2 000 shops in four languages. Run with `cargo bench --bench many`; it writes its table to `benches/README.md`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark may stop at the first surprise and prints what it does"
)]

mod corpus;
mod readme;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

const SHOPS: [u64; 3] = [20, 200, 2_000];

/// What is asked of the program, each with the words of the table for it.
const RUNS: [(&str, &[&str]); 4] = [
    ("`etalon check`", &["check"]),
    ("one page each", &["build", "--each", "location", "--format", "html"]),
    ("the same again, nothing changed", &["build", "--each", "location", "--format", "html"]),
    ("the same with `--locked`", &["build", "--each", "location", "--format", "html", "--locked"]),
];

/// What one run took.
struct Run {
    wall: f64,
    cpu: f64,
    peak_mb: f64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, mode, rest @ ..] = arguments.as_slice()
        && mode == "--run"
    {
        return run(rest);
    }
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("many");
    let mut table = String::from(
        "| shops | what | wall | CPU | peak memory | files | bytes | CPU for ten times the shops |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    let mut before: [Option<f64>; RUNS.len()] = [None; RUNS.len()];
    for shops in SHOPS {
        let folder = root.join(shops.to_string());
        write_corpus(&folder, shops);
        for (at, (what, arguments)) in RUNS.iter().enumerate() {
            let run = measured(&folder, arguments);
            let (files, bytes) = size(&folder.join("dist"));
            let growth = before[at].map_or("–".to_owned(), |before| format!("× {:.1}", run.cpu / before));
            before[at] = Some(run.cpu);
            writeln!(
                table,
                "| {shops} | {what} | {:.2} s | {:.2} s | {:.0} MB | {files} | {:.1} MB | {growth} |",
                run.wall,
                run.cpu,
                run.peak_mb,
                bytes as f64 / 1e6,
            )
            .unwrap();
            println!("{shops} {what}: {:.2} s", run.wall);
        }
        fs::remove_dir_all(&folder).unwrap();
    }
    println!("{table}");
    readme::publish("many", &table);
}

fn write_corpus(folder: &Path, shops: u64) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("etalon.yaml"), corpus::manifest()).unwrap();
    fs::write(folder.join("part.yaml"), corpus::file(0)).unwrap();
    for (name, text) in corpus::shops::shops(shops) {
        fs::write(folder.join(name), text).unwrap();
    }
}

/// Every run is measured by a process of its own, so that its peak memory is its own.
fn measured(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let output = command.arg("--run").args(arguments).current_dir(folder).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let figures: Vec<f64> = text.split_whitespace().map(|figure| figure.parse().unwrap()).collect();
    Run { wall: figures[0], cpu: figures[1], peak_mb: figures[2] }
}

fn run(arguments: &[String]) {
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_etalon"));
    command.args(arguments).env("ETALON_AS_OF", "2026-12-01").stdout(Stdio::null());
    assert!(command.status().unwrap().success(), "{arguments:?} failed");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let cpu = seconds(usage.user_time()) + seconds(usage.system_time());
    println!("{} {cpu} {}", start.elapsed().as_secs_f64(), usage.max_rss() as f64 / 1024.0);
}

/// How many files there are in a folder, and how many bytes in them.
fn size(folder: &Path) -> (u64, u64) {
    let Ok(entries) = fs::read_dir(folder) else { return (0, 0) };
    entries.map(|entry| entry.unwrap()).fold((0, 0), |(files, bytes), entry| {
        let about = entry.metadata().unwrap();
        let (more, size) = if about.is_dir() { size(&entry.path()) } else { (1, about.len()) };
        (files + more, bytes + size)
    })
}
