import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sweepSpooled } from '~/run/http/spool'

const folder = mkdtempSync(path.join(tmpdir(), 'swept-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('files of uploads of killed processes are removed at start; those of running ones and of others stay', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['-e', ''])
  const names = [
    `cpts-upload-${dead}-a`,
    `cpts-upload-${process.pid}-b`,
    `cpts-upload-${process.ppid}-c`,
    'other',
    'cpts-upload-x',
  ]
  for (const name of names) writeFileSync(path.join(folder, name), 'x')
  expect(await sweepSpooled(folder)).toEqual({ done: 2, failed: 0 })
  expect(readdirSync(folder).toSorted()).toEqual([names[2], 'other', 'cpts-upload-x'].toSorted())
})
