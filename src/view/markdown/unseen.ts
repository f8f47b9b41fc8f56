/** Signs that turn the direction of what follows, or hide words in what nobody sees, as a class of a pattern. */
export const UNSEEN = '[\\u202A-\\u202E\\u2066-\\u2069\\u{E0000}-\\u{E007F}]';
