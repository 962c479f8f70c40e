//! What a reader reads of a page: its HTML without the markup.

use html5gum::{Token, Tokenizer};

/// Elements that stand in a line of text; all others begin a paragraph of their own.
const IN_LINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "img",
    "input", "ins", "kbd", "label", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "source", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Elements whose text nobody reads.
const UNREAD: &[&str] = &["script", "style", "template", "title"];

/// The text, with an empty line between paragraphs.
pub(super) fn of_html(html: &str) -> String {
    let mut out = Text::default();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                out.open(&name);
                if !tag.self_closing && UNREAD.contains(&name.as_str()) {
                    out.unread = Some(name);
                }
            }
            Token::EndTag(tag) => out.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => out.add(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    out.said
}

/// A text in the making.
#[derive(Default)]
struct Text {
    said: String,
    /// How many line breaks stand before what comes next.
    breaks: usize,
    /// Whether a space stands before what comes next.
    space: bool,
    /// How many elements that keep their spaces are open.
    kept: usize,
    /// The element that nobody reads, if one is open.
    unread: Option<String>,
}

impl Text {
    fn open(&mut self, name: &str) {
        self.kept += usize::from(name == "pre");
        self.edge(name);
    }

    fn close(&mut self, name: &str) {
        if self.unread.as_deref() == Some(name) {
            self.unread = None;
        }
        if name == "pre" {
            self.kept = self.kept.saturating_sub(1);
        }
        self.edge(name);
    }

    fn edge(&mut self, name: &str) {
        let breaks = match name {
            // The cells of a row stand on one line.
            "td" | "th" => {
                self.space = true;
                return;
            }
            "br" | "tr" | "li" => 1,
            name if IN_LINE.contains(&name) || UNREAD.contains(&name) => return,
            _ => 2,
        };
        self.breaks = self.breaks.max(breaks);
        self.space = false;
    }

    fn add(&mut self, text: &str) {
        if self.unread.is_some() {
            return;
        }
        if self.kept > 0 {
            self.flush();
            self.said.push_str(text.trim_end_matches('\n'));
            self.breaks += text.len() - text.trim_end_matches('\n').len();
            return;
        }
        for (at, word) in text.split_ascii_whitespace().enumerate() {
            self.space |= at > 0 || text.starts_with(|c: char| c.is_ascii_whitespace());
            self.flush();
            self.said.push_str(word);
        }
        self.space |= text.ends_with(|c: char| c.is_ascii_whitespace());
    }

    fn flush(&mut self) {
        if !self.said.is_empty() {
            if self.breaks > 0 {
                self.said.extend(std::iter::repeat_n('\n', self.breaks));
            } else if self.space {
                self.said.push(' ');
            }
        }
        self.breaks = 0;
        self.space = false;
    }
}

#[cfg(test)]
mod tests {
    use super::of_html;

    #[test]
    fn what_is_read_of_a_page() {
        for (html, text) in [
            (
                "<h2>Школа</h2>\n<p>Она <em>открыта</em>, и\nдавно.</p>",
                "Школа\n\nОна открыта, и давно.",
            ),
            (
                "<ul><li>один</li><li>два</li></ul><p>три",
                "один\nдва\n\nтри",
            ),
            (
                "<pre><code>a  b\n  c\n</code></pre><p>x &lt; y</p>",
                "a  b\n  c\n\nx < y",
            ),
            (
                "<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>",
                "a b\nc",
            ),
            ("x<script>alert(1)</script><!-- y --> z<br>w", "x z\nw"),
            ("", ""),
        ] {
            assert_eq!(of_html(html), text, "{html}");
        }
    }
}
