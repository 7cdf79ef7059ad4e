/** One measured ratio to a floor of the same run. */
export interface Figure {
  readonly name: string
  readonly ratio: number
  readonly spread: readonly [number, number]
  readonly floor: string
  readonly target: string
  readonly met: boolean
  readonly note: string
}

export function report(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, ratio, spread: [least, most], target, met, note, floor }) =>
    [
      met ? '✓' : '✗',
      name.padEnd(22),
      ratio.toFixed(2).padStart(6),
      `(${least.toFixed(2)} to ${most.toFixed(2)})`.padEnd(18),
      target.padEnd(16),
      note.padEnd(24),
      `to: ${floor}`,
    ].join(' '),
  )
  return ['', '  what                    ratio  spread             target           ', ...lines, ''].join('\n')
}
