import type { Localised } from '../../manifest-schema.ts'

/** Words that several entries of the SDK register share. */
export const STAYS_ON_PHONE: Localised = {
  en: 'Works on the phone only; nothing is shared.',
  'zh-CN': '仅在手机本地处理，不涉及数据共享。',
  fr: 'Travaille seulement sur le téléphone ; rien n’est partagé.',
}

export const SENT_FOR_PUSH: Localised = {
  en: 'Sent to the push service so that a message finds your phone.',
  'zh-CN': '发送至推送服务，以便消息送达您的手机。',
  fr: 'Envoyé au service push pour que le message trouve votre téléphone.',
}

export const SENT_FOR_PAYMENT: Localised = {
  en: 'Sent to the payment service when you choose it to pay a bill.',
  'zh-CN': '在您选择该方式缴费时发送至支付服务。',
  fr: 'Envoyé au service de paiement quand vous le choisissez pour régler une facture.',
}

export const DEIDENTIFIED: Localised = {
  en: 'Identity removed where possible, encrypted on the way, and other safe methods.',
  'zh-CN': '采用去标识化、加密传输等安全方式。',
  fr: 'Identité retirée, transmission chiffrée et autres méthodes sûres.',
}

/** Where the policy states no method for the SDK, the general promise for every transfer holds. */
export const ENCRYPTED: Localised = {
  en: 'No method is stated for this SDK alone; like all our transfers it is strongly encrypted.',
  'zh-CN': '未就该 SDK 单独说明；与我们的所有传输一样采用强加密。',
  fr: 'Pas de méthode propre à ce SDK ; comme tous nos envois, il est fortement chiffré.',
}

export const NOT_SENT: Localised = {
  en: 'No method is needed: nothing leaves the phone.',
  'zh-CN': '数据不离开手机，无需额外方式。',
  fr: 'Aucune méthode nécessaire : rien ne quitte le téléphone.',
}

export const STORED_FILES: Localised = {
  en: 'Files stored on the phone',
  'zh-CN': '手机存储的个人文件',
  fr: 'Fichiers enregistrés sur le téléphone',
}

export const NETWORK: Localised = { en: 'Network information', 'zh-CN': '网络信息', fr: 'Informations sur le réseau' }

export const ARREARS: Localised = {
  en: 'A device is in arrears and you allowed push messages.',
  'zh-CN': '设备欠费且您已允许推送时。',
  fr: 'Un appareil est en impayé et vous avez accepté les notifications.',
}

export const STORAGE = ['android.permission.WRITE_EXTERNAL_STORAGE', 'android.permission.READ_EXTERNAL_STORAGE']
