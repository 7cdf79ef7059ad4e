import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProfileFields } from '#components/profile/profile-fields.tsx'
import { ProfilePicture } from '#components/profile/profile-picture.tsx'
import { SignInFacts } from '#components/profile/sign-in-facts.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { consentNotice, purposesByGiving } from '#lib/consents/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { readProfile } from '#lib/profile/index.ts'
import { findAvatar } from '#lib/uploads/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { changeAvatarAction, editProfileAction, removeAvatarAction, setLocaleAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ done?: string }>
}

const DONE = ['saved', 'picture', 'pictureRemoved', 'password', 'identifier', 'removed']
const LANGUAGES = { en: 'English', 'zh-CN': '简体中文', fr: 'Français' }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile'))('title') }
}

export default async function ProfilePage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { done = '' } = await searchParams
  const grant = await requireGrant('profile:view', brand)
  const manifest = getManifest(brand)
  const own = grant.actor.kind === 'person'
  const pictured = own && manifest.profileFields.some(({ kind }) => kind === 'image')
  const [locale, t] = await Promise.all([requestLocale(), getTranslations('profile')])
  const { profile, avatar } = await inScope(grant, async () => ({
    profile: await readProfile(grant, locale),
    avatar: pictured ? await findAvatar(grant) : null,
  }))
  const { entryApp } = profile
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/me/account`, label: t('back') }} />
      {DONE.includes(done) ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      <Section title={t('about.title')} lead={t('about.lead')}>
        <ByGiving brand={brand} shape="profile" locale={locale} />
        <Form action={editProfileAction} hidden={{ brand }} submit={t('about.save')}>
          <ProfileFields fields={profile.fields.filter(({ kind, value }) => kind !== 'image' && value !== null)} />
        </Form>
      </Section>
      {pictured ? (
        <ProfilePicture
          brand={brand}
          upload={avatar?.id ?? null}
          note={<ByGiving brand={brand} shape="upload" locale={locale} />}
          change={changeAvatarAction}
          remove={removeAvatarAction}
        />
      ) : null}
      <Section title={t('signIn.title')}>
        <SignInFacts brand={brand} zone={manifest.zone} profile={profile} own={own} />
        {own ? (
          <p className="mt-4">
            <Link className="text-accent underline underline-offset-4" href={`/${brand}/me/account/sessions`}>
              {t('signIn.sessions')}
            </Link>
          </p>
        ) : null}
      </Section>
      {entryApp ? (
        <Section title={t('through.title')}>
          <p className="max-w-prose">
            {t.rich('through.text', {
              app: entryApp.name,
              link: (words) => (
                <a className="text-accent underline underline-offset-4" href={entryApp.policyUrl} rel="noreferrer">
                  {words}
                </a>
              ),
            })}
          </p>
        </Section>
      ) : null}
      <Section title={t('language.title')}>
        <Form action={setLocaleAction} hidden={{ brand }} tone="secondary" submit={t('language.save')}>
          <Field
            name="locale"
            kind="select"
            width={16}
            label={t('language.label')}
            defaultValue={profile.locale}
            options={manifest.locales.map((locale) => ({ value: locale, label: LANGUAGES[locale] }))}
          />
        </Form>
      </Section>
    </>
  )
}

/** To what giving something here is consent, with the very words that are recorded (WBP-02). */
async function ByGiving({ brand, shape, locale }: { brand: string; shape: 'profile' | 'upload'; locale: Locale }) {
  const category = getManifest(brand).categories.find((one) => one.shape === shape)
  const t = await getTranslations('profile')
  return (category ? purposesByGiving(brand, category) : []).map((purpose) => {
    const { name, notice, consequence } = consentNotice(purpose, locale)
    return (
      <p key={purpose.key} className="mb-4 max-w-prose text-sm text-ink-soft">
        {t('byGiving', { purpose: name })} {notice} {consequence}
      </p>
    )
  })
}
