import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { formatDate } from '#components/ui/format.ts'

interface SignUpFieldsProps {
  identifiers: readonly { kind: 'account_name' | 'email' | 'phone'; required: boolean; verified: boolean }[]
  anyOf: boolean
  password: boolean
  age: { proof: 'birth_date' | 'word' | 'none'; minimum: number; guardianBelow: number | undefined }
  policy: { href: string; version: string; effectiveOn: string }
  locale: string
}

const LOOK = {
  account_name: { kind: 'text', autoComplete: 'username' },
  email: { kind: 'email', autoComplete: 'email' },
  phone: { kind: 'tel', autoComplete: 'tel' },
} as const

/** What a brand asks for when somebody signs up, and not a field more. */
export function SignUpFields({ identifiers, anyOf, password, age, policy, locale }: SignUpFieldsProps) {
  const t = useTranslations('identity.signUp')
  const fields = useTranslations('identity.fields')
  return (
    <>
      {anyOf ? (
        <Field name="contact" label={fields('contact')} hint={t('contactHint')} autoComplete="username" />
      ) : (
        identifiers.map(({ kind, required, verified }) => (
          <Field
            key={kind}
            name={kind}
            label={fields(kind)}
            hint={t(`hints.${kind}.${required ? 'required' : 'optional'}`)}
            optional={!required}
            {...LOOK[kind]}
            {...(verified ? {} : { autoComplete: 'username' })}
          />
        ))
      )}
      {password ? (
        <Field
          name="password"
          kind="password"
          label={fields('password')}
          hint={t('passwordHint')}
          autoComplete="new-password"
        />
      ) : null}
      {age.proof === 'birth_date' ? (
        <Field
          name="birthDate"
          kind="date"
          width={16}
          label={fields('birthDate')}
          hint={age.guardianBelow ? t('guardianHint', { age: age.guardianBelow }) : t('ageHint', { age: age.minimum })}
          autoComplete="bday"
        />
      ) : null}
      {age.proof === 'word' ? <Field name="ofAge" kind="checkbox" label={t('ofAge', { age: age.minimum })} /> : null}
      <Field
        name="accept"
        kind="checkbox"
        label={t('accept')}
        hint={t.rich('policy', {
          version: policy.version,
          date: formatDate(new Date(policy.effectiveOn), locale, 'UTC', 'long'),
          link: (words) => (
            <a className="text-accent underline underline-offset-4" href={policy.href} target="_blank" rel="noopener">
              {words}
            </a>
          ),
        })}
      />
    </>
  )
}
