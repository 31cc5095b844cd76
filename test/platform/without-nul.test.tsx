import { createElement } from 'react'
import { data } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as entry from '~/entry.server'
import { render } from '~/platform/mail/render.server'
import { serveSite, siteOf } from '../support/site'

const SIGNS = { 'two bytes': 'é', 'three bytes': '’', 'four bytes': '𝛑' }

const shortTexts = (text: string) =>
  (text.match(/.{1,40}/gu) ?? []).map((part, key) => createElement('i', { key }, part))

let site: Awaited<ReturnType<typeof serveSite>>
beforeAll(async () => {
  const page = {
    loader: ({ request }: { request: Request }) => {
      const search = new URL(request.url).searchParams
      return data(`${'a'.repeat(Number(search.get('before')))}${(search.get('sign') ?? '').repeat(500)}`)
    },
    // React copies short texts into its buffer, and sends long ones apart
    default: () => createElement('main', null, shortTexts(useLoaderData<string>())),
  }
  const root = { default: () => createElement('html', null, createElement('body', null, createElement(Outlet))) }
  const routes = [
    { id: 'root', path: '', module: root },
    { id: 'page', path: 'page', parentId: 'root', module: page },
  ]
  site = await serveSite(siteOf(routes as unknown as Parameters<typeof siteOf>[0], entry))
})
afterAll(() => site.stop())

describe('a page of signs of several bytes, whatever falls on the border of 2,048 bytes', () => {
  test.each(Object.entries(SIGNS))('%s: no NUL, no sign lost nor broken', async (_, sign) => {
    for (let before = 1_640; before < 1_800; before += 1) {
      const answer = await fetch(`${site.base}/page?${new URLSearchParams({ before: String(before), sign })}`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([before, bytes.includes(0)]).toEqual([before, false])
      const text = /<main>(.*)<\/main>/.exec(bytes.toString('utf8'))?.[1]?.replaceAll(/<\/?i>/g, '')
      expect(text).toBe(`${'a'.repeat(before)}${sign.repeat(500)}`)
    }
  })
})

test('nor in a mail', async () => {
  for (let before = 0; before < 64; before += 1) {
    const name = `${'a'.repeat(before)}${'é’𝛑'.repeat(400)}`
    const props = { associationName: name, name, url: 'https://x.example/', expiresInMinutes: 15, renewal: false }
    const { html, text } = await render('sign-in', props)
    expect(html.includes('\0') || text.includes('\0')).toBe(false)
    expect(text).toContain(name)
  }
})
