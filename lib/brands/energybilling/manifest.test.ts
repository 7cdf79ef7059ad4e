import { describe, expect, it } from 'vitest'
import { checkManifest } from '../check-manifest.ts'
import { manifest as written } from './manifest.ts'
import promises from './promises.json' with { type: 'json' }

const manifest = checkManifest('lib/brands/energybilling/manifest.ts', written)
const category = (key: string) => manifest.categories.find((entry) => entry.key === key)
const recipient = (key: string) => manifest.recipients.find((entry) => entry.key === key)
const registered = manifest.recipients.filter((entry) => entry.kind === 'sdk')

describe('the manifest of EnergyBilling', () => {
  it('signs people up by a verified phone that they cannot change alone', () => {
    expect(manifest.signIn.proof).toBe('code')
    expect(manifest.signIn.identifiers[0]).toEqual({
      kind: 'phone',
      required: true,
      verified: true,
      changedBy: 'request',
    })
  })

  it('bills electricity, gas and water in yuan', () => {
    expect(new Set(manifest.tariffs.map((tariff) => tariff.utility))).toEqual(new Set(['electricity', 'gas', 'water']))
    expect(new Set(manifest.tariffs.map((tariff) => tariff.currency))).toEqual(new Set(['CNY']))
    const bindable = manifest.deviceKinds.filter((kind) => kind.bindable).map((kind) => kind.key)
    expect(bindable).toEqual(['electricity_meter', 'gas_meter', 'water_meter'])
  })

  it('declares the six identifiers as sensitive, for security and statistics', () => {
    const identifiers = category('device_identifiers')
    expect(identifiers).toMatchObject({ sensitive: true, purposes: ['security', 'statistics'] })
    const masked = identifiers?.fields.filter((field) => field.sensitive).map((field) => field.key)
    expect(masked).toEqual(['imei', 'android_id', 'idfa', 'imsi', 'oaid', 'mac_address'])
    for (const key of ['software_list', 'startup_log', 'error_log']) expect(category(key)?.source).toBe('phone_app')
  })

  it('keeps bills and payments for three years after closing, anonymised, because of the law', () => {
    for (const key of ['bills', 'payments'])
      expect(category(key)?.retention).toMatchObject({
        rule: 'after_closing',
        days: 1095,
        end: 'anonymise',
        keptGround: 'law',
      })
  })

  it('asks separately, off by default, for the advertising identifier and for promotions', () => {
    for (const key of ['advertising_id', 'promotional_reminders'])
      expect(manifest.purposes.find((purpose) => purpose.key === key)).toMatchObject({
        kind: 'optional',
        legalBasis: 'consent',
      })
    expect(category('recommendations')?.needsConsent).toBe('advertising_id')
    expect(category('reminders')?.needsConsent).toBe('promotional_reminders')
  })

  it('lets nothing necessary wait for a consent', () => {
    const necessary = manifest.purposes.filter((purpose) => purpose.kind === 'necessary')
    for (const purpose of necessary) expect(purpose.legalBasis).not.toBe('consent')
    const optional = manifest.purposes.filter((purpose) => purpose.kind === 'optional')
    for (const purpose of optional)
      expect([purpose.legalBasis, purpose.notice !== undefined]).toEqual(['consent', true])
  })

  it('lists the permissions of three systems, each with its system names and what it is for', () => {
    const ofSystem = (system: 'android' | 'ios' | 'harmonyos') =>
      manifest.permissions.filter((permission) => permission.systems.includes(system))
    expect([ofSystem('android').length, ofSystem('ios').length, ofSystem('harmonyos').length]).toEqual([7, 3, 8])
    for (const permission of manifest.permissions) expect(permission.systems).toHaveLength(1)
    for (const permission of manifest.permissions) expect(permission.systemNames.length).toBeGreaterThan(0)
    for (const permission of ofSystem('harmonyos')) expect(permission.systemNames[0]).toMatch(/^ohos\.permission\./)
  })

  it('sends nothing abroad: stored in China, and those who work for it are there', () => {
    expect(manifest.storage).toMatchObject({ region: 'CN', transfersAbroad: 'never' })
    const workers = manifest.recipients.filter((entry) => entry.kind === 'processor' && entry.essential)
    expect(workers.map((entry) => entry.country)).toEqual(['CN', 'CN', 'CN'])
  })

  it('answers in 15 days, asks a guardian below 14, and knows six reasons to refuse', () => {
    expect(manifest).toMatchObject({ answerDays: 15, guardianBelow: 14, minimumAge: 0 })
    expect(manifest.refusalReasons).toHaveLength(6)
    expect(manifest.deletionGrounds.map((ground) => ground.key)).toContain('child')
  })

  it('names company, address, hotline and mail', () => {
    expect(manifest.controller).toMatchObject({ phone: '400-0371-828', email: 'service@compere-power.com' })
    expect(manifest.controller.name).toBe('Henan Compere Smart Technology Co., Ltd.')
    expect(manifest.controller.address.en).toContain('450066')
  })

  it('has an older policy, one in force and one to come, each different', () => {
    const [[first, current], [coming]] = [manifest.policies, manifest.drafts]
    expect(manifest.policies.map((policy) => policy.effectiveOn)).toEqual(['2025-09-28', '2026-10-01'])
    expect(coming?.effectiveOn).toBe('2027-01-15')
    expect(first?.sections.length).toBeLessThan(current?.sections.length ?? 0)
    expect(coming?.updatedOn).toBe('2026-11-16')
    const changed = coming?.sections.filter(
      (section) => JSON.stringify(section) !== JSON.stringify(current?.sections.find(({ id }) => id === section.id)),
    )
    expect(changed?.map((section) => section.id)).toEqual(['retention'])
  })

  it('lists its twenty promises', () => {
    expect(promises.map((promise) => promise.id)).toEqual(
      Array.from({ length: 20 }, (_, at) => `ENB-${String(at + 1).padStart(2, '0')}`),
    )
  })
})

