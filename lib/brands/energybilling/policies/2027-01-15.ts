import type { ManifestInput } from '../../manifest-schema.ts'
import { collection, retention as formerRetention } from './2026-10-01/collection.ts'
import { rights } from './2026-10-01/rights.ts'
import { sharing } from './2026-10-01/sharing.ts'

type Section = ManifestInput['policies'][number]['sections'][number]

const retention: Section = {
  ...formerRetention,
  body: {
    en: [
      '- Account, meters, readings and pictures: as long as you have an account\n- Phone identifiers, list of installed apps, sign-ins, start-up data and error log: 180 days\n- Recommendations and reminders: one year\n- Bills, payments, choices and requests: three years after you leave',
      ...formerRetention.body.en.slice(1),
    ],
    'zh-CN': [
      '- 账户、表具、读数和图片：在您拥有账户期间\n- 设备标识、已安装软件列表、登录记录、启动数据和错误日志：180天\n- 推荐和提醒记录：一年\n- 账单、缴费、授权和请求记录：您注销后三年',
      ...formerRetention.body['zh-CN'].slice(1),
    ],
    fr: [
      '- Compte, compteurs, relevés et images : tant que vous avez un compte\n- Identifiants du téléphone, liste des applications, connexions, démarrages et erreurs : 180 jours\n- Recommandations et rappels : un an\n- Factures, paiements, choix et demandes : trois ans après votre départ',
      ...formerRetention.body.fr.slice(1),
    ],
  },
}

/** Announced before it takes effect (ENB-03). */
export const announcedPolicy: ManifestInput['policies'][number] = {
  version: '3.0',
  updatedOn: '2026-11-16',
  effectiveOn: '2027-01-15',
  changeKinds: ['service_model'],
  summary: {
    en: 'Phone identifiers, the list of installed apps, start-up data and the error log will be kept for 180 days only. Nothing else changes.',
    'zh-CN': '设备标识、已安装软件列表、启动数据和错误日志的保存期限将缩短为180天。其他内容不变。',
    fr: 'Les identifiants du téléphone, la liste des applications, les démarrages et les erreurs ne seront gardés que 180 jours. Rien d’autre ne change.',
  },
  sections: [...collection.map((section) => (section.id === 'retention' ? retention : section)), ...sharing, ...rights],
}
