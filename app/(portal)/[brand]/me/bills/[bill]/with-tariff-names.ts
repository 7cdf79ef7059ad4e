import { type BillLineView, REQUEST_FEE } from '#lib/billing/index.ts'
import type { Tariff } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'

/** Lines with their tariff's name in the reader's language; a tariff that is gone keeps its key. */
export function withTariffNames(
  lines: readonly BillLineView[],
  tariffs: readonly Tariff[],
  locale: Locale,
  feeName: string,
) {
  return lines.map((line) => ({
    ...line,
    partName: tariffs.flatMap(({ discounts }) => discounts).find(({ key }) => key === line.part)?.name[locale],
    tariffName:
      line.tariff === REQUEST_FEE
        ? feeName
        : (tariffs.find(({ key }) => key === line.tariff)?.name[locale] ?? line.tariff),
  }))
}
