/**
 * The one way in for what devices, apps and partners send: checked against the brand's manifest, never without the
 * consent it needs, stored once, and answered record by record.
 */
export { answerBatch } from './answer.ts'
export { answerUnits } from './answer-units.ts'
export { findApiKeyActor } from './find-api-key-actor.ts'
export { importFile } from './import/import-file.ts'
export { ImportFault, type ImportReport, type ImportRequest, type Problem } from './import/import-request.ts'
export { makeApiKey } from './make-api-key.ts'
export { openApiDocument } from './open-api/open-api-document.ts'
export { parseBatch, parseBody } from './parse-batch.ts'
export { parseInstant } from './readers/parse-instant.ts'
export { type ReaderName, sniffFile } from './readers/sniff-file.ts'
export { receiveRecords } from './receive-records.ts'
export { revokeApiKey } from './revoke-api-key.ts'
export { MOST_BYTES } from './schema.ts'
