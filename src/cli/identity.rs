//! Who is at work: the name that a record carries.

use std::path::Path;
use std::process::Command;

/// The name that git would put on a commit, else that of the account.
pub(super) fn name_of_user(directory: &Path) -> String {
    let from_git = Command::new("git")
        .arg("-C")
        .arg(directory)
        .args(["config", "--get", "user.name"])
        .output();
    let name = from_git
        .ok()
        .filter(|output| output.status.success())
        .and_then(|output| String::from_utf8(output.stdout).ok());
    let name = name
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty());
    let account = || {
        ["USER", "USERNAME"]
            .into_iter()
            .find_map(|key| std::env::var(key).ok())
    };
    name.or_else(account).unwrap_or_default()
}
