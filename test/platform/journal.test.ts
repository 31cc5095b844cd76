import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { journalActs } from '~/platform/journal-acts'
import { TEST_DATE } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
const root = path.resolve(import.meta.dirname, '../..')
const sources = ['app', 'prisma'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.startsWith('generated'))
    .map((file) => ({ file: `${folder}/${file}`, text: fs.readFileSync(path.join(root, folder, file), 'utf8') })),
)

test('nothing reads its state from the journal, nor writes it past `journal`', () => {
  const reads = /journalEntry\b|"JournalEntry"|'JournalEntry'/
  const found = sources.filter(({ text }) => reads.test(text)).map(({ file }) => file)
  expect(found.sort()).toEqual(['app/platform/insert-rows.server.ts', 'app/platform/journal.server.ts'])
})

/** The words that an act takes from a state: « proxy.accepted » from « ACCEPTED ». */
const SPELT = /^(agenda\.item-(up|down|remove)|bank-line|letter|member|payment|proxy)\b/

test('every act of the list is written somewhere, and said in French once', () => {
  const written = sources.filter(({ file }) => file !== 'app/platform/journal-acts.ts').map(({ text }) => text).join('\n') // prettier-ignore
  const idle = Object.keys(journalActs).filter((act) => !written.includes(`'${act}'`) && !SPELT.test(act))
  expect(idle).toEqual([])
  const words = Object.values(journalActs)
  expect(words.filter((word, rank) => words.indexOf(word) !== rank || !/^[A-ZÀÉ]/.test(word))).toEqual([])
})

test('the database refuses a subject that is no table', async () => {
  const row = { at: TEST_DATE, act: 'case.opened', subject: 'case' }
  await expect(db().journalEntry.create({ data: row })).rejects.toThrow(/journal_subject_is_a_table/)
  await db().journalEntry.create({ data: { ...row, subject: 'DisciplinaryCase' } })
})
