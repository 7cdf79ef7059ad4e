export interface Scale {
  /** The value at the upper end of the axis. */
  readonly top: number
  /** Where lines are drawn, zero first. */
  readonly marks: readonly number[]
  /** Decimal places that the marks need. */
  readonly places: number
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10]
const LINES = 4

/** An axis from zero in round steps that just holds the largest value. */
export function scaleFor(largest: number): Scale {
  const rough = (largest > 0 ? largest : 1) / LINES
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (ROUND_STEPS.find((round) => round * power >= rough * (1 - 1e-9)) ?? 10) * power
  const count = Math.max(1, Math.ceil((largest > 0 ? largest : 1) / step - 1e-9))
  const places = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)) + (step / power === 2.5 && power <= 1 ? 1 : 0)
  const marks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toFixed(Math.min(20, places))))
  return { top: marks.at(-1) ?? 1, marks, places }
}
