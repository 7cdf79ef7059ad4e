import type { Call } from './call.ts'
import type { PaymentMethodType } from './charge-object.ts'
import { checkMethodCurrency, methodServes } from './currency.ts'
import { fieldsOf, textsOf } from './read-params.ts'
import { invalidRequest } from './stripe-error.ts'

const METHODS: readonly PaymentMethodType[] = ['card', 'alipay', 'wechat_pay']

/** From this version on `allowed_payment_method_types` filters what would be offered; before, a fixed list was given. */
const FILTERING_SINCE = '2026-09-30'

function known(name: string, param: string): PaymentMethodType {
  const method = METHODS.find((one) => one === name)
  if (!method) throw invalidRequest(`Invalid ${param}: this stand-in serves ${METHODS.join(', ')}, not ${name}.`, param)
  return method
}

function readFixedList(params: Call['params'], currency: string): PaymentMethodType[] {
  const param = 'payment_method_types'
  const types = textsOf(params[param], param).map((name) => known(name, param))
  for (const type of types) checkMethodCurrency(type, currency)
  const options = fieldsOf(params.payment_method_options, 'payment_method_options')
  const wechat = fieldsOf(options.wechat_pay, 'payment_method_options[wechat_pay]')
  if (types.includes('wechat_pay') && wechat.client !== 'web') {
    const missing = 'payment_method_options[wechat_pay][client]'
    throw invalidRequest(`Missing required param: ${missing}.`, missing, 'parameter_missing')
  }
  return types.length > 0 ? [...new Set(types)] : ['card']
}

export interface OfferedMethods {
  offered: PaymentMethodType[]
  allowed: PaymentMethodType[] | null
}

/** The ways to pay that are offered, and the filter as it was asked for. */
export function readMethodTypes({ params, version }: Call, currency: string): OfferedMethods {
  if (version.slice(0, 10) < FILTERING_SINCE) return { offered: readFixedList(params, currency), allowed: null }
  if (params.payment_method_types !== undefined) {
    throw invalidRequest(
      'Received unknown parameter: payment_method_types',
      'payment_method_types',
      'parameter_unknown',
    )
  }
  const param = 'allowed_payment_method_types'
  const allowed = params[param] === undefined ? null : textsOf(params[param], param).map((name) => known(name, param))
  const offered = METHODS.filter((method) => methodServes(method, currency) && (allowed?.includes(method) ?? true))
  if (offered.length === 0) {
    throw invalidRequest(`None of the allowed payment method types can be used with the currency ${currency}.`, param)
  }
  return { offered, allowed }
}
