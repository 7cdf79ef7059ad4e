import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { openApiDocument, receiveRecords } from '../index.ts'

const document = openApiDocument('http://localhost:3000')
// The document as a reader gets it.
const sent: typeof document = JSON.parse(JSON.stringify(document))

/** Every `$ref` of the document. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refsIn(inner)))
}

describe('the OpenAPI document', () => {
  it('has the structure of OpenAPI 3.1: paths, operations with their own ids, answers, and references that lead somewhere', () => {
    expect(sent.openapi).toMatch(/^3\.1\.\d+$/)
    expect(Object.keys(sent.paths)).toEqual(
      ['records', 'units'].flatMap((what) => BRAND_KEYS.map((brand) => `/api/v1/intake/${brand}/${what}`)),
    )
    const operations = Object.values(sent.paths).map(({ post }) => post)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const { requestBody, responses, description } of operations) {
      expect(description).not.toBe('')
      expect(Object.keys(requestBody.content)).toEqual(['application/json'])
      expect(Object.keys(responses)).toEqual(['200', '400', '401', '404', '413', '415', '429', '500'])
      for (const answer of Object.values(responses)) expect(answer.description).not.toBe('')
    }
    const { schemas } = sent.components
    for (const name of Object.keys(schemas)) expect(name).toMatch(/^[a-zA-Z0-9._-]+$/)
    for (const ref of refsIn(sent)) expect(Object.keys(schemas)).toContain(ref.replace('#/components/schemas/', ''))
    expect(sent.security.flatMap(Object.keys)).toEqual(Object.keys(sent.components.securitySchemes))
  })

  it('names every field that a brand takes, and no other', () => {
    for (const brand of BRAND_KEYS)
      for (const category of getManifest(brand).categories) {
        const schema: unknown = Object.entries(sent.components.schemas).find(
          ([name]) => name === `${brand}.${category.key}`,
        )?.[1]
        if (!category.intake) expect(schema).toBeUndefined()
        else {
          const fields = category.fields.filter((field) => !field.derived)
          const properties = Object.fromEntries(fields.map(({ key }) => [key, expect.anything()]))
          const required = fields.filter((field) => field.required).map(({ key }) => key)
          expect(schema).toMatchObject({
            properties: {
              fields: { properties, additionalProperties: false, ...(required.length > 0 ? { required } : {}) },
            },
            additionalProperties: false,
          })
        }
      }
  })

  it('has schemas that a validator takes, and examples that are valid by them', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: false })
    ajv.addSchema({ $id: 'openbook', ...sent })
    for (const [path, { post }] of Object.entries(sent.paths)) {
      const { schema, examples } = post.requestBody.content['application/json']
      const validate = ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openbook#/components')),
      )
      expect(Object.keys(examples).length).toBeGreaterThan(0)
      for (const { value } of Object.values(examples))
        expect(validate(value), `${path} ${ajv.errorsText(validate.errors)}`).toBe(true)
      expect(validate({ records: [], units: [] })).toBe(false)
      expect(validate({ units: [{ kind: 'lock' }] })).toBe(false)
      expect(validate({ records: [{ id: '1', category: 'none' }] })).toBe(false)
    }
  })

  it('has examples that intake itself takes', async () => {
    for (const [index, brand] of BRAND_KEYS.entries()) {
      const person = await createTestPerson(brand)
      const { id: subjectId } = person
      for (const purpose of getManifest(brand).purposes.filter(({ kind }) => kind === 'optional'))
        await database('system').consentRecord.create({
          data: {
            brand,
            subjectId,
            purpose: purpose.key,
            decision: 'granted',
            noticeVersion: '1',
            locale: 'en',
            textHash: Buffer.from('x'),
          },
        })
      const place = { brand, subjectId, utility: 'electricity', name: 'Home', zone: 'UTC' }
      const supplyPoint = await database('system').supplyPoint.create({ data: place })
      const meter = {
        brand,
        subjectId,
        supplyPointId: supplyPoint.id,
        serial: 'E-4711-0815',
        utility: 'electricity',
        unit: 'Wh',
      }
      await database('system').meter.create({ data: meter })
      const post = Object.values(sent.paths)[index]?.post
      const records = Object.values(post?.requestBody.content['application/json'].examples ?? {}).flatMap(({ value }) =>
        ('records' in value ? value.records : []).map((record: object) =>
          'meter' in Object(Object(record).subject) ? record : { ...record, subject: { ref: person.ref } },
        ),
      )
      const outcomes = await receiveRecords(systemGrant('test', 'intake:write', { brand }), { records })
      expect(outcomes, brand).toEqual(records.map(() => ({ status: 'stored' })))
    }
  })
})
