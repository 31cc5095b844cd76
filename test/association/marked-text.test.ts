import { expect, test } from 'vitest'
import { changedArticles, markedArticles } from '~/association/marked-text'
import { remoteArticles } from '~/association/remote-article'
import { articlesInForce } from '~/statutes/catalogue-text'
import { modelStatutes } from '~/statutes/model'
import type { Statutes } from '~/statutes/schema'

const own = (article: string, rule: string) =>
  markedArticles(modelStatutes)
    .find((each) => each.article === article)
    ?.paragraphs.find((each) => each.rule === rule)
    ?.runs.filter((run) => run.own)
    .map((run) => run.text)

test('what the association chose is set apart, and nothing else', () => {
  expect(own('2', '2-a')).toEqual(['CPTS de démonstration'])
  expect(own('6.1', '6.1-e')).toEqual(['trois'])
  expect(own('13.2', '13.2-a')).toEqual(['une', 'six', 'quinze'])
  expect(own('13.3', '13.3-c')).toEqual(['deux tiers'])
  expect(own('14', '14-a')).toEqual(['31 décembre'])
  expect(own('17', '17-a')).toEqual([])
})

test('no word of the articles is lost or added', () => {
  const joined = markedArticles(modelStatutes).flatMap(({ paragraphs }) =>
    paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')),
  )
  expect(joined).toEqual(articlesInForce(modelStatutes).flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)))
})

const remote: Statutes = {
  ...modelStatutes,
  bodies: {
    ...modelStatutes.bodies,
    ago: {
      ...modelStatutes.bodies.ago,
      remoteVote: { article: '13.4', mode: 'window', hours: 72, countsInQuorum: true },
    },
  },
}

test('a version tells which articles it changed', () => {
  expect(changedArticles(modelStatutes, modelStatutes)).toEqual([])
  expect(changedArticles(modelStatutes, remote)).toEqual(['13.2', '13.4'])
})

test('an article of one’s own on votes from afar is shown where it exists', () => {
  expect(remoteArticles(modelStatutes)).toEqual([])
  expect(remoteArticles(remote)).toMatchObject([
    { article: '13.4', clauses: [{ body: 'Assemblée générale ordinaire' }] },
  ])
})
