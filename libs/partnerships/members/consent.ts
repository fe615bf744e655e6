/** The text to which representatives consent; a change of its words in any language is a new version. */
export const CONSENT_VERSION = '2023-1';
