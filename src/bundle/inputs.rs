//! Everything that bundles are made of, as one digest: where it is that of the bundle which is published,
//! there is nothing to make, and nobody has to work out what each file would be made of.

use rayon::prelude::*;
use serde::Serialize;

use super::assets::Assets;
use super::gather::Gathering;
use super::plan::{Leads, Plan};
use super::settings::Settings;
use super::words::Words;
use crate::project::Root;
use crate::text::{Digest, Digester};

/// How many pages are digested at once.
const PIECE: usize = 512;

/// What bundles are made of besides what every run is given.
pub(super) struct Inputs<'a> {
    pub gathering: &'a Gathering,
    pub plan: &'a Plan,
    pub leads: &'a [Leads],
    pub assets: &'a Assets,
    pub words: &'a [Words],
}

impl Inputs<'_> {
    /// The digest of all of it, and of what a run is given: `salt`. None where something cannot be
    /// read: that is told by whoever reads it.
    pub(super) fn digest(&self, salt: &Digest) -> Option<Digest> {
        let mut digester = Digester::default();
        digester.join(salt).join(&self.gathering.digest()?);
        // What the clock decides is in the plan.
        let pages = self.plan.pages.par_chunks(PIECE).map(of);
        let leads = self.leads.par_chunks(PIECE).map(of);
        for part in pages.chain(leads).collect::<Vec<_>>() {
            digester.join(&part?);
        }
        digester.join(&of(&self.plan.withheld)?);
        for (asset, named) in &self.assets.named {
            digester.add(asset.0.as_bytes()).join(&named.digest);
        }
        for (from, (path, digest)) in &self.assets.copied {
            digester
                .add(from.as_bytes())
                .add(path.as_bytes())
                .join(digest);
        }
        for words in self.words {
            digester.join(&words.digest);
        }
        Some(digester.finish())
    }
}

/// The digest of the files in the folder of the theme, as they are now.
pub(super) fn theme(root: &Root, settings: &Settings) -> Option<Digest> {
    let mut digester = Digester::default();
    if let Some(folder) = &settings.theme {
        let (paths, wrong) = root.list(folder);
        digester.add(folder.as_bytes());
        for path in paths.iter().filter(|_| wrong.is_empty()) {
            digester.add(path.as_bytes()).join(&root.digest(path).ok()?);
        }
    }
    Some(digester.finish())
}

fn of<T: Serialize + ?Sized>(value: &T) -> Option<Digest> {
    let bytes = bitcode::serialize(value).ok()?;
    Some(Digest::of(&bytes))
}
