//! `etalon build`: handbooks for people and the policy for machines, in one folder. Must never build from a standard
//! with errors unless it is asked for a draft.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};
use jiff::civil::Date;

use super::asked::{audience, ids, languages};
use super::each::{Each, each, name};
use super::formats::Format;
use super::jobs::Jobs;
use super::place::Place;
use super::show::{report, rule_notes, shown, style};
use super::verify::BUNDLE;
use super::{Outcome, Result, place, say};
use crate::check::Verdict;
use crate::compile::{Audience, NowTables};
use crate::diagnostic::Severity;
use crate::render::{BundleOf, Look, Matter, SigningKey, TARGETS, Target};
use crate::report::{Format as ReportFormat, write};
use crate::resolve::{Entrance, Project, Reading, brand_path};
use crate::source::{LoadError, OUTPUT_MANIFEST, Output, Sum, World, read_bytes, read_sums};
use crate::{check, compile, render, resolve};

/// Build handbooks, one per language and role, and the policy for machines.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// The folder of the standard, or a file that holds all of it; without it, the nearest `etalon.yaml` above.
    path: Option<PathBuf>,
    /// The folder for the results; earlier results in it are replaced.
    #[arg(long, short, default_value = "dist", value_name = "FOLDER")]
    output: PathBuf,
    /// The formats of the handbooks; html, site, md, docx and pdf where nothing is said.
    #[arg(long, value_name = "FORMAT", value_delimiter = ',')]
    format: Vec<Format>,
    /// Write the standard for other programs too: `all`, or some of these.
    #[arg(long, value_name = "TARGET", value_delimiter = ',', value_parser = targets())]
    export: Vec<String>,
    /// Only the handbooks in these languages.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    language: Vec<String>,
    /// Only the handbook for this audience, such as `role=agent`; with `location=…` too, for that place alone.
    #[arg(long = "for", value_name = "role=NAME")]
    audience: Vec<String>,
    /// A handbook for each role, for each location, or with both for each role at each location where it works.
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',', conflicts_with = "audience")]
    each: Vec<Each>,
    /// Take styles, header, footer and page of Word files from this document instead of `brand.template`.
    #[arg(long, value_name = "FILE.docx")]
    template: Option<PathBuf>,
    /// Build even though the standard has errors.
    #[arg(long)]
    draft: bool,
    /// Build as of this day instead of today.
    #[arg(long, value_name = "YYYY-MM-DD", env = "ETALON_AS_OF")]
    as_of: Option<Date>,
    /// Write nothing: fail when the results in the folder are not those of the standard, on the day they were built.
    #[arg(long)]
    locked: bool,
    /// Sign the bundle with this private key in PEM: P-256 (ES256), or RSA (RS256).
    #[arg(long, value_name = "FILE")]
    sign: Option<PathBuf>,
}

impl Build {
    pub(super) fn run(&self, out: &mut dyn Write) -> Result {
        let key = self.sign.as_deref().map(signing_key).transpose()?;
        let place = place::find(self.path.as_deref(), self.as_of.or_else(|| self.built_on()))?;
        let reading = resolve::read(&place.world, &place.entrance)?;
        let today = place.world.today();
        let verdict = check::check(&reading, today);
        let sound = |finding: &crate::diagnostic::Finding| {
            finding.severity < Severity::Error || finding.waived.is_some()
        };
        if !self.draft && !verdict.findings.iter().all(sound) {
            return self.refuse(&reading, &verdict, out);
        }
        let project = &reading.project;
        let formats = self.formats()?;
        let look = self.look(&place, project)?;
        let audiences = self.audiences(project)?;
        let languages = languages(&self.language, project)?;
        let tables = compile::decision_tables(project, today);
        let output = if self.locked { Output::counted() } else { Output::new(&self.output)? };
        let now_tables = NowTables::of(project, &tables, today);
        let jobs =
            Jobs { project, formats: &formats, look: &look, today, tables: &tables, now_tables: &now_tables };
        jobs.write((&languages, &audiences), &output)?;
        self.machines(&jobs, key.as_ref(), &output)?;
        let files = output.sums();
        if self.locked {
            return self.compare(&files, out);
        }
        output.finish()?;
        self.tell((&languages, &audiences), &formats, files.len(), out)?;
        Ok(Outcome::Clean)
    }

