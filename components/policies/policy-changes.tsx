import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Details } from '#components/ui/details.tsx'
import type { BlockDiff, DiffPart, SectionDiff } from '#lib/policies/schema.ts'

/** The difference of two versions: each section that changed with what went and what came, then those that did not. */
export function PolicyChanges({ sections }: { sections: readonly SectionDiff[] }) {
  const t = useTranslations('policies.compare')
  const changed = sections.filter(({ change }) => change !== 'same')
  const same = sections.filter(({ change }) => change === 'same')
  if (changed.length === 0) return <p>{t('none')}</p>
  return (
    <>
      <p className="mb-4 text-ink-soft">{t('summary', { changed: changed.length, same: same.length })}</p>
      <div className="grid gap-4">
        {changed.map((section) => (
          <ChangedSection key={section.id} section={section} />
        ))}
      </div>
      {same.length > 0 ? (
        <div className="mt-4">
          <Details summary={t('same')}>
            <ul className="list-disc ps-6">
              {same.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </Details>
        </div>
      ) : null}
    </>
  )
}

const TONE = { changed: 'info', added: 'good', removed: 'warn' } as const

function ChangedSection({ section }: { section: SectionDiff }) {
  const t = useTranslations('policies.compare.states')
  const { change } = section
  return (
    <section className="rounded-lg border border-line p-4 sm:p-6 break-inside-avoid">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-2">
        <h3 className="text-lg">
          {change === 'changed' ? <Parts parts={section.heading} /> : <span>{section.name}</span>}
        </h3>
        {change === 'same' ? null : <Badge tone={TONE[change]}>{t(change)}</Badge>}
      </div>
      <div className="grid max-w-prose gap-3">
        {runsOf(section.blocks).map((run) => (
          <Run key={run.at} blocks={run.blocks} item={run.item} />
        ))}
      </div>
    </section>
  )
}

interface Run {
  readonly at: number
  readonly item: boolean
  readonly blocks: BlockDiff[]
}

/** Items of a list that follow each other are one list. */
function runsOf(blocks: readonly BlockDiff[]): Run[] {
  const runs: Run[] = []
  blocks.forEach((block, at) => {
    const last = runs.at(-1)
    if (last?.item && block.item) last.blocks.push(block)
    else runs.push({ at, item: block.item, blocks: [block] })
  })
  return runs
}

function Run({ item, blocks }: Omit<Run, 'at'>) {
  const keyed = blocks.map((block, at) => ({ block, key: `${at} ${block.parts[0]?.text}` }))
  if (!item)
    return keyed.map(({ block, key }) => (
      <p key={key}>
        <Parts parts={block.parts} />
      </p>
    ))
  return (
    <ul className="list-disc ps-6">
      {keyed.map(({ block, key }) => (
        <li key={key} className="py-0.5">
          <Parts parts={block.parts} />
        </li>
      ))}
    </ul>
  )
}

function Parts({ parts }: { parts: readonly DiffPart[] }) {
  const t = useTranslations('policies.compare')
  const words = { removed: t('removed'), added: t('added'), end: t('end') }
  const keyed = parts.map((part, at) => ({ part, key: `${at} ${part.kind}` }))
  return keyed.map(({ part, key }) => <Part key={key} part={part} words={words} />)
}

interface PartProps {
  part: DiffPart
  words: { removed: string; added: string; end: string }
}

/** Not by colour alone: struck through and underlined for the eye, and said in words for whoever listens. */
function Part({ part: { kind, text }, words }: PartProps) {
  if (kind === 'same') return text
  const Change = kind === 'removed' ? 'del' : 'ins'
  const look = kind === 'removed' ? 'bg-bad-wash text-bad line-through' : 'bg-good-wash text-good underline'
  return (
    <Change className={`${look} decoration-1 underline-offset-4`}>
      <span className="sr-only"> {words[kind]} </span>
      {text}
      <span className="sr-only"> ({words.end}) </span>
    </Change>
  )
}
