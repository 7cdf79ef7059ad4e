import { DecimalSum, type ExactDecimal, toWhole, type WholeQuantity } from './exact-quantity.ts'

/** Decimal kWh to whole units, each for itself or with the remainder carried on. */
export class QuantityRounding {
  private readonly power: number
  private readonly carry: boolean
  private readonly sum = new DecimalSum()

  constructor(power: number, carry: boolean) {
    this.power = power
    this.carry = carry
  }

  take(amount: ExactDecimal): WholeQuantity {
    const alone = toWhole(amount, this.power)
    if (!this.carry) return alone
    const before = toWhole(this.sum.value, this.power).value
    this.sum.add(amount)
    return { value: toWhole(this.sum.value, this.power).value - before, exact: alone.exact }
  }
}
