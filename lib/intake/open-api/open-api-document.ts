import { BRAND_KEYS, getManifest, type Manifest } from '#lib/brands/index.ts'
import { AnnounceUnits } from '#lib/devices/schema.ts'
import { UnitsAnswer } from '../answer-units.ts'
import { openCategories } from '../check-record.ts'
import { IntakeAnswer, MOST_BYTES, MOST_RECORDS } from '../schema.ts'
import { exampleRecord } from './example-record.ts'
import { type JsonSchema, jsonSchema, recordSchema } from './record-schema.ts'

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri', examples: ['urn:openbook:intake.key_wrong'] },
    title: { type: 'string', description: 'What went wrong, in the language asked for.' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stays the same in every language.', examples: ['intake.key_wrong'] },
  },
}

const FAULTS: Readonly<Record<string, string>> = {
  400: 'The body is no batch of records.',
  401: 'There is no key, or it is wrong or revoked.',
  404: 'There is no such brand, or the key belongs to another one.',
  413: `More than ${MOST_RECORDS} records or ${MOST_BYTES / 1024 / 1024} MiB.`,
  415: 'The body is not application/json, or it is compressed.',
  429: 'Too many batches in a minute.',
  500: 'Nothing was stored; the batch may be sent again.',
}

/** The intake of every brand as OpenAPI 3.1, made of the schemas and manifests by which it works. */
export function openApiDocument(publicUrl: string) {
  const manifests = BRAND_KEYS.map(getManifest)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Openbook intake',
      version: '1',
      description:
        'Devices, apps and partners of a brand send what they have recorded. Each brand takes exactly the fields that it declares.',
    },
    servers: [{ url: publicUrl }],
    security: [{ key: [] }],
    paths: {
      ...Object.fromEntries(
        manifests.map((manifest) => [`/api/v1/intake/${manifest.key}/records`, { post: operation(manifest) }]),
      ),
      ...Object.fromEntries(
        manifests.map((manifest) => [`/api/v1/intake/${manifest.key}/units`, { post: unitsOperation(manifest) }]),
      ),
    },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of the brand. It is shown once when it is made.' },
      },
      schemas: {
        Problem: PROBLEM,
        Answer: jsonSchema(IntakeAnswer),
        UnitsAnswer: jsonSchema(UnitsAnswer),
        ...Object.fromEntries(manifests.flatMap(schemasOf)),
      },
    },
  }
}

const nameOf = (manifest: Manifest, category: string) => `${manifest.key}.${category}`
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

function schemasOf(manifest: Manifest): [string, JsonSchema][] {
  return openCategories(manifest).map((category) => [nameOf(manifest, category.key), recordSchema(category)])
}

function operation(manifest: Manifest) {
  const categories = openCategories(manifest)
  return {
    operationId: `send-${manifest.key}-records`,
    tags: [manifest.name],
    summary: `Send a batch of records to ${manifest.name}`,
    description:
      'Every record is answered for itself: stored, a duplicate of one that is known by its id, or refused with a reason. A batch may be sent again as often as needed.',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: batchSchema(manifest),
          examples: Object.fromEntries(
            categories.map((category) => [
              category.key,
              { summary: category.name.en, value: { records: [exampleRecord(category)] } },
            ]),
          ),
        },
      },
    },
    responses: {
      200: {
        description: 'What became of each record, in the order in which they were sent.',
        content: { 'application/json': { schema: ref('Answer') } },
      },
      ...faults(),
    },
  }
}

function unitsOperation(manifest: Manifest) {
  const [kind] = manifest.deviceKinds.filter(({ bindable }) => bindable)
  const units = [{ kind: kind?.key ?? '', serial: 'AB-204815', model: kind?.name.en ?? '' }]
  return {
    operationId: `announce-${manifest.key}-units`,
    tags: [manifest.name],
    summary: `Make devices of ${manifest.name} known before they are sold`,
    description:
      'Each device is answered with the signed code to be printed on it as a QR picture. The same device again gets the same code.',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: jsonSchema(AnnounceUnits),
          examples: { [kind?.key ?? '']: { summary: kind?.name.en ?? '', value: { units } } },
        },
      },
    },
    responses: {
      200: {
        description: 'What became of each device, in the order in which they were sent.',
        content: { 'application/json': { schema: ref('UnitsAnswer') } },
      },
      ...faults(),
    },
  }
}

function faults() {
  return Object.fromEntries(
    Object.entries(FAULTS).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: ref('Problem') } } },
    ]),
  )
}

function batchSchema(manifest: Manifest): JsonSchema {
  const categories = openCategories(manifest)
  const mapping = categories.map(({ key }) => [key, `#/components/schemas/${nameOf(manifest, key)}`])
  return {
    type: 'object',
    required: ['records'],
    additionalProperties: false,
    properties: {
      records: {
        type: 'array',
        minItems: 1,
        maxItems: MOST_RECORDS,
        items: {
          oneOf: categories.map(({ key }) => ref(nameOf(manifest, key))),
          discriminator: { propertyName: 'category', mapping: Object.fromEntries(mapping) },
        },
      },
    },
  }
}
