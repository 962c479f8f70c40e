//! What is said to robots at the root of a host (RFC 9309): they may go everywhere, and where the
//! sitemaps are.

use std::fmt::Write as _;

use super::machines::absolute;
use super::sitemap;
use crate::bundle::work::Work;

/// Its name.
pub(super) const NAME: &str = "robots.txt";

/// What is said on a site.
pub(super) fn write(work: &Work<'_>, site: usize) -> Vec<u8> {
    let mut out = "User-agent: *\nDisallow:\n\n".to_owned();
    for edition in &work.plan.sites[site].editions {
        let edition = &work.plan.editions[*edition];
        let _ = writeln!(out, "Sitemap: {}", absolute(edition, sitemap::NAME));
    }
    out.into_bytes()
}
