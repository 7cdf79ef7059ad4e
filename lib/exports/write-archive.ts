import { once } from 'node:events'
import { Readable } from 'node:stream'
import { ZipArchive } from 'archiver'

/** A file of an archive; its content is read when its turn comes. */
export interface ArchiveEntry {
  readonly name: string
  readonly content: AsyncIterable<string | Uint8Array>
}

/**
 * A zip as a stream, its entries written one after another as it is read, so that it is never whole in memory. Ends
 * with the fault of an entry that fails.
 */
export function zipOf(entries: AsyncIterable<ArchiveEntry>, date: Date): AsyncIterable<Uint8Array> {
  // The lowest level: text shrinks to a tenth already, and more would take several times as long.
  const archive = new ZipArchive({ zlib: { level: 1 } })
  void writeAll(archive, entries, date).catch((fault) => archive.destroy(asError(fault)))
  return archive
}

async function writeAll(archive: ZipArchive, entries: AsyncIterable<ArchiveEntry>, date: Date): Promise<void> {
  for await (const { name, content } of entries) {
    const source = Readable.from(content, { objectMode: false })
    const through = new AbortController()
    const broken = once(source, 'error', { signal: through.signal }).then(([fault]) => Promise.reject(fault))
    const abandoned = once(archive, 'close', { signal: through.signal }).then(() => {
      throw new Error('nobody reads the archive any more')
    })
    // Of `entry`, once itself rejects when the archive reports a fault.
    const written = once(archive, 'entry', { signal: through.signal })
    archive.append(source, { name, date })
    try {
      await Promise.race([written, broken, abandoned])
    } finally {
      through.abort()
      for (const waiting of [written, broken, abandoned]) waiting.catch(() => undefined)
    }
  }
  await archive.finalize()
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault))
}
