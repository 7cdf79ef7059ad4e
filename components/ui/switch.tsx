import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormState } from '#lib/web/form-state.ts'
import { Icon } from './icon.tsx'
import { SwitchIsland } from './switch-island.tsx'

export interface SwitchProps {
  /** A server action made by `defineAction`; gets `name` as `on` or `off`, the state that is wanted. */
  action: (state: FormState, data: FormData) => Promise<FormState>
  name: string
  label: string
  on: boolean
  hidden?: Record<string, string>
  /** What follows from switching, said before it is done. */
  children?: ReactNode
  /** Why it cannot be switched; then it is locked. */
  locked?: string
}

/** A decision that is either on or off, with its consequence beside it. Works without JavaScript. */
export function Switch({ children, locked, ...rest }: SwitchProps) {
  const t = useTranslations('common')
  return (
    <div className="grid max-w-prose gap-1">
      {locked === undefined ? (
        <SwitchIsland
          {...rest}
          onWord={t('switch.on')}
          offWord={t('switch.off')}
          problemTitle={t('form.problem')}
          broken={t('switch.broken')}
        />
      ) : (
        <div className="flex min-h-11 items-center justify-between gap-4">
          <span className="font-medium">{rest.label}</span>
          <span className="inline-flex items-center gap-2 text-ink-soft">
            <Icon name="lock" size={16} />
            {rest.on ? t('switch.on') : t('switch.off')}
          </span>
        </div>
      )}
      {children ? <div className="text-sm text-ink-soft">{children}</div> : null}
      {locked ? <p className="text-sm text-ink-soft">{locked}</p> : null}
    </div>
  )
}
