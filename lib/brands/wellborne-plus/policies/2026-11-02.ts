import type { ManifestInput } from '../../manifest-schema.ts'
import { portalPolicy } from './2026-09-01.ts'

type Section = ManifestInput['policies'][number]['sections'][number]

const contact: Section = {
  id: 'contact',
  heading: { en: 'Contact and complaints', 'zh-CN': '联系与投诉', fr: 'Contact et réclamations' },
  body: {
    en: [
      'Wellbore SAS, contact@wellborne.fr, or “Your requests” in this portal. We usually answer within thirty days, sooner where a law says so. If our answer does not satisfy you, you may complain to the authority or go to the court at our seat.',
    ],
    'zh-CN': [
      'Wellbore SAS，contact@wellborne.fr，或通过本门户的“您的请求”。我们通常在三十天内答复；法律要求更短的，从其规定。如对答复不满意，您可向主管部门投诉、举报，或向我们住所地的法院起诉。',
    ],
    fr: [
      'Wellbore SAS, contact@wellborne.fr, ou « Vos demandes » dans ce portail. Nous répondons en général sous trente jours, plus tôt si une loi le dit. Si notre réponse ne vous convient pas, vous pouvez saisir l’autorité ou le tribunal de notre siège.',
    ],
  },
}

/** A minor change: it takes effect without asking again. */
export const clearerPolicy: ManifestInput['policies'][number] = {
  version: '2.1',
  updatedOn: '2026-10-26',
  effectiveOn: '2026-11-02',
  changeKinds: ['minor'],
  summary: {
    en: 'The contact section now also names the requests in this portal. Nothing changes in what is done with data.',
    'zh-CN': '联系方式一节补充了本门户中的请求入口。信息的处理方式没有变化。',
    fr: 'La partie « contact » cite aussi les demandes dans ce portail. Rien ne change dans l’usage des données.',
  },
  sections: portalPolicy.sections.map((section) => (section.id === 'contact' ? contact : section)),
}
