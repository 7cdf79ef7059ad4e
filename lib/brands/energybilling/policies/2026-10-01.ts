import type { ManifestInput } from '../../manifest-schema.ts'
import { collection } from './2026-10-01/collection.ts'
import { rights } from './2026-10-01/rights.ts'
import { sharing } from './2026-10-01/sharing.ts'

export const portalPolicy: ManifestInput['policies'][number] = {
  version: '2.0',
  updatedOn: '2026-09-01',
  effectiveOn: '2026-10-01',
  changeKinds: ['service_model', 'recipients', 'rights'],
  summary: {
    en: 'Bills can also be paid by card (Stripe). Statistics, the list of installed apps, push messages, the advertising identifier and promotions now each need your own yes. New: this portal, and how long each thing is kept.',
    'zh-CN':
      '账单可用银行卡（Stripe）支付。统计、已安装软件列表、推送、广告标识符和促销提醒现在均须您单独同意。新增：本门户以及各类信息的保存期限。',
    fr: 'Les factures se paient aussi par carte (Stripe). Statistiques, liste des applications, notifications, identifiant publicitaire et promotions demandent désormais chacun votre accord. Nouveau : ce portail et les durées de conservation.',
  },
  sections: [...collection, ...sharing, ...rights],
}
