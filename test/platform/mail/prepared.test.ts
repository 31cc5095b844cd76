import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { preparedSentence } from '~/platform/mail/prepared'

test('a message is said prepared, and to wait where no server is set', () => {
  expect(preparedSentence({ to: 'le membre' }, 'leaves')).toBe('Un courriel est préparé pour le membre.')
  expect(preparedSentence({ to: 'le membre' }, 'stays')).toBe(
    'Un courriel est préparé pour le membre ; il attend, aucun serveur d’envoi n’étant réglé.',
  )
  expect(preparedSentence({ to: 'ces membres', count: 26 }, 'stays')).toBe(
    '26 courriels sont préparés pour ces membres ; ils attendent, aucun serveur d’envoi n’étant réglé.',
  )
  expect(preparedSentence({ to: 'ces membres', count: 2 }, 'demo')).toContain('ils se lisent')
  expect(preparedSentence({ to: 'ces membres', count: 0 }, 'demo')).toBe(
    'Aucun courriel n’est à préparer pour ces membres.',
  )
})

const root = path.resolve(import.meta.dirname, '../../..')

/** What a page or a mail cannot know when it is written: that somebody was reached, or that a message left. */
const PROMISES = [
  /(?<!\p{L})(?:est|sont|sera|seront|serez) (?:aussitôt )?(?:prévenue?s?|avertie?s?|notifiée?s?)(?!\p{L})/u,
  /(?<!\p{L}|prendre )(?:part|partent|partira|partiront) (?:à|vers|tout de suite|aussitôt|par courriel|au membre)(?!\p{L})/u,
  /\b(?:vous|lui|leur) (?:parviendra|parvient|parviennent|est envoyée?)(?!\p{L})/u,
  /\b[Cc]hacun (?:le |la |en )?(?:reçoit|recevra)\b/,
  /\bvous recevrez\b/i,
  /\bvous êtes (?:convoqué|invité|présent|absent|connecté|déconnecté|concerné|inscrit)(?!\p{L})/iu,
]

/** Sentences that hold such words without promising, and why. */
const TRUE_AS_THEY_STAND: Record<string, string> = {
  'app/routes/mes-cotisations.payer.tsx': 'a receipt a member is what the payment makes: it is there at once',
  'app/discipline/cases/case-letters.ts': 'the letter says by which means the statutes have the decision told',
}

test('no sentence of a page or a mail promises that a message leaves or that somebody is told', () => {
  const guilty = ['app', 'emails'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
      .map((file) => `${folder}/${file}`)
      .flatMap((file) => {
        const text = fs.readFileSync(path.join(root, file), 'utf8').replace(/\s+/g, ' ')
        return PROMISES.flatMap((promise) => promise.exec(text)?.[0] ?? []).map((words) => `${file}: ${words}`)
      }),
  )
  expect(guilty.filter((each) => !(each.split(':')[0]! in TRUE_AS_THEY_STAND))).toEqual([])
})
