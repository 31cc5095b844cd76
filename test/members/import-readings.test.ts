import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { planImport, type ImportSource } from '~/members/import/plan-import.server'
import { insertMembers } from '~/members/register/insert-members.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import type { Answers } from '~/platform/spreadsheet/table'
import { addBody, buildAssociation, contextFor } from '../support/builders'
import { useDatabase } from '../support/database'
import { aPerson } from './support'

const db = useDatabase()
let ctx: Context
const fixture = (name: string) => fs.readFileSync(path.resolve(import.meta.dirname, '../fixtures/members-import', name))
const plan = (content: string | Uint8Array, answers: Answers = {}, more: Partial<ImportSource> = {}) =>
  planImport(db(), ctx, {
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    fileName: 'membres.csv', defaultCategory: 'active', defaultAdmitted: '2027-01-01', answers, ...more,
  }) // prettier-ignore
const ids = async (content: string | Uint8Array, answers?: Answers) =>
  (await plan(content, answers)).questions.map(({ id, taken }) => `${id}:${taken}`)

beforeAll(async () => {
  const { founders } = await buildAssociation(db(), { actives: 1 })
  ctx = await contextFor(db(), founders[1]!)
  await transact(db(), (tx) =>
    insertMembers(
      tx,
      ctx,
      [
        aPerson({
          lastName: 'Delaunay',
          firstName: 'Thomas',
          civility: 'M.',
          email: 'cabinet@exemple.fr',
          rpps: '10000000017',
        }),
        aPerson({ lastName: 'Martin', firstName: 'Anne', email: 'anne@exemple.fr', bornOn: '1980-05-04' }),
      ],
      { kind: 'installation' },
    ),
  )
  await addBody(db(), { legalName: 'Centre des Quais' })
})

