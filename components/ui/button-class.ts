export type ButtonTone = 'primary' | 'secondary' | 'danger' | 'quiet'

/**
 * The look of a button, also for elements that Button cannot be (a summary, a label). What it looks like is in
 * globals.css: a page with many buttons then says it once.
 */
export function buttonClass(tone: ButtonTone = 'primary', wide = false): string {
  return `button button-${tone}${wide ? ' w-full' : ''}`
}
