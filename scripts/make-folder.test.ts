import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

test('a folder is made with those above it, or refused at once', () => {
  const base = mkdtempSync(join(tmpdir(), 'make-folder-'))
  makeFolder(join(base, 'a/b'))
  makeFolder(join(base, 'a/b'))
  expect(existsSync(join(base, 'a/b'))).toBe(true)
  writeFileSync(join(base, 'file'), '')
  expect(() => makeFolder(join(base, 'file/x/y'))).toThrow('ENOTDIR')
  if (existsSync('/proc/self')) expect(() => makeFolder('/proc/nowhere/x')).toThrow()
  rmSync(base, { recursive: true, force: true })
})
