//! The attributes that a tag of raw HTML has on a sanitized page.

use super::raw::{Attribute, Element, Raw};
use super::sanitize::BOOLEAN;
use super::write::Writer;
use super::{Refusal, Refused, Target, escape, ids, policy};

impl Writer<'_> {
    /// Writes the attributes of an element: of its `own` those that it may have, and where it leads.
    pub(super) fn attributes(
        &mut self,
        raw: &Raw,
        element: &Element,
        own: &[&str],
        target: Option<&Target>,
    ) {
        self.events(raw, element);
        self.id(element);
        let mut classes = Vec::new();
        for attribute in &element.attributes {
            let name = attribute.name.as_str();
            match name {
                "id" => {}
                "class" => classes.extend(attribute.value.split_whitespace()),
                "align" => classes.extend(policy::alignment(&attribute.value)),
                _ if !(own.contains(&name) || policy::EVERYWHERE.contains(&name)) => {}
                _ if BOOLEAN.contains(&name) => {
                    self.out.push(' ');
                    self.out.push_str(name);
                }
                _ => self.attribute(element, attribute, target),
            }
        }
        escape::label(&mut self.out, "class", &classes.join(" "));
        if element.name == "img" {
            for (name, value) in [("alt", ""), ("loading", "lazy")] {
                if element.value(name).is_none() {
                    escape::attribute(&mut self.out, name, value);
                }
            }
        }
    }

    /// Says which attributes would run a script.
    pub(super) fn events(&mut self, raw: &Raw, element: &Element) {
        let events = element.attributes.iter().filter(|one| is_event(&one.name));
        self.refused.extend(events.map(|one| Refused {
            kind: Refusal::EventAttribute,
            what: one.name.clone(),
            range: raw.place(&element.range),
        }));
    }

    /// Where an element leads that has one place to lead to.
    pub(super) fn link_of(&mut self, element: &Element) -> Option<Target> {
        let name = match element.name.as_str() {
            "a" => "href",
            "img" => "src",
            _ => return None,
        };
        let found = element.attributes.iter().find(|one| one.name == name)?;
        let (_, number) = *found.links.first()?;
        Some(self.target(number))
    }

    fn id(&mut self, element: &Element) {
        let own = match element.heading {
            Some(number) => self.body.headings.get(number).map(|one| one.id.clone()),
            None => element.value("id").map(ids::valid),
        };
        // What old pages call a name.
        let name = || element.value("name").filter(|_| element.name == "a");
        let id = own.or_else(|| name().map(ids::valid));
        if let Some(id) = id.filter(|id| self.tags.ids.insert(id.clone())) {
            escape::attribute(&mut self.out, "id", &id);
        }
    }

    fn attribute(&mut self, element: &Element, attribute: &Attribute, target: Option<&Target>) {
        let Attribute { name, value, .. } = attribute;
        match policy::link(&element.name, name) {
            Some(policy::Link::Sizes) => {
                let value = self.sizes(attribute);
                escape::label(&mut self.out, name, &value);
            }
            Some(_) => {
                let own = match (target, attribute.links.first()) {
                    (Some(target), _) if matches!(name.as_str(), "href" | "src") => target.clone(),
                    (_, Some((_, number))) => self.target(*number),
                    _ => Target::Words,
                };
                match own {
                    Target::Words => {}
                    Target::Url(url) => escape::url(&mut self.out, name, &url),
                    Target::Foreign { url, lang, .. } => {
                        escape::url(&mut self.out, name, &url);
                        if element.name == "a" && element.value("hreflang").is_none() {
                            escape::attribute(&mut self.out, "hreflang", &lang.to_string());
                        }
                    }
                }
            }
            None if value.is_empty() && name != "alt" => {}
            // Old pages give shares of the page, which no size may be.
            None if matches!(name.as_str(), "width" | "height") && !is_number(value) => {}
            None => escape::attribute(&mut self.out, name, value),
        }
    }

    /// The files of several sizes, where they really are.
    pub(super) fn sizes(&mut self, attribute: &Attribute) -> String {
        let mut kept = Vec::new();
        for (at, (range, number)) in attribute.links.iter().enumerate() {
            let next = attribute.links.get(at + 1);
            let end = next.map_or(attribute.value.len(), |(next, _)| next.start);
            let size = attribute.value[range.end..end].trim().trim_end_matches(',');
            if let Target::Url(url) | Target::Foreign { url, .. } = self.target(*number) {
                let mut candidate = String::new();
                escape::href(&mut candidate, &url);
                // It is escaped once more as a part of the attribute.
                let candidate = candidate.replace("&amp;", "&").replace("&#x27;", "'");
                kept.push(format!("{candidate} {}", size.trim()).trim().to_owned());
            }
        }
        kept.join(", ")
    }
}

fn is_number(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether an attribute runs a script.
pub(super) fn is_event(name: &str) -> bool {
    let mut letters = name.chars().map(|c| c.to_ascii_lowercase());
    letters.next() == Some('o') && letters.next() == Some('n') && letters.next().is_some()
}
