/** The tag of the language in use, which numbers and dates follow. `words.ts` alone sets it. */
let tag = 'en';

export const languageTag = (): string => tag;

export function setLanguageTag(next: string): void {
  tag = next;
}