describe('identity: several keys that agree', () => {
  const HEAD = 'nom;prenom;email;rpps;code_postal\n'
  const first = async (text: string) => (await plan(HEAD + text)).lines[0]

  test('one e-mail in common renames nobody', async () => {
    const text = fixture('shared-mail.csv').toString().replace('@@COURRIEL_DU_MEMBRE_6@@', 'cabinet@exemple.fr')
    const { lines, changes } = await plan(text, {}, {})
    expect(lines[0]?.faults[0]).toMatch(
      /^Cette adresse est celle de Thomas Delaunay \(n° \d+\), et ce n’est ni le même nom ni le même RPPS\.$/,
    )
    expect(changes).toEqual([])
  })

  test('another first name under the same family name and e-mail is another person', async () => {
    expect((await first('MARTIN;Jeanne;anne@exemple.fr;;94200'))?.outcome).toBe('refused')
  })

  test('the same name, another RPPS: two people', async () => {
    const line = await first('DELAUNAY;Thomas;cabinet@exemple.fr;10001234565;94200')
    expect(line?.faults[0]).toContain('ce n’est pas le même RPPS')
  })

  test('a marriage passes by the same first name or the same RPPS, and is shown apart', async () => {
    expect(await first('DURAND;Anne;anne@exemple.fr;;94200')).toMatchObject({ outcome: 'change', renamed: true })
    expect(await first('ROUX;Thomas;;10000000017;94200')).toMatchObject({ outcome: 'change', renamed: true })
    expect((await first('ROUX;Paul;;10000000017;94200'))?.faults[0]).toContain('ni le même nom ni le même prénom')
  })

  test('two keys that designate two members', async () => {
    const line = await first('DELAUNAY;Thomas;anne@exemple.fr;10000000017;94200')
    expect(line?.outcome).toBe('refused')
  })

  test('a namesake without a common key is asked about, once for the file', async () => {
    const text = `${HEAD}MARTIN;Anne;autre@exemple.fr;;94200\n`
    expect((await plan(text)).lines[0]).toMatchObject({ outcome: 'asked' })
    expect((await plan(text, { namesakes: 'others' })).lines[0]).toMatchObject({ outcome: 'create' })
  })

  test('never: a line whose name and RPPS are another’s changes somebody', async () => {
    const word = fc
      .stringMatching(/^[A-Z]{3,8}$/)
      .filter((each) => !['DELAUNAY', 'THOMAS', 'MARTIN', 'ANNE'].includes(each))
    await fc.assert(
      fc.asyncProperty(
        word,
        word,
        fc.constantFrom('cabinet@exemple.fr', 'anne@exemple.fr'),
        async (last, given, email) => {
          expect((await plan(`${HEAD}${last};${given};${email};10001234565;94200\n`)).changes).toEqual([])
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('numbers', () => {
  test('the ticket of HelloAsso is not the number of a member; its order is not a state', async () => {
    const { creations, lines } = await plan(fixture('helloasso-old.csv'))
    expect(lines[0]).toMatchObject({ outcome: 'create', label: 'Lucie BRUN' })
    expect(creations[0]).toMatchObject({ number: null, admittedOn: '2026-11-12', email: 'lucie.brun@exemple.fr' })
  })

  test('a number far above the last is asked, and said', async () => {
    const text = 'numero;nom;prenom;email;code_postal\n61234567;BRUN;Lucie;l@ex.fr;94200\n'
    const open = await plan(text)
    expect(open.lines[0]).toMatchObject({ outcome: 'asked', asked: ['Est-ce le numéro de membre 61234567 ?'] })
    const taken = await plan(text, { numbers: 'take' })
    expect(taken.creations[0]?.number).toBe(61234567)
    expect(taken.lines[0]?.notes).toContain('Numéro de membre 61234567.')
    expect((await plan(text, { numbers: 'drop' })).creations[0]?.number).toBeNull()
  })

  test('ten times the last: below, at, above', async () => {
    const last = (await db().member.aggregate({ _max: { number: true } }))._max.number ?? 0
    const outcomeOf = async (number: number) =>
      (await plan(`numero;nom;prenom;email;code_postal\n${number};BRUN;Lucie;l@ex.fr;94200\n`)).lines[0]?.outcome
    expect([await outcomeOf(last * 10 - 1), await outcomeOf(last * 10), await outcomeOf(last * 10 + 1)]).toEqual(['create', 'create', 'asked']) // prettier-ignore
  })
})

describe('names', () => {
  test('HelloAsso: the member is not who pays', async () => {
    const lines = fixture('helloasso-new.csv').toString().trim().split('\r\n')
    const text = lines.map((line, index) => `${line};${index === 0 ? 'Code postal' : '94200'}`).join('\n')
    const { creations, columns } = await plan(text)
    expect(creations).toMatchObject([
      { lastName: 'BRUN', firstName: 'Lucie', email: null, phone: '06 12 34 56 78', admittedOn: '2026-11-12', profession: 'infirmière' },
      { lastName: 'PETIT', firstName: 'Noé', email: null, profession: 'sage-femme' },
    ])
    expect(columns.all.filter(({ why }) => why === 'payer').map(({ name }) => name)).toEqual([
      'Nom payeur', 'Prénom payeur', 'Email payeur',
    ])
  }) // prettier-ignore

  test('one column of names is asked once, then read', async () => {
    expect(await ids(fixture('paheko.csv'))).toContain('names:null')
    const answers = { names: 'first-last', numbers: 'take' }
    const { creations } = await plan(fixture('paheko.csv'), answers)
    expect(creations[0]).toMatchObject({ lastName: 'Brun', firstName: 'Lucie', number: 901, category: 'active' })
    expect((await plan(fixture('paheko.csv'), { ...answers, names: 'last-first' })).creations[0]).toMatchObject({
      lastName: 'Lucie',
    })
  })

  test('a lone column « nom » that holds both is one column of names', async () => {
    expect(await ids('Nom;Courriel;CP\nLucie Brun;l@ex.fr;94200\nNoé Petit;n@ex.fr;94200\n')).toContain('names:null')
  })

  test.each([
    ['M. BRUN;Paul', { civility: 'M.', lastName: 'BRUN', firstName: 'Paul' }],
    ['Mme BRUN;Lucie', { civility: 'Mme', lastName: 'BRUN' }],
    ['BRUN;Dr Lucie', { civility: 'Dr', firstName: 'Lucie' }],
    ['Monsieur le Goff;Yann', { civility: 'M.', lastName: 'le Goff' }],
    ['BRUN née PETIT;Lucie', { lastName: 'BRUN', firstName: 'Lucie' }],
    ['Mme René;Lucie', { lastName: 'René' }],
  ])('a civility is no part of a name: %s', async (cells, expected) => {
    expect((await plan(`nom;prenom;email;code_postal\n${cells};x@ex.fr;94200\n`)).creations[0]).toMatchObject(expected)
  })

  test.each(['M. et Mme BRUN;Paul', 'H?l?ne;Brun', 'TOTAL;12'])('« %s » is refused', async (cells) => {
    const { lines, passed } = await plan(`nom;prenom;email;code_postal\n${cells};;94200\nBRUN;Lucie;l@ex.fr;94200\n`)
    expect(lines[0]?.outcome === 'refused' || passed[0]?.why === 'total').toBe(true)
  })
})

describe('people and structures', () => {
  const HEAD = 'nom;prenom;email;structure;finess;code_postal\n'
  test('people of one practice are people, with one voice each', async () => {
    const { creations } = await plan(
      `${HEAD}BRUN;Lucie;l@ex.fr;Cabinet des Lilas;;94200\nPETIT;Noé;n@ex.fr;Cabinet des Lilas;;94200\n`,
    )
    expect(creations.map(({ kind }) => kind)).toEqual(['PERSON', 'PERSON'])
  })

  test('a practice shared with its FINESS, a practice alone, a structure alone with its FINESS', async () => {
    const text = `${HEAD}BRUN;Lucie;l@ex.fr;MSP des Lilas;750712184;94200\nPETIT;Noé;n@ex.fr;MSP des Lilas;750712184;94200\nROUX;Paul;p@ex.fr;Cabinet Roux;;94200\nMOREL;Ida;i@ex.fr;EHPAD du Port;690781810;94200\n`
    expect((await plan(text)).lines.map(({ outcome }) => outcome)).toEqual(['create', 'create', 'asked', 'create'])
    const each = await plan(text, { members: 'each' })
    expect(each.creations.map(({ kind }) => kind)).toEqual(['PERSON', 'PERSON', 'PERSON', 'BODY'])
    expect((await plan(text, { members: 'person' })).creations.map(({ kind }) => kind)).toEqual([
      'PERSON',
      'PERSON',
      'PERSON',
      'PERSON',
    ])
  })

  test('a recorded structure comes back by its number, without identifiers', async () => {
    const { number } = await db().member.findFirstOrThrow({ where: { kind: 'BODY' } })
    const { lines } = await plan(`numero;${HEAD}${number};DIRECTION;Claire;;Centre des Quais;;\n`)
    expect(lines[0]?.outcome).toBe('same')
  })
})

describe('cells', () => {
  test('a telephone never refuses a member', async () => {
    const { lines, creations } = await plan(fixture('telephones.csv'))
    expect(lines.map(({ outcome }) => outcome)).toEqual(lines.map(() => 'create'))
    expect(creations.slice(0, 3).map(({ phone }) => phone)).toEqual(Array.from({ length: 3 }, () => '06 12 34 56 78'))
    expect(lines[8]?.notes[0]).toContain('tronqué')
  })

  test('names of the world come in as papers print them, marks that stand beside their letter too', async () => {
    const decomposed = fixture('names-of-the-world.csv').toString().normalize('NFD').replaceAll('actif', 'active')
    const { lines } = await plan(decomposed)
    expect(lines.filter(({ outcome }) => outcome === 'create').map(({ label }) => label)).toEqual([
      'Ioana Mureșan-Țuțu', 'Thị Ngọc Ánh Nguyễn', 'Ṣọlá Adébáyọ̀', 'Željka Đorđević', 'Hélène Brûlé-Noël', 'Élie Ben-Haïm',
      'Nikos Papadópoulos (Παπαδόπουλος)', 'Ǧamal Ħabib', 'ʿAbd al-Raḥmān Ould Ḥāmid',
    ])
    expect(lines.flatMap(({ faults }) => faults)).toEqual([])
  }) // prettier-ignore

  test('never, whatever the cell holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[^"\n\r;,|\t]{0,20}$/), async (text) => {
        const { lines } = await plan(`nom;prenom;email;telephone;code_postal\nBRUN;Lucie;l@ex.fr;"${text}";94200\n`)
        expect(lines[0]?.faults.filter((fault) => !fault.includes('signe est perdu'))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('e-mails: mended where that is sure, refused with the reason where not', async () => {
    const { lines } = await plan(fixture('emails.csv'))
    expect(lines.filter(({ outcome }) => outcome === 'refused').map(({ label }) => label)).toEqual([
      'B BRUN',
      'L BRUN',
      'M BRUN',
    ])
    expect(lines[1]?.faults[0]).toContain('accent avant le @')
  })

  test('days of all kinds are 12 March; what is to come is refused', async () => {
    const { lines, creations } = await plan(fixture('dates.csv'))
    expect(lines.filter(({ outcome }) => outcome === 'refused').map(({ label }) => label)).toEqual(['N BRUN'])
    expect(creations.map(({ admittedOn }) => admittedOn)).toEqual([
      '2026-02-01', ...Array.from({ length: 9 }, () => '2026-03-12'), '2027-01-01', '2027-01-01', '2026-03-12',
    ])
  }) // prettier-ignore

  test('an American column is asked as a whole', async () => {
    const open = await plan(fixture('american-dates.csv'))
    expect(open.lines.map(({ outcome }) => outcome)).toEqual(['asked', 'asked'])
    const { creations } = await plan(fixture('american-dates.csv'), { 'order:admittedOn': 'month' })
    expect(creations.map(({ admittedOn }) => admittedOn)).toEqual(['2026-03-04', '2026-03-25'])
  })

  test('identifiers and places as registers write them', async () => {
    const text =
      'Numéro RPPS;Nom;Prénom;Code postal;Ville;Email\n810001234565;BRUN;Lucie;94204 CEDEX;IVRY CEDEX;l@ex.fr\n10000000017|940001234;DELAUNAY;Thomas;94200 Ivry;;\n'
    const { creations, lines } = await plan(text)
    expect(creations[0]).toMatchObject({ rpps: '10001234565', postcode: '94204', town: 'IVRY CEDEX' })
    expect(lines[1]?.notes).toContain('RPPS : « 940001234 » non repris.')
    const body = 'structure;FINESS (ET);code_postal\nEHPAD du Port;690781810 (ET);94200\n'
    expect((await plan(body)).creations[0]).toMatchObject({ kind: 'BODY', finess: '690781810' })
  })
})

describe('columns', () => {
  test('an unknown column is said; an answer gives it a meaning; a wrong guess is corrected', async () => {
    const text = 'Patronyme;Petit nom;Contact;code_postal\nBRUN;Lucie;l@ex.fr;94200\n'
    await expect(plan(text)).rejects.toMatchObject({ status: 400 })
    const { creations } = await plan(text, { 'column:0': 'lastName', 'column:1': 'firstName', 'column:2': 'email' })
    expect(creations[0]).toMatchObject({ lastName: 'BRUN', firstName: 'Lucie', email: 'l@ex.fr' })
    const left = await plan('nom;prenom;fonction;code_postal\nBRUN;Lucie;trésorière;94200\n', { 'column:2': 'no' })
    expect(left.creations[0]).toMatchObject({ profession: null })
    expect(left.columns.ignored).toEqual(['fonction'])
  })

  test('without a year of dues, the other columns of dues refuse nobody', async () => {
    const { lines } = await plan(
      'nom;prenom;email;moyen de paiement;code_postal\nBRUN;Lucie;l@ex.fr;Carte bancaire;94200\n',
    )
    expect(lines[0]?.outcome).toBe('create')
  })
})

test('what the lines end as adds up to the rows of the file', async () => {
  const cell = fc.constantFrom('', 'BRUN', 'Lucie', 'a@ex.fr', 'anne@exemple.fr', '3/25/2026', '12/03/2026', '94200', 'TOTAL', '61234567')
  const row = fc.array(cell, { minLength: 6, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const all = [...rows, ['', 'FIN', 'Paul', 'fin@ex.fr', '', '94200']]
      const { counts } = await plan(`numero;nom;prenom;email;date_adhesion;code_postal\n${all.map((cells) => cells.join(';')).join('\n')}\n`)
      expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(all.length)
    }),
    { numRuns: 40 },
  )
}) // prettier-ignore
