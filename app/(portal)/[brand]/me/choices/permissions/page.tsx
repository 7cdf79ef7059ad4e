import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { systemNames } from '#app/system-names.ts'
import { PermissionFacts } from '#components/transparency/permission-facts.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { type DevicePermission, getManifest } from '#lib/brands/index.ts'
import { listPhones, noticeOfUse, type OperatingSystem, type PhoneView } from '#lib/devices/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { permitUseAction } from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ phone?: string; system?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consents.permissions'))('title') }
}

/** What the app may use on each phone, by operating system, use by use (ENB-08, WBP-04). */
export default async function MyPermissionsPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const wanted = await searchParams
  const grant = await requireGrant('consents:view', brand)
  const [phones, t] = await Promise.all([listPhones(grant), getTranslations('consents')])
  const { permissions } = getManifest(brand)
  const systems = [...new Set(permissions.flatMap((permission) => permission.systems))]
  const phone = phones.find(({ id }) => id === wanted.phone) ?? phones[0] ?? null
  const guess = systems.find((system) => system === wanted.system) ?? systems.find((system) => system === phone?.system)
  const system = guess ?? systems[0]
  return (
    <>
      <PageHeader
        title={t('permissions.title')}
        lead={t('permissions.lead')}
        back={{ href: `/${brand}/me/choices`, label: t('title') }}
      />
      {phone ? null : <Notice title={t('permissions.noPhone.title')}>{t('permissions.noPhone.text')}</Notice>}
      {system ? (
        <>
          <Tabs brand={brand} phones={phones} phone={phone} systems={systems} system={system} />
          <div className="grid gap-4">
            {permissions
              .filter((permission) => permission.systems.includes(system))
              .map((permission) => (
                <PermissionCard
                  key={permission.key}
                  brand={brand}
                  phone={phone}
                  system={system}
                  permission={permission}
                  decides={grant.actor.kind === 'person'}
                />
              ))}
          </div>
        </>
      ) : (
        <EmptyState icon="devices" title={t('permissions.none')} />
      )}
    </>
  )
}

interface TabsProps {
  brand: string
  phones: readonly PhoneView[]
  phone: PhoneView | null
  systems: readonly OperatingSystem[]
  system: OperatingSystem
}

/** Which phone, and which system it runs. */
function Tabs({ brand, phones, phone, systems, system }: TabsProps) {
  const t = useTranslations('consents.permissions')
  const names = useTranslations('transparency.permissions.systems')
  const path = `/${brand}/me/choices/permissions`
  const of = phone ? `phone=${phone.id}&` : ''
  return (
    <div className="mb-6 flex flex-wrap gap-x-10 gap-y-4">
      {phones.length > 1 ? (
        <Choice
          label={t('phone')}
          options={phones.map(({ id, name }) => ({ href: `${path}?phone=${id}`, name, here: id === phone?.id }))}
        />
      ) : null}
      {systems.length > 1 ? (
        <Choice
          label={t('system')}
          options={systems.map((each) => ({
            href: `${path}?${of}system=${each}`,
            name: names(each),
            here: each === system,
          }))}
        />
      ) : null}
    </div>
  )
}

function Choice({
  label,
  options,
}: {
  label: string
  options: readonly { href: string; name: string; here: boolean }[]
}) {
  return (
    <nav aria-label={label}>
      <p className="mb-1 text-sm text-ink-soft" aria-hidden="true">
        {label}
      </p>
      <ul className="flex flex-wrap gap-2">
        {options.map(({ href, name, here }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? 'true' : undefined}
              className={`inline-flex min-h-11 items-center rounded-md border px-4 ${here ? 'border-accent bg-accent-wash font-semibold' : 'border-line-strong hover:bg-sunken'}`}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface PermissionCardProps {
  brand: string
  phone: PhoneView | null
  system: OperatingSystem
  permission: DevicePermission
  decides: boolean
}

async function PermissionCard({ brand, phone, system, permission, decides }: PermissionCardProps) {
  const [t, locale] = await Promise.all([getTranslations('consents'), requestLocale()])
  const returnTo = `/${brand}/me/choices/permissions`
  return (
    <Card title={permission.name[locale]} level={2}>
      <PermissionFacts
        systemNames={systemNames(permission, system)}
        uses={phone ? [] : permission.uses.map(({ name }) => name[locale])}
        consequence={permission.consequence[locale]}
        processing={permission.processing}
      />
      {phone ? (
        <div className="mt-4">
          <h3 className="mb-2 text-base font-semibold">{t('permissions.use')}</h3>
          <div className="grid gap-2">
            {permission.uses.map((use) => (
              <Switch
                key={use.key}
                action={permitUseAction}
                name="wanted"
                label={use.name[locale]}
                on={phone.allowed.has(`${permission.key}.${use.key}`)}
                hidden={{
                  brand,
                  deviceId: phone.id,
                  permission: permission.key,
                  use: use.key,
                  locale,
                  shown: noticeOfUse(permission, use.key, locale)?.hash.toString('hex') ?? '',
                  returnTo,
                }}
                {...(decides ? {} : { locked: t('onBehalf') })}
              />
            ))}
          </div>
        </div>
      ) : null}
    </Card>
  )
}