describe('its SDK register', () => {
  it('holds the seventeen of the policy', () => {
    expect(registered.map((entry) => entry.name).sort()).toEqual(
      [
        'uni-app (5+, web2app)',
        'Alibaba weexSDK',
        'Fresco Gallery',
        'Glide Gallery',
        'gif drawable',
        'fastjson',
        'Mobile Security Alliance OAID',
        'UniPush (Getui message push)',
        'Zhuoxin ID SDK',
        'Huawei HMS Push',
        'Meizu Flyme Push',
        'OPPO push',
        'vivo push',
        'MiPush',
        'WeChat Open Platform',
        'Alipay Open Platform',
        'PayPal Checkout SDK',
      ].sort(),
    )
  })

  it.each(registered.map((entry) => [entry.name, entry.sdk] as const))('says everything about %s', (_name, sdk) => {
    expect(sdk?.developer).not.toBe('')
    expect(sdk?.packageNames.length).toBeGreaterThan(0)
    expect(sdk?.permissions).toBeInstanceOf(Array)
    for (const text of [sdk?.scenario, sdk?.purpose, sdk?.scope, sdk?.processing, sdk?.method])
      expect(Object.keys(text ?? {})).toEqual(['en', 'zh-CN', 'fr'])
    expect(sdk?.website).toMatch(/^https?:/)
    expect(sdk?.privacyPolicy).toMatch(/^https?:/)
  })

  it('writes permissions by the names that Android knows', () => {
    for (const entry of registered)
      for (const name of entry.sdk?.permissions ?? []) expect(name).toMatch(/^android\.permission\.[A-Z_]+[A-Z]$/)
    expect(recipient('unipush')?.sdk?.permissions).toHaveLength(7)
    expect(recipient('fastjson')?.sdk?.permissions).toEqual([])
  })

  it('makes only the six basic modules essential', () => {
    const essential = registered.filter((entry) => entry.essential).map((entry) => entry.key)
    expect(essential).toEqual(['uni_app', 'weex', 'fresco', 'glide', 'gif_drawable', 'fastjson'])
  })

  it.each(['wechat_pay', 'alipay', 'paypal', 'stripe'])('limits what %s gets to a payment', (key) => {
    const sends = recipient(key)?.sends ?? []
    expect(sends.length).toBeGreaterThan(0)
    expect(sends.filter((field) => /phone|email|name$|address/.test(field) && !field.endsWith('data.name'))).toEqual([])
  })
})
