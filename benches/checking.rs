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
    reading: f64,
    serde: f64,
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
    let reading = own_cpu(|| texts().for_each(|text| assert!(!text.is_empty())));
    let serde = own_cpu(|| {
        for text in texts() {
            let value: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
            assert!(value.is_mapping());
        }
    });
    Row { name: workload.name, bytes, check, reading, serde }
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
    let middle = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss() as f64 / 1024.0;
    Measured { cpu: middle(cpus), wall: middle(walls), peak_mb: peak }
}

fn own_cpu(run: impl FnOnce()) -> f64 {
    let before = cpu(UsageWho::RUSAGE_SELF);
    run();
    cpu(UsageWho::RUSAGE_SELF) - before
}

fn table(rows: &[Row]) -> String {
    let mut table = String::from(
        "| workload | size | CPU | wall | peak memory | CPU per MB | reading the bytes | serde_yaml, untyped | ratio to serde_yaml |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let mb = row.bytes as f64 / 1e6;
        writeln!(
            table,
            "| {} | {:.2} MB | {:.1} ms | {:.1} ms | {:.0} MB | {} | {:.1} ms | {:.1} ms | {:.1} |",
            row.name,
            mb,
            row.check.cpu * 1e3,
            row.check.wall * 1e3,
            row.check.peak_mb,
            if mb > 1.0 { format!("{:.1} ms", row.check.cpu * 1e3 / mb) } else { "–".to_owned() },
            row.reading * 1e3,
            row.serde * 1e3,
            row.check.cpu / row.serde.max(1e-6),
        )
        .unwrap();
    }
    table
}
