import type { ManifestInput } from './manifest-schema.ts'

type RecipientInput = ManifestInput['recipients'][number]
/** What differs from brand to brand: the brand's own keys for the purpose and the categories concerned. */
type Concerns = Pick<RecipientInput, 'purposes' | 'categories'>

/** Stripe as the processor of card payments; `sends` is the complete list of what may leave for it. */
export const stripe = (concerns: Concerns): RecipientInput => ({
  ...concerns,
  key: 'stripe',
  name: 'Stripe',
  kind: 'processor',
  ground: 'partner',
  essential: false,
  refusal: {
    en: 'If you refuse, this way to pay is not offered to you. The others stay.',
    'zh-CN': '如您拒绝，将不向您提供此付款方式；其他方式不受影响。',
    fr: 'Si vous refusez, ce moyen de payer ne vous est plus proposé. Les autres restent.',
  },
  purpose: {
    en: 'Takes your payment by card. It is used only when you choose to pay by card; your card number goes to Stripe and never to us.',
    'zh-CN': '处理您的银行卡付款。只有您选择用银行卡付款时才会使用；卡号只交给 Stripe，不会经过我们。',
    fr: 'Encaisse votre paiement par carte. N’intervient que si vous payez par carte ; le numéro de carte va à Stripe, jamais à nous.',
  },
  sends: [
    'mode',
    'line_items.quantity',
    'line_items.price_data.currency',
    'line_items.price_data.unit_amount',
    'line_items.price_data.product_data.name',
    'allowed_payment_method_types',
    'client_reference_id',
    'metadata.bill_number',
    'locale',
    'success_url',
    'cancel_url',
    // Only when the person chooses to keep the card.
    'customer_creation',
    'payment_intent_data.setup_future_usage',
    // Only when a bill is paid by a card that they kept.
    'amount',
    'currency',
    'customer',
    'payment_method',
    'confirm',
    'off_session',
    'metadata.payment',
    // Only when money goes back.
    'payment_intent',
    'metadata.refund',
  ],
  country: 'IE',
  policyUrl: 'https://stripe.com/privacy',
})

/** PayPal as a partner that holds its own account with the person; `sends` is the complete list of what may leave for it. */
export const paypal = (concerns: Concerns): RecipientInput => ({
  ...concerns,
  key: 'paypal',
  name: 'PayPal',
  kind: 'partner',
  ground: 'partner',
  essential: false,
  refusal: {
    en: 'If you refuse, this way to pay is not offered to you. The others stay.',
    'zh-CN': '如您拒绝，将不向您提供此付款方式；其他方式不受影响。',
    fr: 'Si vous refusez, ce moyen de payer ne vous est plus proposé. Les autres restent.',
  },
  purpose: {
    en: 'Takes your payment with your PayPal account. It is used only when you choose PayPal; you sign in there, not here.',
    'zh-CN': '通过您的 PayPal 账户付款。只有您选择 PayPal 时才会使用；您在 PayPal 的页面登录，而不是在这里。',
    fr: 'Encaisse votre paiement par votre compte PayPal. N’intervient que si vous le choisissez ; vous vous connectez chez PayPal.',
  },
  sends: [
    'intent',
    'purchase_units.reference_id',
    'purchase_units.invoice_id',
    'purchase_units.custom_id',
    'purchase_units.amount.currency_code',
    'purchase_units.amount.value',
    'application_context.return_url',
    'application_context.cancel_url',
    // Only when money goes back.
    'amount.currency_code',
    'amount.value',
    'custom_id',
  ],
  country: 'LU',
  policyUrl: 'https://www.paypal.com/privacy',
})

/** The company that carries the brand's mail. */
export const mailCarrier = (concerns: Concerns): RecipientInput => ({
  ...concerns,
  key: 'mail_carrier',
  name: 'Relay Mail',
  kind: 'processor',
  ground: 'partner',
  essential: true,
  purpose: {
    en: 'Delivers the mail we write to you: codes, receipts, answers and notices. It may not use your address for anything else.',
    'zh-CN': '投递我们写给您的邮件：验证码、收据、答复和通知。不得将您的邮箱地址用于其他任何目的。',
    fr: 'Achemine nos messages : codes, reçus, réponses et avis. Il n’a pas le droit d’utiliser votre adresse pour autre chose.',
  },
  sends: ['to', 'subject', 'body'],
  country: 'IE',
  policyUrl: 'https://relay-mail.example/privacy',
})

/** The company that carries the brand's text messages; only for brands that hold a phone number. */
export const smsCarrier = (concerns: Concerns): RecipientInput => ({
  ...concerns,
  key: 'sms_carrier',
  name: 'Relay SMS',
  kind: 'processor',
  ground: 'partner',
  essential: true,
  purpose: {
    en: 'Delivers our text messages with a code when you use your phone number. It may not use the number for anything else.',
    'zh-CN': '在您使用手机号时投递带验证码的短信。不得将您的号码用于其他任何目的。',
    fr: 'Achemine nos SMS contenant un code lorsque vous utilisez votre numéro. Il n’a pas le droit de s’en servir autrement.',
  },
  sends: ['to', 'text'],
  country: 'IE',
  policyUrl: 'https://relay-sms.example/privacy',
})

/** The company on whose machines everything is stored, in the brand's own region. */
export const cloudHost = (concerns: Concerns & Pick<RecipientInput, 'country'>): RecipientInput => ({
  ...concerns,
  key: 'cloud_host',
  name: 'Harbour Cloud',
  kind: 'processor',
  ground: 'partner',
  essential: true,
  purpose: {
    en: 'Runs the machines on which your data is stored. It keeps the data for us and may not look at it or use it.',
    'zh-CN': '提供存放您数据的服务器。它只替我们保管数据，不得查看或使用。',
    fr: 'Exploite les machines où vos données sont stockées. Il les garde pour nous et n’a le droit ni de les lire ni de s’en servir.',
  },
  policyUrl: 'https://harbour-cloud.example/privacy',
})
