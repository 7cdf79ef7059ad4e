import type { ManifestInput } from '../manifest-schema.ts'

export const purposes: ManifestInput['purposes'] = [
  {
    key: 'charging_service',
    name: { en: 'Charging', 'zh-CN': '充电服务', fr: 'La recharge' },
    description: {
      en: 'Link your charging pile to your account, start and stop a charge, and show you what was charged.',
      'zh-CN': '将充电桩绑定到您的账号，开始和结束充电，并向您展示充电情况。',
      fr: 'Relier votre borne à votre compte, démarrer et arrêter une charge, et vous montrer ce qui a été chargé.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this we cannot run your charging pile for you.',
      'zh-CN': '没有这些信息，我们无法为您运行充电桩。',
      fr: 'Sans cela, nous ne pouvons pas faire fonctionner votre borne pour vous.',
    },
  },
  {
    key: 'account',
    name: { en: 'Your account', 'zh-CN': '您的账号', fr: 'Votre compte' },
    description: {
      en: 'Let you, and nobody else, sign in, and show you each sign-in. An e-mail address, if you give one, is used to give you back a lost account.',
      'zh-CN': '确保只有您本人可以登录，并向您展示每次登录。如果您填写了邮箱，我们用它帮您找回账号。',
      fr: 'Vous permettre, à vous seul, de vous connecter, et vous montrer chaque connexion. L’e-mail, si vous en donnez un, sert à récupérer un compte perdu.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without an account name and a password there is no account. Without an e-mail address we cannot send you a new password.',
      'zh-CN': '没有账号名和密码就无法建立账号。没有邮箱，我们无法为您发送重设密码的邮件。',
      fr: 'Sans nom de compte ni mot de passe, pas de compte. Sans e-mail, nous ne pouvons pas vous envoyer de nouveau mot de passe.',
    },
  },
  {
    key: 'billing',
    name: { en: 'Bills and payments', 'zh-CN': '账单与付款', fr: 'Factures et paiements' },
    description: {
      en: 'Work out what your charging costs, send you the bill and take your payment.',
      'zh-CN': '计算充电费用，向您出具账单并收款。',
      fr: 'Calculer le prix de vos recharges, vous envoyer la facture et encaisser votre paiement.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this there can be no charging that costs money.',
      'zh-CN': '没有这些信息，就无法提供收费的充电服务。',
      fr: 'Sans cela, aucune recharge payante n’est possible.',
    },
  },
  {
    key: 'legal_duty',
    name: { en: 'What the law asks of us', 'zh-CN': '法律义务', fr: 'Nos obligations légales' },
    description: {
      en: 'Keep business records, keep proof of your choices, and answer your requests in time.',
      'zh-CN': '保存业务记录和您作出选择的证明，并按时答复您的请求。',
      fr: 'Garder les pièces comptables et la preuve de vos choix, et répondre à temps à vos demandes.',
    },
    kind: 'necessary',
    legalBasis: 'legal_obligation',
    consequence: {
      en: 'We are not free to stop this: the law asks for it.',
      'zh-CN': '这是法律要求，我们不能停止。',
      fr: 'Nous ne pouvons pas y renoncer : la loi l’impose.',
    },
  },
  {
    key: 'display_and_service',
    name: { en: 'Fit the app to your phone', 'zh-CN': '让应用更适合您的手机', fr: 'Adapter l’appli à votre téléphone' },
    description: {
      en: 'Use facts about your phone, such as its model, language and screen size, to show pages well and to improve the service.',
      'zh-CN': '使用手机的型号、语言、屏幕分辨率等信息，改善页面显示和服务。',
      fr: 'Utiliser des informations sur votre téléphone (modèle, langue, taille d’écran…) pour mieux afficher les pages et améliorer le service.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, pages may fit your screen less well. Charging works as before.',
      'zh-CN': '如果您拒绝，页面显示可能不够理想，但充电不受影响。',
      fr: 'Si vous refusez, les pages peuvent s’afficher moins bien. La recharge fonctionne comme avant.',
    },
    notice: {
      en: 'We are about to read seven facts about this phone: its name, model, identifier, system and app version, language, screen resolution and network operator. Nothing is read until you agree.',
      'zh-CN':
        '我们将读取这部手机的七项信息：名称、型号、标识符、系统和应用版本、语言、屏幕分辨率、网络运营商。在您同意之前，不会读取任何信息。',
      fr: 'Nous allons lire sept informations sur ce téléphone : nom, modèle, identifiant, versions du système et de l’appli, langue, résolution et opérateur. Rien n’est lu avant votre accord.',
    },
  },
  {
    key: 'usage_statistics',
    name: { en: 'Count how charging is used', 'zh-CN': '充电使用统计', fr: 'Statistiques d’utilisation' },
    description: {
      en: 'Count your charging sessions together with those of others to see where charging can be made better.',
      'zh-CN': '将您的充电记录与其他用户的记录合并统计，以改进充电服务。',
      fr: 'Compter vos recharges avec celles des autres pour voir ce qui peut être amélioré.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, your sessions are left out of the count. Nothing else changes.',
      'zh-CN': '如果您拒绝，您的记录不会进入统计，其他一切不变。',
      fr: 'Si vous refusez, vos recharges ne sont pas comptées. Rien d’autre ne change.',
    },
    notice: {
      en: 'We would like to count your charging sessions: when, how long and how much energy. Your name is not part of the count.',
      'zh-CN': '我们希望统计您的充电记录：时间、时长和电量。统计中不包含您的姓名。',
      fr: 'Nous aimerions compter vos recharges : quand, combien de temps, quelle énergie. Votre nom n’y figure pas.',
    },
  },
  {
    key: 'news',
    name: { en: 'News by mail', 'zh-CN': '邮件资讯', fr: 'Nouvelles par e-mail' },
    description: {
      en: 'Write to you now and then about new chargers and functions, if you gave an e-mail address.',
      'zh-CN': '如果您填写了邮箱，我们会不定期向您介绍新的充电桩和功能。',
      fr: 'Vous écrire de temps en temps au sujet de nouvelles bornes et fonctions, si vous avez donné un e-mail.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you get no news from us. Bills and notices about your account still come.',
      'zh-CN': '如果您拒绝，将不会收到资讯，但账单和与账号有关的通知仍会发送。',
      fr: 'Si vous refusez, vous ne recevez pas de nouvelles. Les factures et les avis sur votre compte arrivent toujours.',
    },
    notice: {
      en: 'We will use your e-mail address to send you news, at most once a month. Each mail has a link to stop it.',
      'zh-CN': '我们将使用您的邮箱发送资讯，每月最多一次。每封邮件都附有退订链接。',
      fr: 'Nous utiliserons votre e-mail pour vous envoyer des nouvelles, au plus une fois par mois. Chaque message contient un lien pour arrêter.',
    },
  },
]
