import type { ManifestInput } from '../../manifest-schema.ts'

export const optionalPurposes: ManifestInput['purposes'] = [
  {
    key: 'improve',
    name: { en: 'Improve the service', 'zh-CN': '改进服务', fr: 'Améliorer le service' },
    description: {
      en: 'Study how the app is used to make it faster and easier.',
      'zh-CN': '了解应用的使用情况，让它更快、更易用。',
      fr: 'Étudier l’utilisation de l’appli pour la rendre plus rapide et plus simple.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, your use is left out of the study. Nothing else changes.',
      'zh-CN': '如果您拒绝，您的使用情况不会纳入研究，其他一切不变。',
      fr: 'Si vous refusez, votre usage n’est pas étudié. Rien d’autre ne change.',
    },
    notice: {
      en: 'We would like to pass which functions you use, and on which kind of device, to our statistics partner. Messages are never included.',
      'zh-CN': '我们希望将您使用的功能和设备类型提供给统计合作方。绝不包含消息内容。',
      fr: 'Nous aimerions transmettre à notre partenaire de statistiques les fonctions que vous utilisez et le type d’appareil. Jamais vos messages.',
    },
  },
  {
    key: 'surveys',
    name: { en: 'Surveys', 'zh-CN': '满意度调查', fr: 'Enquêtes' },
    description: {
      en: 'Ask you now and then how content you are.',
      'zh-CN': '偶尔询问您对服务的满意程度。',
      fr: 'Vous demander de temps en temps si vous êtes satisfait.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, we do not ask you. Nothing else changes.',
      'zh-CN': '如果您拒绝，我们不会向您发起调查，其他一切不变。',
      fr: 'Si vous refusez, nous ne vous demandons rien. Rien d’autre ne change.',
    },
    notice: {
      en: 'Our survey partner gets your e-mail address to send you at most two surveys a year. Each answer is your own choice.',
      'zh-CN': '调查合作方会获得您的邮箱，每年最多发送两次调查。是否作答完全由您决定。',
      fr: 'Notre partenaire d’enquêtes reçoit votre e-mail pour vous envoyer au plus deux enquêtes par an. Vous répondez si vous le voulez.',
    },
  },
  {
    key: 'service_information',
    name: { en: 'Tips and news', 'zh-CN': '使用提示与资讯', fr: 'Conseils et nouvelles' },
    description: {
      en: 'Write to you about functions that could be useful to you.',
      'zh-CN': '向您介绍可能对您有用的功能。',
      fr: 'Vous écrire au sujet de fonctions qui pourraient vous être utiles.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you get no tips. Important notices still come.',
      'zh-CN': '如果您拒绝，将不会收到提示，但重要通知仍会发送。',
      fr: 'Si vous refusez, vous ne recevez pas de conseils. Les avis importants arrivent toujours.',
    },
    notice: {
      en: 'We will write to your e-mail address at most once a month. Each mail has a link to stop it.',
      'zh-CN': '我们每月最多向您的邮箱发送一封邮件，每封都附有退订链接。',
      fr: 'Nous vous écrirons au plus une fois par mois. Chaque e-mail contient un lien pour arrêter.',
    },
  },
  {
    key: 'measure_advertising',
    endedBySignal: true,
    name: { en: 'Measure our advertising', 'zh-CN': '衡量广告效果', fr: 'Mesurer notre publicité' },
    description: {
      en: 'Find out which of our advertisements, on the internet and elsewhere, brought people to us.',
      'zh-CN': '了解我们在互联网和其他媒体上的哪些广告带来了用户。',
      fr: 'Savoir lesquelles de nos publicités, sur internet ou ailleurs, nous ont amené des personnes.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, your visit is not matched with an advertisement. Nothing else changes.',
      'zh-CN': '如果您拒绝，您的访问不会与广告关联，其他一切不变。',
      fr: 'Si vous refusez, votre visite n’est reliée à aucune publicité. Rien d’autre ne change.',
    },
    notice: {
      en: 'Our advertising partner learns that this browser came from one of our advertisements, with its type and language. It does not learn your name.',
      'zh-CN': '广告合作方会得知此浏览器来自我们的某则广告，以及浏览器类型和语言，但不会得知您的姓名。',
      fr: 'Notre partenaire publicitaire apprend que ce navigateur vient d’une de nos publicités, avec son type et sa langue. Il n’apprend pas votre nom.',
    },
  },
  {
    key: 'use_location',
    name: { en: 'Use your location', 'zh-CN': '使用您的位置', fr: 'Utiliser votre position' },
    description: {
      en: 'Show what is near you and let you send a place to others.',
      'zh-CN': '显示您附近的内容，并可将地点发送给他人。',
      fr: 'Montrer ce qui est près de vous et vous permettre d’envoyer un lieu à d’autres.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, nothing near you is shown and you cannot send your place. Everything else works.',
      'zh-CN': '如果您拒绝，将不显示附近内容，也无法发送位置，其他功能不受影响。',
      fr: 'Si vous refusez, rien de proche n’est montré et vous ne pouvez pas envoyer votre position. Tout le reste fonctionne.',
    },
    notice: {
      en: 'From now on each place where you use a function that needs it is stored in your account for 90 days. You can see each one and delete it.',
      'zh-CN': '从现在起，您在使用需要位置的功能时所处的地点会保存在账号中 90 天。您可以查看并逐条删除。',
      fr: 'À partir de maintenant, chaque lieu où vous utilisez une fonction qui en a besoin est gardé 90 jours dans votre compte. Vous pouvez voir et effacer chacun.',
    },
  },
]
