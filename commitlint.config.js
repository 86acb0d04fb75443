/** Conventional commits; the scope is a service, a library or a tool. */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'scope-case': [2, 'always', 'kebab-case'],
    // A subject may begin with a proper name, a body may quote a long line.
    'subject-case': [0],
    'body-max-line-length': [0],
    'footer-max-line-length': [0],
    // A line of the body that begins like “word: …” is taken for a footer.
    'footer-leading-blank': [0],
  },
};
