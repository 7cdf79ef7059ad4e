import { getManifest } from '#lib/brands/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { ACTIONS } from './message.ts'

/** What a brand is called in the network: capital letters and underscores. */
export function businessId(brand: string): string {
  return brand.toUpperCase().replaceAll('-', '_')
}

/** A brand as agents find it, in the shape of the network's directory (DRP 3.05.2). */
export function businessEntry(brand: string) {
  const { name, controller } = getManifest(brand)
  const at = (path: string) => new URL(path, environment().PUBLIC_URL).href
  return {
    id: businessId(brand),
    name,
    logo: null,
    api_base: at(`/api/${brand}/drp`),
    supported_actions: Object.keys(ACTIONS),
    supported_verifications: ['email', 'phone_number'],
    web_url: at(`/${brand}`),
    privacy_policy_url: at(`/${brand}/policy`),
    technical_contact: controller.email,
    business_contact: controller.email,
  }
}
