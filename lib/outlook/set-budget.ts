import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { currencyExponent, fromDecimalText } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { budgetRemoved, budgetSet } from './events.ts'
import { SetBudget } from './schema.ts'

/**
 * Sets what the person wants to spend in a month, or takes the budget away where the amount is empty.
 * @throws Refusal `outlook.budget_nothing`, `outlook.budget_too_fine` where the currency has fewer decimals
 */
export async function setBudget(grant: Grant<'budgets:set'>, input: SetBudget): Promise<{ removed: boolean }> {
  const { amount } = SetBudget.parse(input)
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  const [currency = ''] = getManifest(grant.brand).currencies
  const amountMinor = amount === '' ? null : minorOf(amount, currency)
  return inScope(grant, async (tx) => {
    if (amountMinor === null) {
      const { count } = await tx.budget.deleteMany({ where: of })
      if (count > 0) await audit.record(tx, grant, budgetRemoved())
      return { removed: true }
    }
    const data = { amountMinor, currency, updatedAt: clock.now() }
    await tx.budget.upsert({ where: { brand_subjectId: of }, create: { ...of, ...data }, update: data })
    await audit.record(tx, grant, budgetSet())
    return { removed: false }
  })
}

function minorOf(amount: string, currency: string): bigint {
  const decimals = amount.split('.')[1]?.replace(/0+$/, '').length ?? 0
  if (decimals > currencyExponent(currency))
    throw new Refusal('outlook.budget_too_fine', { field: 'amount', places: currencyExponent(currency) })
  const minor = fromDecimalText(amount, currency)
  if (minor === 0n) throw new Refusal('outlook.budget_nothing', { field: 'amount' })
  return minor
}
