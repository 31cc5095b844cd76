import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { reason, unlawful } from '~/statutes/ruling'
import { ArticleChip } from '~/ui/article-chip'
import { QuorumBar } from '~/ui/bar'
import { articleHref, figureRows } from '~/ui/figures'
import { TextField } from '~/ui/form'
import { RuleTitles } from '~/ui/rule-titles'
import { RefusalPanel, RulingPanel } from '~/ui/ruling-panel'
import { VoteChoices } from '~/ui/vote-buttons'

const html = (element: ReactElement) => renderToStaticMarkup(element)
const quorum = reason('13.2-c', 'Il manque un membre.', { counted: 7, required: 8, unit: 'members' })

describe('the article chip', () => {
  const chip = html(createElement(ArticleChip, { rule: '13.2-c', reason: quorum }))
  test('opens its own panel without JavaScript', () => {
    const [, target] = /popovertarget="([^"]+)"/.exec(chip) ?? []
    expect(chip).toContain(`<span id="${target}" popover="auto"`)
  })
  test('says the sentence, the figures in French and where to read the article', () => {
    for (const words of ['Il manque un membre.', 'Comptés', 'membres', 'href="/statuts#art-13.2"'])
      expect(chip).toContain(words)
  })
  test('names its rule, so that two chips of one article are told apart', () => {
    const titles: Record<string, string> = { '13.2-c': 'Quorum', '13.2-d': 'Majorité' }
    const named = (rule: string) =>
      html(
        createElement(
          RuleTitles.Provider,
          { value: (asked) => titles[asked] ?? null },
          createElement(ArticleChip, { rule }),
        ),
      )
    expect(named('13.2-c')).toMatch(/13\.2<span class="sr-only">\u00a0: Quorum<\/span><\/button>/)
    expect(named('13.2-d')).toContain('Majorité')
  })
  test('may stand inside a paragraph: phrasing content only', () =>
    expect(chip).not.toMatch(/<(div|p|table|dl|ul|details)\b/))
})

describe('a refusal', () => {
  test('names its article and its figures', () => {
    const panel = html(createElement(RulingPanel, { ruling: unlawful(quorum) }))
    expect(panel).toContain('Refusé — art.\u00a013.2')
    expect(panel).toContain('Minimum exigé')
  })
  test('without a reason still says its sentence, as an alert', () => {
    const panel = html(createElement(RefusalPanel, { refusal: { message: 'Le vote est clos.', reasons: [] } }))
    expect(panel).toContain('Le vote est clos.')
    expect(panel).toContain('role="alert"')
  })
})

test('a figure that is kept only is not shown, a missing limit its word, cents their euros', () => {
  expect(figureRows({ money: 'line', max: null, amountCents: 1250 })).toEqual([
    { label: 'Au plus', value: 'sans limite' },
    { label: 'Montant', value: '12,50\u00a0€' },
  ])
})

test('members named by their id are not shown; a date that never came says so', () => {
  expect(figureRows({ from: 'F2', to: 'F1', duesPaidOn: null })).toEqual([
    { label: 'Cotisation réglée le', value: 'aucune date' },
  ])
})

test.each([
  ['13.2-c', '/statuts#art-13.2'],
  ['6-a', '/statuts#art-6'],
  ['15-b', '/statuts#art-15'],
])('%s leads to %s', (rule, href) => expect(articleHref(rule)).toBe(href))

test('a field ties its error and its help to the control', () => {
  const field = html(
    createElement(TextField, { name: 'rpps', id: 'rpps', label: 'RPPS', help: '11 chiffres', errors: ['Trop court.'] }),
  )
  expect(field).toContain('aria-describedby="rpps-error rpps-aide"')
  expect(field).toContain('aria-invalid="true"')
  expect(field).toContain('id="rpps-error"')
})

test.each([
  [7, 'il manque 1\u00a0membre'],
  [8, 'Quorum atteint'],
  [9, 'Quorum atteint'],
])('13.2-c quorum of 8: %i counted', (counted, said) => {
  const bar = html(createElement(QuorumBar, { counted, required: 8, base: 24, unit: 'members', rule: '13.2-c' }))
  expect(bar).toContain(said)
  expect(bar).not.toContain('style=')
})

test('a vote names the voter and his voices, and marks the choice already received', () => {
  const vote = html(
    createElement(VoteChoices, { voter: 'Dr Roux', weight: '3\u00a0voix', byProxy: true, current: 'against' }),
  )
  expect(vote).toContain('<strong>Dr Roux</strong> (3\u00a0voix, par pouvoir)')
  expect(vote).toMatch(/value="against" aria-pressed="true"/)
  expect(vote).toMatch(/value="for" aria-pressed="false"/)
})
