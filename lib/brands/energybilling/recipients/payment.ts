import { paypal, stripe } from '../../canonical-recipients.ts'
import type { ManifestInput } from '../../manifest-schema.ts'
import { DEIDENTIFIED, ENCRYPTED, SENT_FOR_PAYMENT } from './sdk-wording.ts'

const chosenToPay = {
  ground: 'partner',
  legalBasis: 'contract',
  essential: false,
  refusal: {
    en: 'If you refuse, this way to pay is not offered to you. The others stay.',
    'zh-CN': '如您拒绝，将不向您提供此付款方式；其他方式不受影响。',
    fr: 'Si vous refusez, ce moyen de payer ne vous est plus proposé. Les autres restent.',
  },
  purposes: ['billing'],
} satisfies Partial<ManifestInput['recipients'][number]>

const paidBills = { purposes: ['billing'], categories: ['bills', 'payments'] }

const takesPayment = (means: string) => ({
  en: `Takes a payment that you make by ${means}`,
  'zh-CN': `处理您通过 ${means} 进行的缴费`,
  fr: `Encaisse un paiement que vous faites par ${means}`,
})

const chosenOnBill = (means: string) => ({
  en: `When you choose ${means} on a bill`,
  'zh-CN': `您在账单页选择 ${means} 时`,
  fr: `Quand vous choisissez ${means} sur une facture`,
})

/** SDKs 15 to 17, and the card service. Each gets only the fields under `sends` (ENB-18). */
export const payment: ManifestInput['recipients'] = [
  {
    ...chosenToPay,
    key: 'wechat_pay',
    name: 'WeChat Open Platform',
    kind: 'sdk',
    purpose: takesPayment('WeChat Pay'),
    categories: ['bills', 'payments'],
    sends: ['out_trade_no', 'description', 'amount.total', 'amount.currency', 'notify_url'],
    country: 'CN',
    policyUrl: 'https://weixin.qq.com/cgi-bin/readtemplate?lang=zh_CN&t=weixin_agreement&s=privacy',
    sdk: {
      developer: 'Tencent',
      packageNames: ['com.tencent.mm'],
      scenario: chosenOnBill('WeChat Pay'),
      permissions: ['android.permission.ACCESS_NETWORK_STATE', 'android.permission.ACCESS_WIFI_STATE'],
      purpose: {
        en: 'WeChat Pay for the water, electricity and gas of your devices',
        'zh-CN': '微信支付功能（设备的水、电、燃气费用）',
        fr: 'WeChat Pay pour l’eau, l’électricité et le gaz de vos appareils',
      },
      scope: {
        en: 'Stored files, network information',
        'zh-CN': '存储的个人文件、网络信息',
        fr: 'Fichiers enregistrés, informations sur le réseau',
      },
      processing: SENT_FOR_PAYMENT,
      method: ENCRYPTED,
      website: 'https://weixin.qq.com/cgi-bin/readtemplate?lang=zh_CN&t=weixin_agreement&s=privacy',
      privacyPolicy: 'https://weixin.qq.com/cgi-bin/readtemplate?lang=zh_CN&t=weixin_agreement&s=privacy',
    },
  },
  {
    ...chosenToPay,
    key: 'alipay',
    name: 'Alipay Open Platform',
    kind: 'sdk',
    purpose: takesPayment('Alipay'),
    categories: ['bills', 'payments'],
    sends: ['out_trade_no', 'subject', 'total_amount', 'notify_url', 'return_url'],
    country: 'CN',
    policyUrl: 'https://render.alipay.com/p/c/k2cx0tg8',
    sdk: {
      developer: 'Alipay',
      packageNames: ['com.alipay'],
      scenario: chosenOnBill('Alipay'),
      permissions: ['android.permission.ACCESS_NETWORK_STATE', 'android.permission.ACCESS_WIFI_STATE'],
      purpose: {
        en: 'Alipay for the water, electricity and gas of your devices',
        'zh-CN': '支付宝支付功能（设备的水、电、燃气费用）',
        fr: 'Alipay pour l’eau, l’électricité et le gaz de vos appareils',
      },
      scope: {
        en: 'Network information, device identifier, IP address, OAID, IMSI',
        'zh-CN': '网络信息、设备 ID、IP 地址、OAID、IMSI',
        fr: 'Informations sur le réseau, identifiant de l’appareil, adresse IP, OAID, IMSI',
      },
      processing: SENT_FOR_PAYMENT,
      method: ENCRYPTED,
      website: 'https://render.alipay.com/p/c/k2cx0tg8',
      privacyPolicy: 'https://render.alipay.com/p/c/k2cx0tg8',
    },
  },
  {
    ...paypal(paidBills),
    ...chosenToPay,
    name: 'PayPal Checkout SDK',
    kind: 'sdk',
    purpose: takesPayment('PayPal'),
    categories: ['bills', 'payments'],
    country: 'US',
    policyUrl: 'https://www.paypal.com/us/legalhub/paypal/privacy-full',
    sdk: {
      developer: 'Paypal Holdings, Inc.',
      // The policy lists neither package nor permission; these are those that the published SDK of this name has.
      packageNames: ['com.paypal.checkout'],
      scenario: chosenOnBill('PayPal'),
      permissions: ['android.permission.INTERNET'],
      purpose: {
        en: 'Lets you pay from the Android app with a PayPal account or a card, once or in future',
        'zh-CN': '便于您在安卓应用内使用 PayPal 账户或银行卡付款，支持单次支付和未来支付',
        fr: 'Vous permet de payer dans l’application Android par compte PayPal ou par carte, une fois ou plus tard',
      },
      scope: {
        en: 'Payment: PayPal account, credit or debit card (number, expiry, security code), amount, currency. Person: name, contact (e-mail, phone). Device: model, system version, identifiers (IMEI, Android ID), IP address. Transaction: time, place (by IP address or GPS), state',
        'zh-CN':
          '支付相关信息：PayPal 账户信息、信用卡或借记卡信息（卡号、有效期、安全码等）、支付金额、货币类型。用户基本信息：姓名、联系方式（邮箱、电话）。设备信息：设备型号、操作系统版本、设备唯一标识（IMEI、Android ID 等）、IP 地址。交易相关信息：交易时间、交易地点（基于 IP 地址或 GPS）、交易状态',
        fr: 'Paiement : compte PayPal, carte de crédit ou de débit (numéro, expiration, code de sécurité), montant, monnaie. Personne : nom, contact (e-mail, téléphone). Appareil : modèle, version du système, identifiants (IMEI, Android ID), adresse IP. Transaction : heure, lieu (par adresse IP ou GPS), état',
      },
      processing: SENT_FOR_PAYMENT,
      method: DEIDENTIFIED,
      website: 'https://www.paypal.com',
      privacyPolicy: 'https://www.paypal.com/us/legalhub/paypal/privacy-full',
    },
  },
  { ...stripe(paidBills), ...chosenToPay },
]
