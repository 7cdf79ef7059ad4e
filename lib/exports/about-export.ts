import { type Category, type Manifest, recipientName } from '#lib/brands/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import type { StandardFile } from './standard-files.ts'

/** What was written of a category. */
export interface Written {
  readonly category: Category
  readonly rows: number
}

export interface AboutExport {
  readonly manifest: Manifest
  readonly locale: Locale
  readonly generatedAt: Date
  readonly written: readonly Written[]
  /** Names in the archive of the files that the person handed over. */
  readonly uploads: readonly string[]
  /** The files in formats of their field that it holds. */
  readonly standardFiles: readonly StandardFile[]
}

/** about.json: for machines and for the reader, what the archive holds and everything that is to be told about it. */
export function aboutJson(of: AboutExport): string {
  const { manifest, locale, generatedAt, written, uploads, standardFiles } = of
  const { controller } = manifest
  const about = {
    brand: { key: manifest.key, name: manifest.name },
    controller: {
      name: controller.name,
      address: controller.address[locale],
      country: controller.country,
      email: controller.email,
      phone: controller.phone,
      complaint: { name: controller.complaint.name[locale], url: controller.complaint.url },
    },
    generated_at: generatedAt.toISOString(),
    language: locale,
    stored_in: manifest.storage.place[locale],
    categories: written.map((entry) => aboutCategory(manifest, entry, locale)),
    uploads,
    standard_files: standardFiles.map(({ name, standard }) => ({ name, standard })),
  }
  return `${JSON.stringify(about, null, 2)}\n`
}

function aboutCategory(manifest: Manifest, { category, rows }: Written, locale: Locale) {
  const { retention } = category
  return {
    key: category.key,
    name: category.name[locale],
    description: category.description[locale],
    files: [`${category.key}.json`, `${category.key}.csv`],
    records: rows,
    fields: category.fields.map((field) => ({
      key: field.key,
      label: field.label[locale],
      type: field.type,
      sensitive: field.sensitive,
    })),
    source: category.source,
    purposes: manifest.purposes
      .filter((purpose) => category.purposes.includes(purpose.key))
      .map((purpose) => ({ name: purpose.name[locale], description: purpose.description[locale] })),
    legal_basis: category.legalBasis,
    recipients: manifest.recipients
      .filter((recipient) => recipient.categories.includes(category.key))
      .map((recipient) => ({
        name: recipientName(recipient, locale),
        country: recipient.country,
        purpose: recipient.purpose[locale],
      })),
    retention: {
      rule: retention.rule,
      days: retention.days,
      end: retention.end,
      reason: retention.reason[locale],
      kept_ground: retention.keptGround,
    },
  }
}

/** README.txt: the same for somebody who opens the archive and wonders, in their language. */
export function readmeText({ manifest, locale, generatedAt, written, uploads, standardFiles }: AboutExport): string {
  const t = translator(locale, 'exports.readme')
  const { controller } = manifest
  return [
    t('title', { brand: manifest.name }),
    '',
    t('made', { at: `${generatedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC` }),
    t('files'),
    ...standardFiles.map(({ name, key }) => t(`standard.${key}`, { file: name })),
    ...(uploads.length > 0 ? [t('uploads', { count: uploads.length })] : []),
    t('formulas'),
    '',
    ...written.map(({ category, rows }) => `- ${category.key}: ${category.name[locale]} (${t('rows', { rows })})`),
    '',
    t('contact', { controller: controller.name, email: controller.email }),
    '',
  ].join('\r\n')
}
