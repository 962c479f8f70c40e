//! HTML in Markdown, by each of the policies.

use super::*;

#[test]
fn sanitized() {
    all_become(
        &[
            (
                "<p align=\"center\">Текст <b>*не* курсив</b></p>",
                "<p class=\"align-center\">Текст <b>*не* курсив</b></p>",
            ),
            (
                "Клавиша <kbd class=\"x\">Ctrl</kbd><br/>",
                "<p>Клавиша <kbd class=\"x\">Ctrl</kbd><br></p>",
            ),
            (
                "<details>\n<summary>Ещё</summary>\n\n*Да*\n\n</details>",
                "<details>\n<summary>Ещё</summary>\n<p><em>Да</em></p>\n</details>",
            ),
            (
                "<a name=\"старое\"></a><a href=foreign.md>it</a> <a href='нет.md'>no</a>",
                "<p><a id=\"старое\"></a><a href=\"/ru/foreign/\" hreflang=\"ru\">it</a> <small class=\"language\">(in Russian)</small> no</p>",
            ),
            (
                "<img src=moved.png width=10 height=\"5%\"><img alt=\"\"><img src=\"нет.md\" alt=\"Вид &amp; море\">",
                "<p><img src=\"/assets/a%20b.png\" width=\"10\" alt=\"\" loading=\"lazy\">Вид &amp; море</p>",
            ),
            (
                "<img srcset=\"moved.png 1x, нет.md 2x\" src=\"a\" alt=\"\">",
                "<img srcset=\"/assets/a%20b.png 1x\" src=\"a\" alt=\"\" loading=\"lazy\">",
            ),
            ("x <b>жирно\n\ny", "<p>x <b>жирно</b></p>\n<p>y</p>"),
            ("a </div></article></p> b", "<p>a  b</p>"),
            ("<div>\n\na", "<div>\n<p>a</p>\n</div>"),
            ("a<!-- b -->c\n\n<!--\n\nd\n-->\n\ne", "<p>ac</p>\n<p>e</p>"),
            ("<font color=red>a</font> <main>b</main>", "<p>a b</p>"),
            (
                "<table>\n<tr><td align=right>1<td>2\n<tr><td>3\n\n*b*\n\n</table>",
                "<table>\n<tbody><tr><td class=\"align-right\">1</td><td>2\n</td></tr><tr><td>3\n<p><em>b</em></p>\n</td></tr></tbody></table>",
            ),
            (
                "> <div>\n> a\n> </div>",
                "<blockquote>\n<div>\na\n</div>\n</blockquote>",
            ),
            (
                "<video src=a.mp4 controls autoplay poster=moved.png></video>",
                "<p><video src=\"a.mp4\" controls poster=\"/assets/a%20b.png\"></video></p>",
            ),
            (
                "<i id=\"a b\">1</i><i id=\"a b\">2</i>",
                "<p><i id=\"a-b\">1</i><i>2</i></p>",
            ),
            (
                "5 <6 <span>&nbsp;&amp; «7»</span>",
                "<p>5 &lt;6 <span>&nbsp;&amp; «7»</span></p>",
            ),
            (
                "<input type=text><svg><text>s</text></svg><select><option>o</select>x",
                "<p>x</p>",
            ),
        ],
        |text| html(text).replace("\n\n", "\n"),
    );
}

#[test]
fn escaped() {
    all_become(
        &[
            ("a <b>c</b> <!-- d -->e", "<p>a &lt;b&gt;c&lt;/b&gt; e</p>"),
            (
                "<div onclick=\"x\">\n&amp;\n</div>\n\nb",
                "<p>&lt;div onclick=\"x\"&gt;\n&amp;amp;\n&lt;/div&gt;</p>\n<p>b</p>",
            ),
            ("<!-- a -->", ""),
            (
                "> <div>\n> a",
                "<blockquote>\n<p>&lt;div&gt;\na</p>\n</blockquote>",
            ),
        ],
        |text| rendered(text, Format::Markdown, RawHtml::Escape).html,
    );
}

#[test]
fn allowed_byte_for_byte_but_for_links() {
    for text in [
        "<DIV  Class=x onclick='a()' ><script>1 < 2</script>\n</DIV>\n",
        "<!-- c -->\n",
        "<p><a href=\"javascript:x\">y</a></article>\n<div\n",
        "<img src=a.png srcset='b 1x,c  2x'/>\n<p>&copy &lt;\n",
    ] {
        let found = rendered(text, Format::Markdown, RawHtml::Allow);
        assert_eq!(found.html.trim_end(), text.trim_end());
        assert!(found.refused.is_empty(), "{:?}", found.refused);
    }
    all_become(
        &[
            (
                "<div><img alt=x src=moved.png><A HREF='foreign.md' x>it</A>",
                "<div><img alt=x src=\"/assets/a%20b.png\"><A hreflang=\"ru\" HREF='/ru/foreign/' x>it</a> <small class=\"language\">(in Russian)</small>",
            ),
            (
                "<div><a href=\"нет.md\">no</a><a>yes</a>",
                "<div>no<a>yes</a>",
            ),
            (
                "<div><img srcset=\"moved.png 1x, c  2x\">",
                "<div><img srcset=\"/assets/a%20b.png 1x, c 2x\">",
            ),
        ],
        |text| rendered(text, Format::Markdown, RawHtml::Allow).html,
    );
}
