import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Refusal } from '#lib/platform/refusal.ts'

/** What the id of an address names, read by a verb; "not found" where it is none or the verb refuses it. */
export async function orNotFound<T>(id: string, read: () => Promise<T>): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound()
  try {
    return await read()
  } catch (fault) {
    if (fault instanceof Refusal) notFound()
    throw fault
  }
}
