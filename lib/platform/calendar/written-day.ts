import { z } from 'zod'

/** A day as somebody writes one. A year outside of these is a slip of the keyboard (`0014`) and no day of anybody's. */
export function writtenDay(error?: string) {
  return z.iso.date(error).refine((day) => day >= '1900-01-01' && day < '2200-01-01', error)
}
