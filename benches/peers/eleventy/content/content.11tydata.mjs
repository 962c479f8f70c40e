// Where the articles are on the site; the language is said by the folder that they stand in.

const path = (data) => `/news/${data.page.fileSlug}/`;

export default {
  eleventyComputed: {
    path,
    permalink: (data) => (data.lang === "ru" ? "" : `/${data.lang}`) + path(data),
  },
};
