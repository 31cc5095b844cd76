import { expect, test } from 'vitest'
import { render } from '~/platform/mail/render.server'
import { isTemplate, templates } from '~/platform/mail/templates.server'
import { exampleOf, mailPreview } from '~/run/dev/mail-preview'

test.each(Object.keys(templates).filter(isTemplate))('%s shows itself with its example, whole', async (name) => {
  const { html, text } = await render(name, await exampleOf(name))
  expect(html).not.toMatch(/undefined|NaN|\[object/)
  expect(text).not.toMatch(/undefined|NaN|\[object/)
  expect(await mailPreview(`/dev/courriels/${name}`)).toContain('/@vite/client')
})

test('no other address is a preview', async () => {
  expect(await mailPreview('/demo/courriels')).toBeNull()
  expect(await mailPreview('/dev/courriels/none')).toBeNull()
})
