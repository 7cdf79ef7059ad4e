/** The brand's letters on its colour. The name stands beside it. */
export function BrandMark({ letters, large = false }: { letters: string; large?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-md bg-accent font-bold tracking-tight text-on-accent print:border print:bg-transparent print:text-ink ${large ? 'size-12 text-lg' : 'size-9 text-sm'}`}
    >
      {letters}
    </span>
  )
}
