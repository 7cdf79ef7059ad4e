import { canonicalFields } from '../../canonical-fields.ts'
import type { ManifestInput } from '../../manifest-schema.ts'

export const useCategories: ManifestInput['categories'] = [
  {
    key: 'devices',
    name: { en: 'Devices', 'zh-CN': '设备', fr: 'Appareils' },
    description: {
      en: 'The charging piles and phones that belong to your account.',
      'zh-CN': '属于您账号的充电桩和手机。',
      fr: 'Les bornes et les téléphones liés à votre compte.',
    },
    shape: 'device',
    fields: canonicalFields.devices,
    purposes: ['charging_service'],
    legalBasis: 'contract',
    source: 'person',
    retention: {
      rule: 'account',
      reason: {
        en: 'Kept until you remove the device or close the account.',
        'zh-CN': '保存到您移除设备或注销账号为止。',
        fr: 'Conservé jusqu’à ce que vous retiriez l’appareil ou fermiez le compte.',
      },
    },
    intake: true,
    deletable: true,
  },
  {
    key: 'phone_information',
    name: { en: 'Phone information', 'zh-CN': '手机信息', fr: 'Informations sur le téléphone' },
    description: {
      en: 'Seven facts about each phone on which you use the app.',
      'zh-CN': '您使用本应用的每部手机的七项信息。',
      fr: 'Sept informations sur chaque téléphone où vous utilisez l’appli.',
    },
    shape: 'record',
    fields: [
      {
        key: 'device_name',
        label: { en: 'Phone name', 'zh-CN': '手机名称', fr: 'Nom du téléphone' },
        type: 'text',
        editable: true,
      },
      {
        key: 'device_model',
        label: { en: 'Model', 'zh-CN': '型号', fr: 'Modèle' },
        type: 'text',
        required: true,
        editable: true,
      },
      {
        key: 'device_identifier',
        label: { en: 'Identifier', 'zh-CN': '标识符', fr: 'Identifiant' },
        type: 'text',
        required: true,
        sensitive: true,
      },
      {
        key: 'os_and_app_version',
        label: {
          en: 'System and app version',
          'zh-CN': '系统和应用版本',
          fr: 'Versions du système et de l’appli',
        },
        type: 'text',
      },
      { key: 'language', label: { en: 'Language', 'zh-CN': '语言', fr: 'Langue' }, type: 'text', editable: true },
      { key: 'resolution', label: { en: 'Screen resolution', 'zh-CN': '屏幕分辨率', fr: 'Résolution' }, type: 'text' },
      {
        key: 'plmn',
        label: { en: 'Network operator (PLMN)', 'zh-CN': '网络运营商（PLMN）', fr: 'Opérateur mobile (PLMN)' },
        type: 'text',
        maxLength: 12,
      },
    ],
    purposes: ['display_and_service'],
    legalBasis: 'consent',
    source: 'phone_app',
    retention: {
      rule: 'days',
      days: 365,
      reason: {
        en: 'After a year a phone has changed so much that the facts help nobody.',
        'zh-CN': '一年之后手机信息已经过时，不再有用。',
        fr: 'Après un an, un téléphone a tant changé que ces informations ne servent plus.',
      },
    },
    needsConsent: 'display_and_service',
    intake: true,
    deletable: true,
  },
  {
    key: 'charging_sessions',
    name: { en: 'Charging sessions', 'zh-CN': '充电记录', fr: 'Recharges' },
    description: {
      en: 'When your pile charged, how much energy flowed and what it cost.',
      'zh-CN': '充电桩何时充电、充了多少电、费用多少。',
      fr: 'Quand votre borne a chargé, quelle énergie a été fournie et à quel prix.',
    },
    shape: 'charging_session',
    fields: canonicalFields.chargingSessions,
    purposes: ['charging_service', 'billing', 'usage_statistics'],
    legalBasis: 'contract',
    source: 'connected_device',
    retention: {
      rule: 'account',
      reason: {
        en: 'Kept as long as you have an account, so that you can compare years and check your bills.',
        'zh-CN': '在账号存续期间保存，便于您对比历年用电并核对账单。',
        fr: 'Conservé tant que vous avez un compte, pour comparer les années et vérifier vos factures.',
      },
    },
    intake: true,
    deletable: false,
  },
]
