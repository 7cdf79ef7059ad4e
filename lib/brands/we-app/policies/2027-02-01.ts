import type { ManifestInput } from '../../manifest-schema.ts'
import { portalPolicy } from './2026-07-01.ts'

type Section = ManifestInput['policies'][number]['sections'][number]

const twoPeople: Section = {
  id: 'two_people',
  heading: { en: 'Two people for what matters', 'zh-CN': '重要操作须经两人', fr: 'Deux personnes pour l’important' },
  body: {
    en: [
      'Our staff act for you, erase data, export data of many people or publish a policy only when a second person has approved it. You read in this portal who asked and who approved, where it concerns you.',
    ],
    'zh-CN': [
      '工作人员代您操作、删除数据、批量导出数据或发布隐私政策，均须经另一人批准。凡与您有关的，您可在本门户看到由谁申请、由谁批准。',
    ],
    fr: [
      'Notre personnel n’agit pour vous, n’efface, n’exporte les données de beaucoup de personnes ou ne publie une politique qu’après l’accord d’une deuxième personne. Pour ce qui vous concerne, vous lisez dans ce portail qui a demandé et qui a approuvé.',
    ],
  },
}

/** A minor change: it takes effect without asking again. */
export const guardedPolicy: ManifestInput['policies'][number] = {
  version: '2.1',
  updatedOn: '2026-11-20',
  effectiveOn: '2027-02-01',
  changeKinds: ['minor'],
  summary: {
    en: 'A new section says which steps of our staff need two people. Nothing changes in what is done with data.',
    'zh-CN': '新增一节，说明工作人员的哪些操作须经两人。信息的处理方式没有变化。',
    fr: 'Une nouvelle partie dit quelles opérations de notre personnel demandent deux personnes. Rien ne change dans l’usage des données.',
  },
  sections: [...portalPolicy.sections, twoPeople],
}
