//! How long `etalon check` takes, from start-up to 2 000 files: CPU time and peak memory of the whole process.
//! Run with `cargo bench --bench checking`; it writes its table to `benches/README.md`.
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

use corpus::typed::Document;
use nix::sys::resource::{UsageWho, getrusage};

/// A standard to be checked.
struct Workload {
    name: &'static str,
    files: u64,
    runs: usize,
}

const WORKLOADS: [Workload; 4] = [
    Workload { name: "start-up", files: 0, runs: 21 },
    Workload { name: "S", files: 1, runs: 21 },
    Workload { name: "M", files: 100, runs: 9 },
    Workload { name: "L", files: 2_000, runs: 3 },
];

/// What one workload took.
struct Row {
    name: &'static str,
    bytes: u64,
    check: Measured,
    typed: f64,
    untyped: f64,
    events: f64,
}

/// CPU seconds (median), wall seconds (median) and peak memory.
struct Measured {
    cpu: f64,
    wall: f64,
    peak_mb: f64,
}

fn main() {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("checking");
    let rows: Vec<Row> = WORKLOADS.iter().map(|workload| measure(&root, workload)).collect();
    let table = table(&rows);
    println!("{table}");
    readme::publish("checking", &table);
}

fn measure(root: &Path, workload: &Workload) -> Row {
    let folder = root.join(workload.name);
    let bytes = write_corpus(&folder, workload.files);
    let program = env!("CARGO_BIN_EXE_etalon");
    let mut command = Command::new(program);
    command.arg("check").arg(&folder).args(["--format", "concise"]).stdout(Stdio::null());
    // Sound standards only: a finding would mean that something else is timed.
    assert!(command.status().unwrap().success(), "{} has findings", workload.name);
    let check = median(workload.runs, || {
        assert!(command.status().unwrap().success());
    });
    let paths = yaml_files(&folder);
    let texts = || paths.iter().map(|path| fs::read_to_string(path).unwrap());
    let typed = own_cpu(workload.runs, || {
        for text in texts() {
            serde_yaml::from_str::<Document>(&text).unwrap();
        }
    });
    let untyped = own_cpu(workload.runs, || {
        for text in texts() {
            let value: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
            assert!(value.is_mapping());
        }
    });
    let events = own_cpu(workload.runs, || texts().for_each(|text| assert!(last_place(&text) <= text.len())));
    Row { name: workload.name, bytes, check, typed, untyped, events }
}

/// Takes every event of a text with its place, and gives the last one.
fn last_place(text: &str) -> usize {
    let mut parser = saphyr_parser::Parser::new_from_str(text);
    let mut last = 0;
    while let Some(event) = parser.next_event() {
        last = last.max(event.unwrap().1.start.index());
    }
    last
}

fn write_corpus(folder: &Path, files: u64) -> u64 {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    let manifest = corpus::manifest();
    fs::write(folder.join("etalon.yaml"), &manifest).unwrap();
    let mut bytes = manifest.len() as u64;
    for number in 0..files {
        let text = corpus::file(number);
        fs::write(folder.join(format!("part-{number:04}.yaml")), &text).unwrap();
        bytes += text.len() as u64;
    }
    bytes
}

fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn cpu(who: UsageWho) -> f64 {
    let usage = getrusage(who).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    seconds(usage.user_time()) + seconds(usage.system_time())
}

/// Medians over several runs of a child process. Peak memory is that of the largest child so far, and workloads
/// come in rising size.
fn median(runs: usize, mut run: impl FnMut()) -> Measured {
    let mut cpus = Vec::new();
    let mut walls = Vec::new();
    for _ in 0..runs {
        let (before, start) = (cpu(UsageWho::RUSAGE_CHILDREN), std::time::Instant::now());
        run();
        walls.push(start.elapsed().as_secs_f64());
        cpus.push(cpu(UsageWho::RUSAGE_CHILDREN) - before);
    }
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss() as f64 / 1024.0;
    Measured { cpu: middle(cpus), wall: middle(walls), peak_mb: peak }
}

fn own_cpu(runs: usize, run: impl Fn()) -> f64 {
    let once = |_| {
        let before = cpu(UsageWho::RUSAGE_SELF);
        run();
        cpu(UsageWho::RUSAGE_SELF) - before
    };
    middle((0..runs).map(once).collect())
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn table(rows: &[Row]) -> String {
    let mut table = String::from(
        "| workload | size | CPU | wall | peak memory | CPU per MB | serde_yaml, typed | serde_yaml, untyped | parser events | ratio to typed | ratio to events |\n\
         |---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let (mb, ms) = (row.bytes as f64 / 1e6, row.check.cpu * 1e3);
        let (typed, untyped, events) = (row.typed * 1e3, row.untyped * 1e3, row.events * 1e3);
        let large = |value: String| if mb > 1.0 { value } else { "–".to_owned() };
        writeln!(
            table,
            "| {} | {mb:.2} MB | {ms:.1} ms | {:.1} ms | {:.0} MB | {} | {typed:.1} ms | {untyped:.1} ms | {events:.1} ms | {} | {} |",
            row.name,
            row.check.wall * 1e3,
            row.check.peak_mb,
            large(format!("{:.1} ms", ms / mb)),
            large(format!("{:.2}", ms / typed)),
            large(format!("{:.2}", ms / events)),
        )
        .unwrap();
    }
    table
}
