//! Where the project lies in its repository, and what its files are called there.

/// The folder of the project, as seen from the top of the work tree.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// Its folders, outermost first; none if the project is the whole repository.
    folders: Vec<Vec<u8>>,
}

impl Place {
    /// The place of a project whose path from the top of the work tree is `path`.
    pub(super) fn new(path: &[u8]) -> Self {
        let folders = path.split(|byte| *byte == b'/');
        Self {
            folders: folders
                .filter(|part| !part.is_empty())
                .map(<[u8]>::to_vec)
                .collect(),
        }
    }

    /// What the repository calls a path of the project; `None` if it leads out of the repository.
    pub(super) fn inward(&self, path: &str) -> Option<Vec<u8>> {
        let mut parts: Vec<&[u8]> = self.folders.iter().map(Vec::as_slice).collect();
        for part in path.as_bytes().split(|byte| *byte == b'/') {
            match part {
                b"" | b"." => {}
                b".." => drop(parts.pop()?),
                name => parts.push(name),
            }
        }
        Some(parts.join(&b'/'))
    }

    /// What the project calls a path of the repository; outside of the project it begins with `../`.
    pub(super) fn outward(&self, path: &[u8]) -> String {
        let parts: Vec<&[u8]> = path.split(|byte| *byte == b'/').collect();
        let shared = self.folders.iter().zip(&parts);
        let shared = shared.take_while(|(folder, part)| folder == *part).count();
        let up = self.folders.len() - shared;
        let words = std::iter::repeat_n(&b".."[..], up).chain(parts[shared..].iter().copied());
        let path = words.collect::<Vec<_>>().join(&b'/');
        String::from_utf8_lossy(&path).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_goes_in_and_comes_out() {
        let place = Place::new("сайт/docs".as_bytes());
        for (project, repository) in [
            ("ru/начало.md", "сайт/docs/ru/начало.md"),
            ("../readme.md", "сайт/readme.md"),
            ("../../top.md", "top.md"),
        ] {
            assert_eq!(place.inward(project).unwrap(), repository.as_bytes());
            assert_eq!(place.outward(repository.as_bytes()), project);
        }
        assert_eq!(place.inward("../../../etc/passwd"), None);
        assert_eq!(Place::new(b"").outward(b"a b.md"), "a b.md");
    }
}
