import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ManifestInput } from './manifest-schema.ts'

const WHITE = '#ffffff'
const DARK_PAGE = '#14171a'
/** WCAG 2.2 success criterion 1.4.3 for text of normal size. */
const AA_TEXT = 4.5
/** Degrees on the colour circle below which two accents are mistaken for each other. */
const DISTINCT_HUE = 20

const folder = import.meta.dirname
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'manifest.ts')))
  .map((entry) => join(folder, entry.name, 'manifest.ts'))
const manifests = await Promise.all(
  files.map(async (file) => {
    const module: { manifest: ManifestInput } = await import(/* @vite-ignore */ pathToFileURL(file).href)
    return module.manifest
  }),
)

function channels(colour: string): [number, number, number] {
  const at = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16) / 255
  return [at(1), at(3), at(5)]
}

function luminance(colour: string) {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  const [red, green, blue] = channels(colour)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function contrast(one: string, other: string) {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

function hue(colour: string) {
  const [red, green, blue] = channels(colour)
  const most = Math.max(red, green, blue)
  const span = most - Math.min(red, green, blue)
  if (span === 0) return 0
  if (most === red) return (60 * ((green - blue) / span) + 360) % 360
  return most === green ? 60 * ((blue - red) / span + 2) : 60 * ((red - green) / span + 4)
}

function hueDistance(one: string, other: string) {
  const apart = Math.abs(hue(one) - hue(other))
  return Math.min(apart, 360 - apart)
}

describe('the measure itself', () => {
  it('gives 21 for black on white and the value of the recommendation for a known grey', () => {
    expect(contrast('#000000', WHITE)).toBeCloseTo(21, 5)
    expect(contrast('#767676', WHITE)).toBeCloseTo(4.54, 2)
  })
})

describe.each(manifests.map((manifest) => ({ key: manifest.key, mark: manifest.mark })))('$key', ({ mark }) => {
  it('reads on a white page, and white text reads on its buttons', () => {
    expect(contrast(mark.accentLight, WHITE)).toBeGreaterThanOrEqual(AA_TEXT)
    expect(contrast(WHITE, mark.accentLight)).toBeGreaterThanOrEqual(AA_TEXT)
  })

  it('reads on a dark page, and dark text reads on its buttons', () => {
    expect(contrast(mark.accentDark, DARK_PAGE)).toBeGreaterThanOrEqual(AA_TEXT)
  })
})

describe('the brands beside each other', () => {
  const pairs = manifests.flatMap((one, at) => manifests.slice(at + 1).map((other) => ({ one, other })))

  it.each(pairs.map(({ one, other }) => [one.key, other.key, one.mark, other.mark] as const))(
    '%s is not mistaken for %s',
    (_one, _other, mark, otherMark) => {
      expect(hueDistance(mark.accentLight, otherMark.accentLight)).toBeGreaterThanOrEqual(DISTINCT_HUE)
      expect(hueDistance(mark.accentDark, otherMark.accentDark)).toBeGreaterThanOrEqual(DISTINCT_HUE)
    },
  )

  it('have marks of different letters', () => {
    const letters = manifests.map((manifest) => manifest.mark.letters)
    expect(new Set(letters).size).toBe(letters.length)
  })
})
