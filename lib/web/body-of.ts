import type { Readable } from 'node:stream'

/** A file as the body of a response, read as it is sent. */
export function bodyOf(content: Readable): ReadableStream<Uint8Array> {
  const chunks = content[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    cancel() {
      content.destroy()
    },
  })
}
