// What html-validate asks of a built site: all that it recommends, and what only a whole page can
// show. Where a rule is about what people write and not about how we write it down, it is off.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Both spellings are HTML.
    "doctype-style": "off",
    // An editor's title is as long as it is.
    "long-title": "off",
    // Files of the site itself come from where the page comes from.
    "require-sri": ["error", { target: "crossorigin" }],
    // Code in an article may end a line with spaces.
    "no-trailing-whitespace": "off",
    // Ids come from headings, which are in Russian as well and may begin with a digit.
    "valid-id": ["error", { relaxed: true }],
  },
};
