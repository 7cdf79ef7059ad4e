import { z } from 'zod'
import { frenchSpaces } from '#lib/platform/i18n/french-spaces.ts'

export const Key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a key is written in lower case with underscores')
export const Text = z.string().trim().min(1)
export const French = Text.transform(frenchSpaces)
export const Localised = z.strictObject({ en: Text, 'zh-CN': Text, fr: French })
export const Day = z.iso.date()
export const DecimalText = z.string().regex(/^\d+(\.\d+)?$/, 'a figure is a decimal written as text')
export const HexColour = z.string().regex(/^#[0-9a-f]{6}$/i)

export type Localised = z.output<typeof Localised>
