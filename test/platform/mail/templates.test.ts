import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { templates } from '~/platform/mail/templates.server'

const root = path.resolve(import.meta.dirname, '../../..')

test('starting the server loads no message: react-email comes with the first delivery', () => {
  const registry = fs.readFileSync(path.join(root, 'app/platform/mail/templates.server.ts'), 'utf8')
  const imported = [...registry.matchAll(/^import .* from '(.*emails\/.*)'/gm)].map(([, from = '']) => from)
  expect(imported.length).toBeGreaterThan(0)
  expect(imported.filter((from) => !from.endsWith('.subject'))).toEqual([])
  const subjects = fs.readdirSync(path.join(root, 'emails')).filter((file) => file.endsWith('.subject.ts'))
  const heavy = subjects.filter((file) =>
    /react-email|\.\/layout'/.test(fs.readFileSync(path.join(root, 'emails', file), 'utf8')),
  )
  expect(heavy).toEqual([])
})

test.each(Object.entries(templates))('%s has a component', async (_name, template) => {
  expect(await template.load()).toEqual(expect.any(Function))
})
