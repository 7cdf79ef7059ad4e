import type { ManifestInput } from '../../../manifest-schema.ts'

/** Who receives data, where it is, tracking, and how data is guarded. */
export const sharing: ManifestInput['policies'][number]['sections'] = [
  {
    id: 'sharing',
    heading: { en: 'Who else receives data', 'zh-CN': '我们与谁共享', fr: 'Qui d’autre reçoit des données' },
    body: {
      en: [
        'We share on four grounds only: you expressly agree; a law or an authority demands it; an affiliated company needs it for the purposes of this policy; an authorised partner needs it for a service to you. Partners sign a strict promise of secrecy. Who wants to change the purpose must ask you again.',
        'You can pay by card (Stripe) or PayPal. They get the amount, the currency, the number of the bill, a reference, the language of the page and an address to come back to.',
        'Should the company merge, be sold or go bankrupt, the new holder stays bound by this policy or must ask you again; if you do not agree, your data does not go along. We make data public only with your consent or when the law demands it.',
      ],
      'zh-CN': [
        '我们仅基于四种理由共享：您明确同意；法律或主管部门要求；关联公司为本政策目的所需；授权合作伙伴为向您提供服务所需。合作伙伴须签署严格的保密协议。如要改变目的，须再次征得您的同意。',
        '您可通过银行卡（Stripe）或 PayPal 付款。它们得到金额、币种、账单编号、参考号、页面语言和返回地址。',
        '如公司合并、被收购或破产，新的持有方须继续受本政策约束，否则须重新征得您的同意；您不同意的，信息不会随之转移。我们仅在您同意或法律要求时公开披露信息。',
      ],
      fr: [
        'Nous partageons pour quatre raisons seulement : vous êtes expressément d’accord ; une loi ou une autorité l’exige ; une société liée en a besoin pour les buts de cette politique ; un partenaire autorisé en a besoin pour vous servir. Les partenaires signent un engagement strict de secret. Qui veut changer de but doit vous redemander.',
        'Vous pouvez payer par carte (Stripe) ou PayPal. Ils reçoivent le montant, la monnaie, le numéro de la facture, une référence, la langue de la page et une adresse de retour.',
        'En cas de fusion, de vente ou de faillite, le nouveau détenteur reste lié par cette politique ou doit vous redemander ; si vous n’êtes pas d’accord, vos données ne suivent pas. Nous ne rendons des données publiques qu’avec votre accord ou si la loi l’exige.',
      ],
    },
  },
  {
    id: 'transfer',
    heading: { en: 'Where your data is', 'zh-CN': '信息存放在哪里', fr: 'Où sont vos données' },
    body: {
      en: [
        'Data collected in mainland China is stored there. Our team in France sees it only with your recorded consent; otherwise only data without identity leaves. Another country may protect data less well; our safeguards stay the same.',
      ],
      'zh-CN': [
        '在中国大陆收集的信息存储在中国大陆。我们在法国的团队仅在您留有同意记录时才能查看；否则仅去标识化数据可以出境。境外法律的保护程度可能较低，但我们的保护措施不变。',
      ],
      fr: [
        'Les données recueillies en Chine continentale y sont gardées. Notre équipe en France ne les voit qu’avec votre accord enregistré ; sinon, seules des données sans identité en sortent. Un autre pays protège peut-être moins ; nos garanties restent les mêmes.',
      ],
    },
  },
  {
    id: 'cookies',
    heading: { en: 'Cookies and tracking', 'zh-CN': 'Cookie 与追踪', fr: 'Cookies et suivi' },
    body: {
      en: [
        'The page “Cookies” lists each cookie with purpose and lifetime, and clears them. Only the one for statistics is optional; it is set after you agree.',
        'Our mails carry a pixel or marked links only if you agreed to it, and each mail of news has a link to leave the list with one click.',
        'If your browser sends Do Not Track or Global Privacy Control, all optional tracking is off, and we show you so.',
      ],
      'zh-CN': [
        '“Cookie”页面列明每个 Cookie 的用途和期限，并可清除。仅统计用 Cookie 为选填，在您同意后设置。',
        '仅在您同意后，邮件才会含有像素或带标记的链接；每封资讯邮件均有一键退订链接。',
        '如浏览器发送“请勿追踪”或“全球隐私控制”信号，所有选填的追踪均会关闭，并向您显示。',
      ],
      fr: [
        'La page « Cookies » donne le but et la durée de chaque cookie, et les efface. Seul celui des statistiques est facultatif ; il est déposé après votre accord.',
        'Nos messages ne portent un pixel ou des liens marqués que si vous l’avez accepté, et chaque message de nouvelles a un lien pour quitter la liste en un clic.',
        'Si votre navigateur envoie « Ne pas me pister » ou Global Privacy Control, tout suivi facultatif est coupé, et nous vous le montrons.',
      ],
    },
  },
  {
    id: 'security',
    heading: { en: 'How we guard it', 'zh-CN': '我们如何保护', fr: 'Comment nous protégeons' },
    body: {
      en: [
        'Data travels encrypted (TLS), secrets and sensitive fields are stored encrypted, only authorised staff have access, and they are trained. No network is free of risk; please do not send personal data by ordinary mail or chat.',
        'If something goes wrong all the same, we tell you what happened and what it may mean, what we did, what you can do, and how we make good: by mail, letter, phone or push, or by a public announcement if we cannot reach each person. We also report to the authorities.',
      ],
      'zh-CN': [
        '信息传输采用加密（TLS），密钥和敏感字段加密存储，仅授权人员可访问，且均接受培训。网络并非绝对安全，请勿通过普通邮件或聊天发送个人信息。',
        '如仍发生安全事件，我们会告知您基本情况和可能的影响、已采取的措施、您可采取的防范措施和补救办法，方式包括邮件、信函、电话或推送；难以逐一告知时发布公告，并向主管部门报告。',
      ],
      fr: [
        'Les données voyagent chiffrées (TLS), secrets et champs sensibles sont gardés chiffrés, seul le personnel autorisé y accède, et il est formé. Aucun réseau n’est sans risque ; n’envoyez pas de données personnelles par e-mail ou messagerie ordinaires.',
        'S’il arrive quand même quelque chose, nous vous disons ce qui s’est passé et ce que cela peut signifier, ce que nous avons fait, ce que vous pouvez faire et comment nous réparons : par e-mail, lettre, téléphone ou notification, ou par une annonce publique si nous ne pouvons joindre chacun. Nous en informons aussi les autorités.',
      ],
    },
  },
]
