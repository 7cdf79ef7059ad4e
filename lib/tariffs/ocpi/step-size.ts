import { Exact } from '#lib/platform/money/index.ts'
import type { Charge } from './charges.ts'

/** Small units of a step in the unit of the volume: watt-hours in a kWh, seconds in an hour. */
const STEPS_PER_UNIT = { ENERGY: 1000, TIME: 3600, PARKING_TIME: 3600, FLAT: 1 } as const

/**
 * Rounds what is billed up to whole steps: once for energy, once for time and parking together, and once for the
 * reservation (CDRs, step_size). The last component in use gives the size, the sum of its own dimension over the session
 * is rounded, and the last charge takes what is added. So time that is followed by parking is not rounded.
 */
export function roundToSteps(charges: readonly Charge[]): Charge[] {
  const groups: ((charge: Charge) => boolean)[] = [
    ({ dimension, reserved }) => !reserved && dimension === 'ENERGY',
    ({ dimension, reserved }) => !reserved && (dimension === 'TIME' || dimension === 'PARKING_TIME'),
    ({ dimension, reserved }) => reserved && dimension === 'TIME',
  ]
  const raised = new Map(groups.flatMap((inGroup) => raiseLast(charges.filter(inGroup))))
  return charges.map((charge) => {
    const billed = raised.get(charge)
    return billed ? { ...charge, billed } : charge
  })
}

function raiseLast(group: readonly Charge[]): [Charge, Exact][] {
  const last = group.at(-1)
  if (!last || last.component.step_size < 1) return []
  const total = group
    .filter(({ dimension }) => dimension === last.dimension)
    .reduce((sum, { volume }) => sum.plus(volume), new Exact(0))
  if (total.lte(0)) return []
  const { step_size: size } = last.component
  // A third of an hour has no end as a decimal: what is left of it far behind the point is no further step.
  const used = total.times(STEPS_PER_UNIT[last.dimension]).toDecimalPlaces(30)
  const steps = used.div(size).toDecimalPlaces(0, Exact.ROUND_CEIL)
  const billed = steps.times(size).div(STEPS_PER_UNIT[last.dimension])
  return [[last, last.volume.plus(billed).minus(total)]]
}
