//! Finds the files that the brand of a standard names. Must never read one: only whether they are there matters.

use super::Project;
use crate::diagnostic::{Finding, Findings, nearest};
use crate::model::Brand;
use crate::source::{LoadError, Spanned, World, relative};

/// The path of a file that the brand names, as seen from the root of the world; nothing if it lies outside of the
/// project in `folder`.
pub fn brand_path(folder: &str, path: &str) -> Option<String> {
    let full = relative(folder, path)?;
    let inside = folder.is_empty() || full.starts_with(&format!("{folder}/"));
    (inside && !full.is_empty() && full.split('/').all(|part| part != "..")).then_some(full)
}

/// Reports files that are not there.
pub(super) fn check(
    world: &dyn World,
    folder: &str,
    project: &Project,
    findings: &mut Findings,
) -> Result<(), LoadError> {
    let Some(brand) = project.brand.value() else { return Ok(()) };
    let named = named(brand);
    if named.is_empty() {
        return Ok(());
    }
    // A list of files has no links in it, so none leads out of the project.
    let files = world.list(folder)?;
    for (path, endings) in named {
        let full = brand_path(folder, path);
        let there = full.as_ref().is_some_and(|full| files.contains(full));
        let lower = path.to_lowercase();
        if !there {
            let known = files.iter().map(|file| file.strip_prefix(folder).unwrap_or(file));
            let known = known.map(|file| file.trim_start_matches('/'));
            let help = match nearest(path, known) {
                _ if full.is_none() => "copy the file into the folder of the standard".to_owned(),
                Some(near) => format!("did you mean `{near}`?"),
                None => "check the path: it is counted from the folder of `etalon.yaml`".to_owned(),
            };
            let message = match full {
                Some(_) => format!("there is no file `{}` in the standard", path.value),
                None => format!("`{}` lies outside of the standard", path.value),
            };
            findings.push(Finding::error("structure/missing-file", path.span, message).help(help));
        } else if !endings.iter().any(|ending| lower.ends_with(ending)) {
            let message = format!("`{}` is not a file that can be used here", path.value);
            let help = format!("name a file that ends with {}", endings.join(" or "));
            findings.push(Finding::error("structure/missing-file", path.span, message).help(help));
        }
    }
    Ok(())
}

fn named(brand: &Brand) -> Vec<(&Spanned<String>, &'static [&'static str])> {
    let logo = brand.logo.get().map(|path| (path, [".png", ".svg"].as_slice()));
    let template = brand.template.get().map(|path| (path, [".docx", ".dotx"].as_slice()));
    let fonts = brand.font_files.iter().map(|path| (path, [".ttf", ".otf"].as_slice()));
    logo.into_iter().chain(template).chain(fonts).collect()
}
