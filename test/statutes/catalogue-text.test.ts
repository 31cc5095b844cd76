import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleOf, catalogue, isRuleId, ruleIds } from '~/statutes/catalogue'
import { articlesInForce } from '~/statutes/catalogue-text'
import { plainDate, frenchFraction, pluralLabel, shareOf, typeset } from '~/statutes/french'
import { modelStatutes } from '~/statutes/model'
import { silences } from '~/statutes/silences'
import { statutesWith } from './build'

const text = (statutes = modelStatutes) =>
  articlesInForce(statutes)
    .flatMap((article) => article.paragraphs.map((one) => one.text))
    .join('\n')

describe('the statutes in French', () => {
  it('every rule has its paragraph, under its own article, and nothing else stands there', () => {
    const written = articlesInForce(modelStatutes).flatMap((article) =>
      article.paragraphs.map((one) => ({ ...one, article: article.article })),
    )
    expect(new Set(written.map((one) => one.rule))).toEqual(new Set(ruleIds))
    for (const one of written) expect(articleOf(one.rule)).toBe(one.article)
  })
  it('carries the parameters of the association', () => {
    const statutes = statutesWith((one) => {
      one.name = 'CPTS du Val'
      one.categories.founder!.voices = 5
      one.bodies.ago.quorum = [{ of: 'members', atLeast: '2/5', represented: true }]
      one.bodies.age.majority = [{ share: 'for', of: 'cast', unit: 'voices', atLeast: '3/4' }]
      one.bodies.ago.remoteVote = { article: '13.4', mode: 'window', hours: 48, countsInQuorum: false }
      one.elections.tie = ['lots']
    })
    for (const words of [
      'CPTS du Val',
      'cinq voix',
      'les deux cinquièmes des',
      'les trois quarts des',
      'article 13.4',
      '48 heures',
      'le tirage au sort',
    ]) {
      expect(text(statutes)).toContain(words)
      expect(text()).not.toContain(words)
    }
  })
  it('reads without holes', () => {
    for (const word of ['undefined', 'null', 'NaN', '[object', '  ', '..', ' ,', '$'])
      expect(text()).not.toContain(word)
  })
  it('every rule that the code cites exists', () => {
    const folder = new URL('../../app/statutes/', import.meta.url)
    for (const file of readdirSync(folder)) {
      const source = readFileSync(new URL(file, folder), 'utf8')
      for (const [, rule] of source.matchAll(/'(\d{1,2}(?:\.\d)?-[a-z])'/g))
        expect(isRuleId(rule ?? ''), `${rule} in ${file}`).toBe(true)
    }
    expect(Object.keys(catalogue)).toHaveLength(47)
  })
})

describe('silences of the model', () => {
  it('name a parameter of the statutes and its value', () => {
    for (const { path, value } of silences(modelStatutes)) {
      const found = path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], modelStatutes)
      expect(JSON.stringify(found), path).toBe(value)
    }
  })
  it('say the reading in force', () => {
    const excluded = silences(statutesWith((one) => (one.votingRight.unpaidDues = 'excluded'))).find(
      (one) => one.path === 'votingRight.unpaidDues',
    )
    expect(excluded).toMatchObject({ value: '"excluded"', reading: expect.stringContaining('ni convoqué ni compté') })
  })
})

describe('French words', () => {
  it('fractions', () => {
    expect(['1/2', '2/4', '1/3', '2/3', '3/4', '1/1', '3/5', '7/13'].map(frenchFraction)).toEqual([
      'la moitié',
      'la moitié',
      'un tiers',
      'deux tiers',
      'trois quarts',
      'la totalité',
      'trois cinquièmes',
      '7/13',
    ])
    expect(['1/2', '1/3', '2/3'].map(shareOf)).toEqual(['la moitié des', 'un tiers des', 'les deux tiers des'])
  })
  it('dates, labels and spaces', () => {
    expect(plainDate('2027-06-01')).toBe('1er juin 2027')
    expect(['membre fondateur', "membre d'honneur", 'élu'].map(pluralLabel)).toEqual([
      'membres fondateurs',
      "membres d'honneur",
      'élus',
    ])
    expect(typeset("l'un : « deux » ; trois ?")).toBe('l’un\u00a0: «\u00a0deux\u00a0»\u202f; trois\u202f?')
  })
})
