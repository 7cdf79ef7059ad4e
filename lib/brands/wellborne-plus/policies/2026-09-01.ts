import type { ManifestInput } from '../../manifest-schema.ts'
import { collection } from './2026-09-01/collection.ts'
import { rights } from './2026-09-01/rights.ts'
import { sharing } from './2026-09-01/sharing.ts'

export const portalPolicy: ManifestInput['policies'][number] = {
  version: '2.0',
  updatedOn: '2026-08-03',
  effectiveOn: '2026-09-01',
  changeKinds: ['service_model', 'recipients', 'rights'],
  summary: {
    en: 'Charging can be paid by card (Stripe) or PayPal. Tracking in mails and statistics of the website now need your own yes. New: this portal, how long each thing is kept, and an age limit of 16.',
    'zh-CN':
      '充电费用可用银行卡（Stripe）或 PayPal 支付。邮件追踪和网站统计现在均须您单独同意。新增：本门户、各类信息的保存期限以及16周岁的年龄要求。',
    fr: 'La recharge se paie par carte (Stripe) ou PayPal. Le suivi des messages et les statistiques du site demandent désormais votre accord. Nouveau : ce portail, les durées de conservation et un âge minimal de 16 ans.',
  },
  sections: [...collection, ...sharing, ...rights],
}
