import { type Grant, inScope, subjectOf, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { putFile, removeFile, type StoredFile } from '#lib/platform/storage/index.ts'
import { archiveEntries } from './archive-entries.ts'
import { failExport, finishExport, reportSteps, startExport } from './track-export.ts'
import { zipOf } from './write-archive.ts'

/** Milliseconds between two writings of how far a build is. */
const REPORT_EVERY = 500

/**
 * Makes the archive of everything that is held about a person, as it was at one instant, streamed into the storage. It
 * may be repeated: what a build that broke off left behind is written over. Does nothing for an export that is ready
 * already, expired, or replaced by a later one.
 */
export async function buildExport(grant: Grant<'exports:build'>, exportId: string): Promise<void> {
  // The database role that reads the person's rows cannot change the export; a grant of its own does that.
  const tracking = systemGrant('job:exports.build', 'exports:track', { brand: grant.brand, subject: subjectOf(grant) })
  const asked = await startExport(tracking, exportId)
  if (!asked) return
  const key = `exports/${grant.brand}/${exportId}.zip`
  const progress = { done: 0 }
  try {
    const stored = await whileReporting(
      () => reportSteps(tracking, exportId, progress.done),
      () => readSnapshot(grant, { key, locale: asked.locale }, progress),
    )
    await finishExport(tracking, exportId, key, stored)
  } catch (fault) {
    await removeFile(key)
    await failExport(tracking, exportId)
    throw fault
  }
}

function readSnapshot(
  grant: Grant<'exports:build'>,
  { key, locale }: { readonly key: string; readonly locale: string | null },
  progress: { done: number },
): Promise<StoredFile> {
  const manifest = getManifest(grant.brand)
  const generatedAt = clock.now()
  return inScope(
    grant,
    (tx) => {
      progress.done = 0
      const entries = archiveEntries(tx, { manifest, subject: subjectOf(grant), asked: locale, generatedAt }, () => {
        progress.done += 1
      })
      return putFile(key, zipOf(entries, generatedAt))
    },
    { snapshot: true },
  )
}

/** Runs work and reports beside it, outside of its transaction, so that others see how far it is. */
async function whileReporting<T>(report: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  let reporting: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    reporting = reporting.then(report).catch(() => undefined)
  }, REPORT_EVERY)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await reporting
  }
}
