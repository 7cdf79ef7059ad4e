export type ButtonTone = 'primary' | 'secondary' | 'danger' | 'quiet'

const SHAPE =
  'inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-md border py-2 text-base ' +
  'font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60 print:hidden'

const TONE: Record<ButtonTone, string> = {
  primary: 'px-4 border-transparent bg-accent text-on-accent hover:brightness-90',
  secondary: 'px-4 border-line-strong bg-canvas text-ink hover:bg-sunken',
  danger: 'px-4 border-transparent bg-bad text-on-bad hover:brightness-90',
  quiet: '-mx-2 px-2 border-transparent bg-transparent text-accent underline underline-offset-4 hover:bg-accent-wash',
}

/** The look of a button, also for elements that Button cannot be (a summary, a label). */
export function buttonClass(tone: ButtonTone = 'primary', wide = false): string {
  return `${SHAPE} ${TONE[tone]}${wide ? ' w-full' : ''}`
}
