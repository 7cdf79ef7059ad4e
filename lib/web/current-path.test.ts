import { describe, expect, it } from 'vitest'
import { localPath } from './current-path.ts'

describe('a place to come back to', () => {
  it.each([
    '/',
    '/we-app/me',
    '/we-app/me/data?newer=1&next=//evil.example',
    '/we-app/../we-lock',
    '/we-app/me//bills',
  ])('on this site is kept as it is: %s', (path) => expect(localPath(path, '/staff')).toBe(path))

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\tevil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/./%2e//evil.example',
    '/we-app/..//evil.example',
    '/%2E%2E//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'we-app/me',
    '//[',
    '',
  ])('elsewhere is none: %j', (path) => expect(localPath(path, '/staff')).toBe('/staff'))

  it('is one: of several named together none counts', () => {
    expect(localPath(['/we-app/me', '//evil.example'], '/staff')).toBe('/staff')
    expect([localPath(null), localPath(undefined)]).toEqual(['/', '/'])
  })
})
