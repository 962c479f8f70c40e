//! Nothing is written outside a bundle, read through a link, or taken from somebody else.

use std::fs;

use super::super::super::error::ProjectError;
use super::super::super::root::Root;
use super::super::Output;
use super::super::marker::MARKER;
use super::{ONE, files, outputs, project, publish, visited};

#[test]
fn what_two_things_claim_is_refused() {
    let (_folder, root, output) = project();
    publish(&output, "one", &[("a.html", "а"), ("b/c.html", "в")]);
    let staging = output.stage().unwrap();
    staging.write("a.html", b"1").unwrap();
    root.write("from", b"").unwrap();
    for refused in [
        staging.write("a.html", b"1"),
        staging.write("A.html", b"2"),
        staging.keep("a.html"),
        staging
            .copy("a.HTML", &root, "from")
            .map(|(facts, _)| facts),
        staging.write("a.html/b", b""),
        staging.write(MARKER, b""),
    ] {
        assert!(
            matches!(refused, Err(ProjectError::Clash { .. })),
            "{refused:?}"
        );
    }
    for path in ["../a", "/etc/passwd", "a/../../b", "a\\b", "C:\\a", ""] {
        let refused = staging.write(path, b"");
        assert!(matches!(refused, Err(ProjectError::BadPath(_))), "{path}");
    }
    let refused = staging.write("en/con.html", b"");
    assert!(matches!(refused, Err(ProjectError::BadName(_))));
    staging.publish("two").unwrap();
    assert_eq!(visited(&output), files(&[("a.html", "1")]));
}

#[test]
fn folders_that_are_no_output_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("project");
    fs::create_dir_all(place.join("articles/.git")).unwrap();
    fs::create_dir(place.join("empty")).unwrap();
    fs::write(place.join("articles/a.md"), "a").unwrap();
    let root = Root::new(&place).unwrap();
    let at = |path: &str| Output::at(&root, &place.join(path));
    for path in [
        ".",
        "",
        "..",
        "../../",
        "/",
        ".sverka",
        ".git/public",
        "articles/.GIT/a",
        "x/../..",
    ] {
        fs::create_dir_all(place.join("x")).unwrap();
        let refused = at(path);
        assert!(
            matches!(refused, Err(ProjectError::Protected(_))),
            "{path}: {refused:?}"
        );
    }
    assert!(matches!(at("articles"), Err(ProjectError::Foreign(_))));
    assert!(matches!(
        at("articles/a.md"),
        Err(ProjectError::NotAFolder(_))
    ));
    assert!(matches!(
        at("none/../public"),
        Err(ProjectError::BadPath(_))
    ));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("empty", place.join("link")).unwrap();
        for path in ["link", "link/"] {
            assert!(matches!(at(path), Err(ProjectError::Link(_))), "{path}");
        }
    }
    for path in [
        "empty",
        "empty/",
        "public",
        "dist/site",
        "../other",
        "x/../public",
    ] {
        publish(&at(path).unwrap(), path, &ONE);
        assert_eq!(at(path).unwrap().published().as_deref(), Some(path));
    }
    assert_eq!(
        fs::read_to_string(place.join("articles/a.md")).unwrap(),
        "a"
    );
}

#[test]
fn foreign_folders_are_never_moved_nor_deleted() {
    for name in ["next", "previous", "former"] {
        for (folder, output) in outputs() {
            publish(&output, "one", &ONE);
            let place = folder.path().join(format!(".public.sverka-{name}"));
            fs::create_dir(&place).unwrap();
            fs::write(place.join("letters"), "mine").unwrap();
            assert!(
                matches!(output.stage(), Err(ProjectError::Foreign(found)) if found.ends_with(&*place.file_name().unwrap().to_string_lossy()))
            );
            assert_eq!(fs::read_to_string(place.join("letters")).unwrap(), "mine");
            assert_eq!(visited(&output), files(&ONE));
        }
    }
    // The published folder became somebody else's while the new bundle was written.
    for (_folder, output) in outputs() {
        publish(&output, "one", &ONE);
        let staging = output.stage().unwrap();
        fs::remove_file(output.target.join(MARKER)).unwrap();
        assert!(matches!(
            staging.publish("two"),
            Err(ProjectError::Foreign(_))
        ));
        assert_eq!(visited(&output), files(&ONE));
    }
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    use std::os::unix::fs::symlink;
    for (_folder, output) in outputs() {
        let other = tempfile::tempdir().unwrap();
        fs::write(other.path().join("secret"), "secret").unwrap();
        for line in ["one", "two", "three"] {
            publish(&output, line, &[("a", line), ("en/b", line)]);
        }
        symlink(other.path(), output.target.join("out")).unwrap();
        symlink(other.path().join("secret"), output.target.join("link")).unwrap();
        assert_eq!(output.files().unwrap(), ["a", "en/b", "link", "out"]);
        for path in ["link", "out/secret"] {
            assert_eq!(output.facts(path), None);
            assert!(matches!(output.read(path), Err(ProjectError::Link(_))));
            assert!(matches!(output.digest(path), Err(ProjectError::Link(_))));
        }
        // Somebody's links in what is filled again, in place of a folder and of files.
        fs::remove_dir_all(output.next.join("en")).unwrap();
        fs::remove_file(output.next.join("a")).unwrap();
        symlink(other.path(), output.next.join("en")).unwrap();
        symlink(other.path(), output.next.join("extra")).unwrap();
        symlink(other.path().join("secret"), output.next.join("a")).unwrap();
        let staging = output.stage().unwrap();
        assert!(matches!(staging.keep("link"), Err(ProjectError::Link(_))));
        assert!(matches!(
            staging.keep("out/secret"),
            Err(ProjectError::Link(_))
        ));
        staging.write("a", b"4").unwrap();
        staging.write("en/secret", b"four").unwrap();
        staging.publish("four").unwrap();
        assert_eq!(
            visited(&output),
            files(&[("a", "4"), ("en/secret", "four")])
        );
        // The bundle with links in it is used up as well, and never what they lead to.
        publish(&output, "five", &ONE);
        publish(&output, "six", &ONE);
        assert_eq!(visited(&output), files(&ONE));
        assert_eq!(fs::read_dir(other.path()).unwrap().count(), 1);
        assert_eq!(
            fs::read_to_string(other.path().join("secret")).unwrap(),
            "secret"
        );
    }
    let (_folder, output) = outputs().remove(0);
    publish(&output, "one", &ONE);
    let other = tempfile::tempdir().unwrap();
    symlink(other.path(), &output.next).unwrap();
    assert!(matches!(output.stage(), Err(ProjectError::Link(_))));
}
