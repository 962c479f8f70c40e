// The content of the bench in Eleventy: what `sverka bundle` writes, and no more than that.

const LANGUAGES = ["ru", "en"];
const NAMES = { ru: "Русский", en: "English" };
const URL = "https://news.example";

/** Where a page is, by its language and its path in that language. */
const address = (lang, path) => (lang === "ru" ? "" : `/${lang}`) + path;

export default function (config) {
  config.addGlobalData("site", { url: URL, languages: LANGUAGES, names: NAMES });
  config.addGlobalData("layout", "page.njk");
  config.addPassthroughCopy("content/**/*.png");
  config.addPassthroughCopy("style.css");
  config.addFilter("address", (path, lang) => address(lang, path));

  const dates = {};
  for (const lang of LANGUAGES) {
    dates[lang] = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" });
    config.addCollection(lang, (api) =>
      api.getFilteredByGlob(`content/${lang}/news/*.md`).sort((a, b) => b.date - a.date),
    );
    config.addCollection(`tags-${lang}`, (api) => tags(lang, api));
  }
  config.addCollection("tagPages", (api) => LANGUAGES.flatMap((lang) => tags(lang, api)));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("date", (date, lang) => dates[lang].format(date));
  config.addFilter("newest", (pages) => pages.slice(0, 20));
  config.addFilter("years", years);
  config.amendLibrary("md", markdown);
  return { dir: { output: "public" }, markdownTemplateEngine: false };
}

function tags(lang, api) {
  const found = {};
  for (const page of api.getFilteredByGlob(`content/${lang}/news/*.md`)) {
    for (const tag of page.data.tags ?? []) (found[tag] ??= []).push(page);
  }
  return Object.entries(found).map(([tag, pages]) => ({
    lang,
    tag,
    pages: pages.sort((a, b) => b.date - a.date),
  }));
}

/** The pages by year, the last one first. */
function years(pages) {
  const found = new Map();
  for (const page of pages) {
    const year = page.date.getUTCFullYear();
    if (!found.has(year)) found.set(year, []);
    found.get(year).push(page);
  }
  return [...found];
}

/** Ids of headings, and links to articles as they are on the site. */
function markdown(library) {
  const plain = (tokens, at, options, env, self) => self.renderToken(tokens, at, options);
  library.set({ html: true });
  library.renderer.rules.heading_open = (tokens, at, ...rest) => {
    const words = tokens[at + 1].content.toLowerCase().replaceAll(" ", "-");
    tokens[at].attrSet("id", words.replace(/[^\p{L}\p{N}_-]/gu, ""));
    return plain(tokens, at, ...rest);
  };
  library.renderer.rules.link_open = (tokens, at, ...rest) => {
    const to = tokens[at].attrGet("href");
    tokens[at].attrSet("href", to.replace(/^\.\/([^#]*)\.md/, "../$1/"));
    return plain(tokens, at, ...rest);
  };
}
