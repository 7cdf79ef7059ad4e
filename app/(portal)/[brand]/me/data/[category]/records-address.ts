import type { RecordsQuery } from '#lib/inventory/schema.ts'

type Place = Partial<Omit<RecordsQuery, 'at' | 'reveal'>> & { readonly at?: readonly string[] }

/** Addresses of the pages of one category; none of them holds a value of a record. */
export function recordsAddress(brand: string, category: string) {
  return (place: Place = {}): string => {
    const query = new URLSearchParams(recordsAddress.hidden(place))
    return `/${brand}/me/data/${category}${query.size > 0 ? `?${query}` : ''}`
  }
}

/** The same as pairs, for a form that keeps its place. */
recordsAddress.hidden = ({ search, from, to, device, at = [] }: Place): [string, string][] => [
  ...Object.entries({ search, from, to, device }).flatMap(([name, value]): [string, string][] =>
    value ? [[name, value]] : [],
  ),
  ...at.map((cursor): [string, string] => ['at', cursor]),
]
