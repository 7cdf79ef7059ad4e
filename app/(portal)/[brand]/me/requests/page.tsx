import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { listRequests, type RequestView } from '#lib/requests/index.ts'
import { REQUEST_KINDS, REQUEST_TEXT_LENGTH } from '#lib/requests/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { pagesAround, readCursor } from '#lib/web/page-cursor.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { openRequestAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ before?: string; sent?: string; kind?: string }>
}

const SIZE = 20

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('title') }
}

/** Ask for one's rights or complain, and follow it to its answer (WEA-16). */
export default async function RequestsPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const query = await searchParams
  const before = readCursor(query.before)
  const grant = await requireGrant('requests:view', brand)
  const { answerDays, zone } = getManifest(brand)
  const [rows, t, locale] = await Promise.all([
    listRequests(grant, { limit: SIZE + 1, ...(before ? { before } : {}) }),
    getTranslations('requests'),
    requestLocale(),
  ])
  const sent = rows.find(({ id }) => id === query.sent)
  const cursors = rows.map(({ id, openedAt: at }) => ({ id, at }))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { days: answerDays })} />
      {sent?.dueAt ? (
        <Notice tone="good" title={t('done', { date: formatDate(sent.dueAt, locale, zone, 'long') })} />
      ) : null}
      {grant.actor.kind === 'person' ? <NewRequest brand={brand} kind={query.kind} /> : null}
      <Section title={t('list')}>
        {rows.length === 0 ? (
          <EmptyState icon="send" title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        ) : (
          <div className="grid gap-4">
            {rows.slice(0, SIZE).map((request) => (
              <RequestCard key={request.id} request={request} zone={zone} />
            ))}
          </div>
        )}
        <Pagination {...pagesAround(`/${brand}/me/requests`, { before, size: SIZE, rows: cursors })} />
      </Section>
    </>
  )
}

const FASTER = { access: 'data', export: 'account/export', choices: 'choices', correction: 'profile' } as const

async function NewRequest({ brand, kind }: { brand: string; kind: string | undefined }) {
  const t = await getTranslations('requests')
  const chosen = REQUEST_KINDS.find((known) => known === kind) ?? 'inquiry'
  return (
    <Section title={t('new.title')}>
      <div className="grid gap-8 wide:grid-cols-[2fr_1fr]">
        <Form action={openRequestAction} hidden={{ brand, returnTo: `/${brand}/me/requests` }} submit={t('new.submit')}>
          <Field
            name="kind"
            kind="select"
            label={t('new.kind')}
            defaultValue={chosen}
            options={REQUEST_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <Field
            name="text"
            kind="textarea"
            label={t('new.text')}
            hint={t('new.textHint')}
            maxLength={REQUEST_TEXT_LENGTH}
            rows={6}
          />
        </Form>
        <aside aria-labelledby="faster">
          <h3 id="faster" className="mb-2 font-semibold">
            {t('faster.title')}
          </h3>
          <ul className="grid gap-2">
            {(['access', 'export', 'choices', 'correction'] as const).map((key) => (
              <li key={key}>
                <TextLink href={`/${brand}/me/${FASTER[key]}`}>{t(`faster.${key}`)}</TextLink>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </Section>
  )
}

const TONE: Record<string, 'info' | 'good' | 'warn'> = { answered: 'good', closed: 'good', refused: 'warn' }

async function RequestCard({ request, zone }: { request: RequestView; zone: string }) {
  const t = await getTranslations('requests')
  const { kind, state, openedAt, dueAt, closedAt, text, answer } = request
  return (
    <Card
      title={t.has(`kinds.${kind}`) ? t(`kinds.${kind}`) : kind}
      level={3}
      aside={<Badge tone={TONE[state] ?? 'info'}>{t.has(`states.${state}`) ? t(`states.${state}`) : state}</Badge>}
    >
      <DescriptionList
        items={[
          { term: t('sent'), value: <DateTime at={openedAt} zone={zone} show="datetime" withZone /> },
          ...(dueAt && !closedAt ? [{ term: t('due'), value: <DateTime at={dueAt} zone={zone} show="long" /> }] : []),
          ...(closedAt ? [{ term: t('closed'), value: <DateTime at={closedAt} zone={zone} show="long" /> }] : []),
          { term: t('yours'), value: <p className="whitespace-pre-line">{text ?? t('textGone')}</p> },
          ...(answer ? [{ term: t('answer'), value: <p className="whitespace-pre-line">{answer}</p> }] : []),
        ]}
      />
    </Card>
  )
}
