import type { ManifestInput } from '../manifest-schema.ts'

export const deletionGrounds: ManifestInput['deletionGrounds'] = [
  {
    key: 'no_longer_needed',
    text: {
      en: 'The data is no longer needed for what it was collected for.',
      'zh-CN': '当初收集的目的已不再需要这些数据。',
      fr: 'Les données ne sont plus utiles à ce pour quoi elles ont été recueillies.',
    },
  },
  {
    key: 'consent_withdrawn',
    text: {
      en: 'I agreed once and have changed my mind.',
      'zh-CN': '我曾经同意，现在改变了主意。',
      fr: 'J’avais donné mon accord et j’ai changé d’avis.',
    },
  },
  {
    key: 'unlawful',
    text: {
      en: 'I believe the data should never have been collected.',
      'zh-CN': '我认为这些数据本不应被收集。',
      fr: 'J’estime que ces données n’auraient jamais dû être recueillies.',
    },
  },
  {
    key: 'service_ended',
    text: {
      en: 'I no longer use the service, or the service has ended.',
      'zh-CN': '我不再使用该服务，或服务已经终止。',
      fr: 'Je n’utilise plus le service, ou le service a pris fin.',
    },
  },
  {
    key: 'sold_or_moved',
    text: {
      en: 'I sold the lock or moved house.',
      'zh-CN': '我已出售门锁或搬家。',
      fr: 'J’ai vendu la serrure ou déménagé.',
    },
  },
]

export const refusalReasons: ManifestInput['refusalReasons'] = [
  {
    key: 'identity_not_shown',
    text: {
      en: 'We could not make sure that the request comes from you.',
      'zh-CN': '我们无法确认该请求由您本人提出。',
      fr: 'Nous n’avons pas pu nous assurer que la demande vient de vous.',
    },
  },
  {
    key: 'law_requires_keeping',
    text: {
      en: 'A law makes us keep this data for now.',
      'zh-CN': '法律要求我们暂时保留这些数据。',
      fr: 'Une loi nous oblige à garder ces données pour le moment.',
    },
  },
  {
    key: 'rights_of_others',
    text: {
      en: 'An answer would show data of another person.',
      'zh-CN': '答复会泄露他人的信息。',
      fr: 'Une réponse dévoilerait les données d’une autre personne.',
    },
  },
  {
    key: 'repeated_without_reason',
    text: {
      en: 'The same request was answered a short time ago and nothing has changed.',
      'zh-CN': '相同的请求不久前已答复，情况没有变化。',
      fr: 'La même demande a reçu une réponse récemment et rien n’a changé.',
    },
  },
  {
    key: 'legal_claim',
    text: {
      en: 'The data is needed for a legal claim that is still open.',
      'zh-CN': '这些数据涉及尚未了结的法律纠纷。',
      fr: 'Les données sont nécessaires à un litige encore ouvert.',
    },
  },
  {
    key: 'fee_declined',
    text: {
      en: 'Answering would cost far more than usual, the fee was shown beforehand, and it was declined.',
      'zh-CN': '答复成本远高于通常情况，费用已事先告知，但未被接受。',
      fr: 'La réponse coûterait bien plus que d’habitude ; les frais, annoncés à l’avance, ont été refusés.',
    },
  },
]