    /// What machines read: the policy, the bundle, the exports, and last the manifest of all files.
    fn machines(
        &self,
        Jobs { project, today, tables, .. }: &Jobs<'_>,
        key: Option<&SigningKey>,
        output: &Output,
    ) -> std::result::Result<(), LoadError> {
        let policy = format!("{:#}\n", compile::policy(project, *today, tables));
        output.put("policy.json", policy.as_bytes())?;
        let standard = project.standard.value();
        let word = |field: Option<&String>| field.cloned().unwrap_or_default();
        let id = word(standard.and_then(|standard| standard.id.value()));
        let version = word(standard.and_then(|standard| standard.version.value()));
        let as_of = today.to_string();
        let of = BundleOf { standard: &id, version: &version, as_of: &as_of, tables };
        let bundle =
            render::bundle(&of, key).map_err(|error| LoadError::new(error, "sign with another key"))?;
        output.put(BUNDLE, &bundle)?;
        let matter = Matter { project, today: *today, tables };
        for target in self.exports() {
            target.files(&matter).iter().try_for_each(|(path, content)| output.put(path, content))?;
        }
        let manifest = render::manifest(&id, &version, &as_of, &output.sums());
        output.put(OUTPUT_MANIFEST, manifest.as_bytes())
    }

    /// What the standard is exported to.
    fn exports(&self) -> impl Iterator<Item = &'static Target> {
        let asked = |id: &str| self.export.iter().any(|wish| wish == ALL || wish == id);
        TARGETS.iter().filter(move |target| asked(target.id))
    }

    /// With `--locked`, the day on which the results in the folder were built.
    fn built_on(&self) -> Option<Date> {
        if !self.locked {
            return None;
        }
        let [_, _, day] = render::manifest_labels(&read_bytes(&self.output.join(OUTPUT_MANIFEST)).ok()?)?;
        day.parse().ok()
    }

    /// Holds the results in the folder against those of the standard.
    fn compare(&self, files: &BTreeMap<String, Sum>, out: &mut dyn Write) -> Result {
        let folder = self.output.display();
        let found = if self.output.exists() { read_sums(&self.output)? } else { BTreeMap::new() };
        let paths: BTreeSet<&String> = files.keys().chain(found.keys()).collect();
        let stale = paths.into_iter().filter_map(|path| match (files.get(path), found.get(path)) {
            (Some(wanted), Some(found)) if wanted == found => None,
            (Some(_), Some(_)) => Some(format!("`{path}` is stale")),
            (Some(_), None) => Some(format!("`{path}` is missing")),
            (None, _) => Some(format!("`{path}` does not belong to the results")),
        });
        let stale: Vec<String> = stale.collect();
        if stale.is_empty() {
            say(out, &format!("`{folder}` is up to date: {} files\n", files.len()))?;
            return Ok(Outcome::Clean);
        }
        let advice = "build it again without `--locked`";
        say(
            out,
            &format!("`{folder}` is not what the standard gives; {advice}:\n  {}\n", stale.join("\n  ")),
        )?;
        Ok(Outcome::Findings)
    }

    /// The audiences to build for, by the name of their files: the one asked for, or everybody and each role.
    fn audiences(&self, project: &Project) -> std::result::Result<Vec<(String, Audience)>, LoadError> {
        if !self.audience.is_empty() {
            let asked = audience(&self.audience, project)?;
            return Ok(vec![(name(&asked), asked)]);
        }
        if !self.each.is_empty() {
            return Ok(each(&self.each, project));
        }
        let role = |id: &&str| ((*id).to_owned(), Audience { role: Some((*id).to_owned()), location: None });
        let everybody = (EVERYBODY.to_owned(), Audience::default());
        Ok(std::iter::once(everybody).chain(ids(&project.roles).iter().map(role)).collect())
    }

    /// The formats to build in: those asked for, or all that people read in.
    fn formats(&self) -> std::result::Result<Vec<Format>, LoadError> {
        if self.format.is_empty() {
            return Ok(Format::USUAL.into_iter().filter(|format| format.is_there()).collect());
        }
        let mut formats = self.format.clone();
        formats.sort();
        formats.dedup();
        match formats.iter().all(|format| format.is_there()) {
            true => Ok(formats),
            false => Err(LoadError::new(
                "this program was built without PDF",
                "build it with the feature `pdf`, or ask for other formats, such as `--format html,docx`",
            )),
        }
    }

    /// The look that the brand of the standard describes, with the files that it names.
    fn look(&self, place: &Place, project: &Project) -> std::result::Result<Look, LoadError> {
        let folder = match &place.entrance {
            Entrance::Folder(folder) => folder.as_str(),
            Entrance::File(_) => "",
        };
        let mut look = Look::of(project.brand.value(), &|path| read(place, folder, path))?;
        if let Some(path) = &self.template {
            let shown = path.display().to_string();
            let unreadable = |error: std::io::Error| LoadError::unreadable(&shown, &error);
            look.template = Some(std::fs::read(path).map_err(unreadable)?);
        }
        if look.template.as_ref().is_some_and(|template| !render::is_template(template)) {
            let message = "the template is not a document that can be used";
            return Err(LoadError::new(message, "save it as a Word document (`.docx`) again"));
        }
        Ok(look)
    }

    fn tell(
        &self,
        (languages, audiences): (&[&str], &[(String, Audience)]),
        formats: &[Format],
        files: usize,
        out: &mut dyn Write,
    ) -> std::result::Result<(), LoadError> {
        let folder = self.output.display();
        say(out, &format!("Built {files} files in `{folder}`:\n"))?;
        let files = formats.iter().filter(|format| !format.is_folder());
        let endings = files.map(|format| format.ending()).collect::<Vec<_>>().join(", .");
        for language in languages {
            for (name, _) in audiences.iter().take(SHOWN).filter(|_| !endings.is_empty()) {
                say(out, &format!("  {folder}/{language}/{name} (.{endings})\n"))?;
            }
        }
        if audiences.len() > SHOWN {
            say(out, &format!("  … and so on for {} in all\n", audiences.len()))?;
        }
        for (name, audience) in audiences.iter().filter(|_| formats.contains(&Format::Site)).take(SHOWN) {
            if let Some(site) = Format::site_folder(name, audience) {
                say(out, &format!("  {folder}/{site}/index.html\n"))?;
            }
        }
        for format in
            [Format::Kit, Format::Quality, Format::Charter].iter().filter(|format| formats.contains(format))
        {
            say(out, &format!("  {folder}/{}\n", format.ending()))?;
        }
        say(out, &format!("  {folder}/policy.json\n  {folder}/{BUNDLE}\n"))?;
        for target in self.exports() {
            let place = format!("{folder}/exports/{}", target.id);
            say(out, &format!("  {place} ({}; `losses.md` says what is left out)\n", target.title))?;
        }
        Ok(())
    }

    fn refuse(&self, reading: &Reading, verdict: &Verdict, out: &mut dyn Write) -> Result {
        let rules = rule_notes(&reading.project);
        let report = report(reading, verdict, &rules);
        shown(write(ReportFormat::Human, &report, style(), out))?;
        let advice = "Nothing was built: put the errors right first, or build a draft with `--draft`.";
        say(out, &format!("\n{advice}\n"))?;
        Ok(Outcome::Findings)
    }
}

