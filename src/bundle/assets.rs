//! Files that are no articles and go out with them: images, documents, and folders copied as they are.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::form::{Job, Planned};
use super::plan::{Asset, Leads, Plan, Resolved};
use super::record::KnownFiles;
use super::settings::Settings;
use crate::diagnostic::Diagnostic;
use crate::project::Project;
use crate::text::Digest;

/// The folder of images and documents in each bundle.
const FOLDER: &str = "files";

/// The files that go out with the articles.
#[derive(Debug, Default)]
pub struct Assets {
    /// What pages name, by its path from the root of the project, and the editions that do.
    pub named: BTreeMap<Asset, Named>,
    /// The folders that are copied as they are: the path in each bundle, by the path from the root
    /// of the project, with the digest of the file.
    pub copied: BTreeMap<String, (String, Digest)>,
}

/// A file that pages name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its path in each bundle that has it.
    pub path: String,
    /// Its digest.
    pub digest: Digest,
    /// The numbers of the editions whose pages name it.
    pub editions: Vec<usize>,
}

impl Assets {
    /// Lists the files that links lead to and those of the folders that are copied. What is known of
    /// a file that has not been touched since is not worked out again.
    pub fn new(
        project: &Project,
        (settings, plan, leads): (&Settings, &Plan, &[Leads]),
        known: &mut KnownFiles,
    ) -> (Self, Vec<Diagnostic>) {
        let mut wrong = Vec::new();
        let mut named: BTreeMap<Asset, Vec<usize>> = BTreeMap::new();
        for (page, leads) in plan.pages.iter().zip(leads) {
            for lead in leads {
                if let Resolved::Asset(asset) = lead {
                    let editions = named.entry(asset.clone()).or_default();
                    if !editions.contains(&page.edition) {
                        editions.push(page.edition);
                    }
                }
            }
        }
        let mut copied: BTreeMap<String, String> = BTreeMap::new();
        for folder in &settings.copy {
            let (files, found) = project.root.list(folder);
            wrong.extend(found);
            for file in files {
                let inside = file[folder.len()..].trim_start_matches('/').to_owned();
                copied.insert(file, inside);
            }
        }
        let paths: Vec<&str> = named
            .keys()
            .map(|asset| asset.0.as_str())
            .chain(copied.keys().map(String::as_str))
            .collect();
        let digests: Vec<_> = paths
            .par_iter()
            .map(|path| known.digest(&project.root, path))
            .collect();
        let mut of: BTreeMap<String, Digest> = BTreeMap::new();
        for (path, digest) in paths.iter().zip(digests) {
            match digest {
                Ok((stamp, digest)) => {
                    known.keep(path, stamp, digest);
                    of.insert((*path).to_owned(), digest);
                }
                Err(found) => wrong.push(*found),
            }
        }
        let digest = |path: &str| of.get(path).copied();
        let named = named.iter().filter_map(|(asset, editions)| {
            let named = Named {
                path: format!("{FOLDER}/{}", asset.0),
                digest: digest(&asset.0)?,
                editions: editions.clone(),
            };
            Some((asset.clone(), named))
        });
        let named = named.collect();
        let copied = copied
            .iter()
            .filter_map(|(file, inside)| Some((file.clone(), (inside.clone(), digest(file)?))));
        (
            Self {
                named,
                copied: copied.collect(),
            },
            wrong,
        )
    }

    /// These files in the bundles that have them: what pages name in each edition whose pages do, what
    /// is copied as it is in all.
    pub(super) fn planned(&self, plan: &Plan) -> Vec<Planned> {
        let mut out = Vec::new();
        let mut add = |edition: usize, path: &str, (from, key): (&str, Digest)| {
            out.push(Planned {
                folder: plan.editions[edition].folder.clone(),
                path: path.to_owned(),
                key,
                job: Job::Copy(from.to_owned()),
            });
        };
        for (asset, named) in &self.named {
            for edition in &named.editions {
                add(*edition, &named.path, (&asset.0, named.digest));
            }
        }
        for (from, (path, digest)) in &self.copied {
            for edition in 0..plan.editions.len() {
                add(edition, path, (from, *digest));
            }
        }
        out
    }
}
