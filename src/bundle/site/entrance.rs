//! What readers find at the root of a site whose languages all stand in folders: the way to the
//! language for those of no language of the site, and links to all.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::machines::{absolute, site_title};
use crate::bundle::work::Work;

/// Its name.
pub(super) const NAME: &str = "index.html";

/// The page of a site.
pub(super) fn write(work: &Work<'_>, site: usize) -> Vec<u8> {
    let plan = work.plan;
    let site = &plan.sites[site];
    let mut editions = site.editions.iter();
    let default = plan.x_default.filter(|one| site.editions.contains(one));
    let Some(default) = default.or_else(|| editions.next().copied()) else {
        return Vec::new();
    };
    let link = |number: usize| {
        let folder = &plan.editions[number].folder;
        let inside = folder.strip_prefix(site.folder.as_str());
        let inside = crate::bundle::plan::encoded(inside.unwrap_or_default());
        escape(inside).into_owned()
    };
    let edition = &plan.editions[default];
    let (lang, to) = (&edition.lang, link(default));
    let title = site_title(work, default);
    let title = escape(title.as_str());
    let canonical = absolute(edition, "");
    let canonical = escape(canonical.as_str());
    let mut out = String::new();
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<meta http-equiv=\"refresh\" content=\"0; url={to}\">\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n<ul>\n"
    );
    for number in &site.editions {
        let lang = &plan.editions[*number].lang;
        let title = site_title(work, *number);
        let _ = writeln!(
            out,
            "<li><a href=\"{}\" lang=\"{lang}\" hreflang=\"{lang}\">{} ({lang})</a></li>",
            link(*number),
            escape(title.as_str()),
        );
    }
    out.push_str("</ul>\n</main>\n</body>\n</html>\n");
    out.into_bytes()
}