// A draft may name files that are not there, or not of this standard.
fn read(place: &Place, folder: &str, path: &str) -> std::result::Result<Vec<u8>, LoadError> {
    let full = brand_path(folder, path).filter(|full| is_listed(place, folder, full));
    place.world.read(&full.ok_or_else(|| LoadError::missing(path))?)
}

// A list of files has no links in it, so none leads out of the project.
fn is_listed(place: &Place, folder: &str, path: &String) -> bool {
    place.world.list(folder).is_ok_and(|files| files.contains(path))
}

/// The word for every export.
const ALL: &str = "all";

fn targets() -> PossibleValuesParser {
    let named = |target: &Target| PossibleValue::new(target.id).help(target.title);
    let all = std::iter::once(PossibleValue::new(ALL).help("Everything"));
    PossibleValuesParser::new(all.chain(TARGETS.iter().map(named)))
}

/// How many handbooks are named when they are told.
const SHOWN: usize = 24;

/// The name of the handbook that holds everything.
const EVERYBODY: &str = "everybody";

fn signing_key(path: &Path) -> std::result::Result<SigningKey, LoadError> {
    let text = read_bytes(path)?;
    SigningKey::parse(&String::from_utf8_lossy(&text)).ok_or_else(|| {
        let message = format!("`{}` is no private key that bundles are signed with", path.display());
        LoadError::new(
            message,
            "give a P-256 or an RSA key of at least 2048 bits, in PEM and without a password",
        )
    })
}
