import { describe, expect, test } from 'vitest'
import { placesOf } from '../../app/run/up/say.mjs'

const PUBLIC_URL = 'http://localhost:3000'
const linesOn = (text: string, what: string) => text.split('\n').filter((line) => line.includes(what))

describe('what a start tells', () => {
  test('a real association on the embedded PostgreSQL: one line, with how to give another', () => {
    const text = placesOf({ PUBLIC_URL, embedded: true }, { demo: false, dev: false })
    expect(linesOn(text, 'PostgreSQL embarqué, pour essayer seulement')).toHaveLength(1)
    expect(linesOn(text, 'DATABASE_URL=postgresql://')).toHaveLength(1)
  })

  test.each([
    ['the demonstration on the embedded PostgreSQL', true, true],
    ['a demonstration on a database of its own', false, true],
    ['a real association on a database of its own', false, false],
  ])('nothing of it for %s', (_, embedded, demo) => {
    expect(placesOf({ PUBLIC_URL, embedded }, { demo, dev: false })).not.toContain('PostgreSQL')
  })

  test('mails are read on the screen where no mail server is set; templates are shown in development', () => {
    const dev = placesOf({ PUBLIC_URL, embedded: true }, { demo: true, dev: true })
    expect(dev).toContain(`${PUBLIC_URL}/demo/courriels`)
    expect(dev).toContain(`${PUBLIC_URL}/dev/courriels`)
    const sends = placesOf({ PUBLIC_URL, SMTP_URL: 'smtp://a' }, { demo: true, dev: false })
    expect(sends).not.toContain('courriels')
  })
})
