import { z } from 'zod'
import type { AnnouncedUnit } from '#lib/devices/index.ts'
import type { AnnounceUnits } from '#lib/devices/schema.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

export const UnitsAnswer = z.strictObject({
  results: z
    .array(
      z.strictObject({
        serial: z.string(),
        status: z.enum(['stored', 'duplicate', 'refused']),
        code: z.string().optional().meta({ description: 'What the QR picture on the device has to say.' }),
        reason: z.string().optional().meta({ description: 'The code of a refusal, such as devices.number_taken.' }),
        detail: z.string().optional().meta({ description: 'The same as a sentence, in the language asked for.' }),
      }),
    )
    .meta({ description: 'One for each device, in the order in which they were sent.' }),
})
export type UnitsAnswer = z.output<typeof UnitsAnswer>

/** What became of announced devices, in the words of the API. */
export function answerUnits(
  { units }: AnnounceUnits,
  answers: readonly (AnnouncedUnit | Refusal)[],
  locale: Locale,
): UnitsAnswer {
  const translate = translator(locale, 'errors')
  const results = answers.map((answer, at) => {
    const serial = units[at]?.serial ?? ''
    if (!(answer instanceof Refusal)) return { serial, ...answer }
    return { serial, status: 'refused' as const, reason: answer.code, detail: translate(answer.code) }
  })
  return { results }
}
