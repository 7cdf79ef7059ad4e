/**
 * Marks that turn round or hide the text beside them; line breaks and tabs are none, and neither is what joins the parts
 * of an emoji or of a Persian word.
 */
const MARKS = /(?![\n\t])[\p{Cc}\p{Cs}\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff]/gu
/** Letters and signs that are drawn as nothing at all. */
const VISIBLE = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u

/** Text as somebody wrote it, fit to stand in a page among other text; empty where nothing of it could be seen. */
export function plainText(written: string): string {
  const text = written.normalize('NFC').replaceAll('\r\n', '\n').replaceAll(MARKS, '').trim()
  return VISIBLE.test(text) ? text : ''
}
