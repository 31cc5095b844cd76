import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelStatutes } from '~/statutes/model'
import { everyone, resolution, scenario } from './build'

const command = fileURLToPath(new URL('../../app/run/simulate.mjs', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cpts-simulate-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

function simulate(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [command, ...args], (_, out, err) =>
      done({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

const sound = scenario({ items: [resolution({ for: everyone })] })

describe('npm run simulate', () => {
  it('answers with JSON, exit 0', async () => {
    const { code, out, err } = await simulate(file('sound.json', sound))
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ format: 'cpts-ruling/1', items: [{ id: 'R1', adopted: true }] })
  })
  it('reads statutes inline, or from a file beside the scenario', async () => {
    const strict = structuredClone(modelStatutes)
    strict.bodies.ago.quorum = [{ of: 'members', atLeast: '1/1', represented: true }]
    file('strict.json', strict)
    const required = async (statutes: unknown) => {
      const { out } = await simulate(file('other.json', { ...sound, statutes }))
      return (JSON.parse(out) as { quorum: { required: number } }).quorum.required
    }
    expect(await required(strict)).toBe(24)
    expect(await required('strict.json')).toBe(24)
    expect(await required('model')).toBe(8)
  })
  it('accepts a byte order mark', async () => {
    expect((await simulate(file('bom.json', `\uFEFF${JSON.stringify(sound)}`))).code).toBe(0)
  })
  const broken = {
    ...modelStatutes,
    bodies: {
      ...modelStatutes.bodies,
      ago: { ...modelStatutes.bodies.ago, quorum: [{ of: 'members', atLeast: '1/0', represented: true }] },
    },
  }
  it.each<[string, () => string[], string]>([
    ['no file', () => [], '(fichier): '],
    ['two files', () => ['a.json', 'b.json'], '(fichier): '],
    ['a missing file', () => [join(folder, 'nowhere.json')], '(fichier): '],
    ['a folder', () => [folder], '(fichier): '],
    ['an empty file', () => [file('empty.json', '')], '(fichier): '],
    ['not JSON', () => [file('text.json', '{"format": ')], '(fichier): '],
    ['a list', () => [file('list.json', [])], '(fichier): '],
    ['null', () => [file('null.json', null)], '(fichier): '],
    ['20 MB', () => [file('large.json', { padding: 'x'.repeat(20_000_000) })], '(fichier): '],
    ['a deep list', () => [file('deep.json', '['.repeat(400_000) + ']'.repeat(400_000))], '(fichier): '],
    ['missing statutes', () => [file('lost.json', { ...sound, statutes: 'lost-statutes.json' })], 'statutes: '],
    ['statutes that are a folder', () => [file('dir.json', { ...sound, statutes: '.' })], 'statutes: '],
    [
      'a fault in statutes inline',
      () => [file('inline.json', { ...sound, statutes: broken })],
      'statutes.bodies.ago.quorum[0].atLeast: ',
    ],
    [
      'a fault in a file of statutes',
      () => [file('broken.json', broken) && file('beside.json', { ...sound, statutes: 'broken.json' })],
      'statutes.bodies.ago.quorum[0].atLeast: ',
    ],
    [
      'a fault in both',
      () => [file('both.json', { ...sound, statutes: broken, note: 1 })],
      'statutes.bodies.ago.quorum[0].atLeast: ',
    ],
    ['statutes alone', () => [file('alone.json', modelStatutes)], 'format: '],
    ['wrong statutes alone', () => [file('alone-wrong.json', broken)], 'bodies.ago.quorum[0].atLeast: '],
    ['a key with a line break', () => [file('key.json', { ...sound, 'a\nb': 1 })], '["a\\nb"]: '],
  ])('%s: exit 2, nothing on standard output, a line that names it', async (_, args, expected) => {
    const { code, out, err } = await simulate(...args())
    expect([code, out]).toEqual([2, ''])
    expect(err.split('\n').filter((line) => line.startsWith(expected))).toHaveLength(1)
    expect(err).not.toMatch(/^\s+at /m)
  })
})
