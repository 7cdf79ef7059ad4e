import { expect, it } from 'vitest'
import { parseFormBody } from './form-body.ts'

it('reads nested fields and lists as Stripe does', () => {
  expect(parseFormBody('a[b][0]=c&a[b][1]=d&expand[]=x&expand[]=y&m[k%20e]=v&plain=1')).toEqual({
    a: { b: ['c', 'd'] },
    expand: ['x', 'y'],
    m: { 'k e': 'v' },
    plain: '1',
  })
})

it('keeps the order of more than ten entries, and an empty value', () => {
  const twelve = Array.from({ length: 12 }, (_, place) => `l[${place}][n]=${place}`).join('&')
  expect(parseFormBody(`${twelve}&e=`)).toEqual({
    l: Array.from({ length: 12 }, (_, place) => ({ n: String(place) })),
    e: '',
  })
})

it('cannot reach the prototype', () => {
  parseFormBody('__proto__[x]=1&a[__proto__][x]=1&constructor[prototype][x]=1')
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
})
