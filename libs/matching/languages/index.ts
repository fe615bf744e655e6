export { LANGUAGES, type Language } from './anchors/index.js';
export { languageOf } from './detect.js';
export { inCommon, likeness, themesOf, type ThemeOfText } from './likeness.js';
export { meaningOf, TOPICS } from './meaning.js';
