import { payLinkToken } from './pay-link-token.ts'

/** The page of a link; also where a provider sends its person back to. */
export function payLinkPath(brand: string, linkId: string): string {
  return `/${brand}/pay/${payLinkToken(brand, linkId)}`
}
