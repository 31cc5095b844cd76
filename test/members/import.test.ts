import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { applyImport } from '~/members/import/apply-import.server'
import { planImport, type ImportSource } from '~/members/import/plan-import.server'
import { startImport } from '~/members/import/start-import.server'
import { importTemplate } from '~/members/import/template'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { buildAssociation, contextFor } from '../support/builders'
import { useDatabase } from '../support/database'
import { refusalOf } from './support'

const db = useDatabase()
let ctx: Context

beforeAll(async () => {
  const { founders } = await buildAssociation(db(), { actives: 3 })
  ctx = await contextFor(db(), founders[1]!)
})

const source = (content: string | Uint8Array, more: Partial<ImportSource> = {}): ImportSource => ({
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  fileName: 'membres.csv', defaultCategory: 'active', defaultAdmitted: '2027-01-01', ...more,
}) // prettier-ignore
const plan = (content: string | Uint8Array, more?: Partial<ImportSource>) =>
  planImport(db(), ctx, source(content, more))
const HEAD = 'nom;prenom;email;code_postal;ville;college;date_adhesion'

describe('what a file may be', () => {
  test('Windows-1252, semicolons, JJ/MM/AAAA: accents, dates and zeros arrive whole', async () => {
    const bytes = iconv.encode(
      `${HEAD};telephone;consentement\r\nLefèvre;Zoé;zoe@ex.fr;01000;Bourg-Œuf;actif;14/03/2026;612345678;oui\r\n`,
      'windows-1252',
    )
    const { form, lines } = await plan(bytes)
    expect(form).toBe('CSV, points-virgules, Windows-1252')
    expect(lines[0]).toMatchObject({ line: 2, label: 'Zoé Lefèvre', outcome: 'refused' })
    expect(lines[0]?.faults[0]).toContain('Le département 01 n’est pas dans le territoire')
    const { creations } = await plan(
      iconv.encode(
        `${HEAD};telephone\r\nLefèvre;Zoé;zoe@ex.fr;94200;L’Haÿ;actif;14/03/2026;612345678\r\n`,
        'windows-1252',
      ),
    )
    expect(creations[0]).toMatchObject({
      lastName: 'Lefèvre',
      town: 'L’Haÿ',
      admittedOn: '2026-03-14',
      phone: '06 12 34 56 78',
      category: 'active',
    })
  })

  test.each([
    [
      'UTF-8 with its mark, commas and quotes (Paheko)',
      '\ufeff"Nom & prénom","Adresse E-Mail","Code postal","Catégorie"\n"D’ARTAGNAN Anne","anne@ex.fr","75001","Membres actifs"\n',
      'D’ARTAGNAN',
    ],
    [
      'tabs, ISO dates (Galette)',
      'nom_adh\tprenom_adh\temail_adh\tcp_adh\tid_statut\tdate_crea_adh\nD’Artagnan\tAnne\tanne@ex.fr\t75001\tMembre actif\t2026-03-14\n',
      'D’Artagnan',
    ],
    [
      'English headers (Dolibarr)',
      'lastname*,firstname,morphy*,email,zip,type*,datec\nD’Artagnan,Anne,phy,anne@ex.fr,75001,Actif,2026-03-14 10:00:00\n',
      'D’Artagnan',
    ],
  ])('%s', async (_, text, lastName) => {
    const { creations, counts } = await plan(text)
    expect(counts).toEqual({ create: 1, change: 0, same: 0, asked: 0, refused: 0, passed: 0 })
    expect(creations[0]).toMatchObject({
      kind: 'PERSON',
      lastName,
      firstName: 'Anne',
      email: 'anne@ex.fr',
      postcode: '75001',
      category: 'active',
    })
  })

  test('an Excel workbook, dates as dates, numbers as numbers', async () => {
    const rows = [
      ['Nom', 'Prénom', 'RPPS', 'Code postal', 'Date d’adhésion', 'Collège'],
      [
        'Lefèvre',
        'Zoé',
        10001234565,
        94200,
        { value: new Date('2026-03-14T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
        'membre fondateur',
      ],
    ]
    const { creations, form } = await plan(await writeExcel(rows).toBuffer())
    expect(form).toContain('classeur Excel')
    expect(creations[0]).toMatchObject({
      rpps: '10001234565',
      postcode: '94200',
      admittedOn: '2026-03-14',
      category: 'founder',
    })
  })

  test('the model that we give is read whole, its structure with its representative', async () => {
    const { creations, columns, counts } = await plan(importTemplate(2027))
    expect(counts).toMatchObject({ create: 2, refused: 0 })
    expect(columns.ignored).toEqual([])
    expect(creations[1]).toMatchObject({
      kind: 'BODY',
      legalName: 'Centre de santé du Port',
      representative: { lastName: 'Modèle', email: 'direction@exemple.fr' },
    })
  })

  test.each([
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'ni un CSV ni un classeur'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'ancien classeur'],
    ['an archive that is no workbook', Buffer.from([0x50, 0x4b, 3, 4, 9, 9]), 'abîmé'],
    ['a list without names', Buffer.from('a;b\n1;2\n'), 'Aucune colonne de nom'],
    ['a header alone', Buffer.from(`${HEAD}\n`), 'pas de ligne'],
    ['quotes left open', Buffer.from('nom;prenom\n"Martin;Anne\n'), 'guillemets'],
    ['too many lines', Buffer.from(`nom\n${'x\n'.repeat(20_001)}`), '20000 au plus'],
    ['too many bytes', Buffer.alloc(5 * 1024 * 1024 + 1, 0x61), '5 Mo'],
  ])('%s is refused with what to do', async (_, bytes, words) => {
    const refused = await refusalOf(plan(bytes))
    expect(refused).toMatchObject({ status: 400 })
    expect(refused.fieldErrors.file?.[0]).toContain(words)
  })
})

describe('what each line would do', () => {
  test('wrong cells are told one by one, with the line of the file', async () => {
    const { lines } = await plan(
      `${HEAD};rpps\n"Deux\nlignes";Anne;a@ex.fr;94200;Ivry;actif;01/02/2026;\nMartin;;pas une adresse;942;Ivry;mécène;31/02/2026;10001234566\n`,
    )
    expect(lines[1]?.line).toBe(4)
    expect(lines[1]?.faults.join(' ')).toMatch(/adresse électronique.*mécène.*31\/02\/2026.*prénom.*RPPS.*code postal/s)
  })

  test('the same person twice in the file, or already a member by another’s address', async () => {
    const { lines } = await plan(
      `${HEAD}\nMartin;Anne;double@ex.fr;94200;Ivry;actif;01/02/2026\nMartin;Jeanne;DOUBLE@ex.fr;94200;Ivry;actif;01/02/2026\nRoux;Paul;;94200;Ivry;actif;01/02/2026\nRoux;Paul;;94200;Ivry;actif;01/02/2026\n`,
    )
    expect(lines.map(({ outcome }) => outcome)).toEqual(['create', 'refused', 'create', 'refused'])
    expect(lines[1]?.faults[0]).toContain('la ligne 2')
    expect(lines[3]?.faults[0]).toContain('Du même nom que la ligne 4')
  })

  test('a recorded member changes by the cells that say something; an empty cell erases nothing', async () => {
    const { lines, changes } = await plan(
      'numero;nom;prenom;telephone;ville\n5;Actif;1;01 02 03 04 05;\n6;Actif;2;;Ivry-sur-Seine\n',
    )
    expect(lines[0]).toMatchObject({
      outcome: 'change',
      changes: [{ label: 'Téléphone', from: '', to: '01 02 03 04 05' }],
    })
    expect(lines[1]?.outcome).toBe('same')
    expect(changes).toHaveLength(1)
  })

  test('a number that belongs to another name is refused', async () => {
    const { lines } = await plan(`numero;${HEAD}\n5;Inconnu;Paul;nouveau@ex.fr;94200;Ivry;actif;01/02/2026\n`)
    expect(lines[0]?.faults[0]).toContain('ni le même nom')
  })

  test('6.1, 6.4: a file changes no category and ends no membership', async () => {
    const { lines } = await plan(
      'numero;nom;prenom;college;statut;date_fin\n5;Actif;1;fondateur;démissionnaire;01/02/2027\n',
    )
    expect(lines[0]?.faults).toHaveLength(2)
  })

  test('a member who left is entered with both dates', async () => {
    const { creations } = await plan(
      `${HEAD};statut;date_fin\nAncien;Paul;;94200;Ivry;actif;01/02/2020;démissionnaire;30/06/2024\n`,
    )
    expect(creations[0]?.leaving).toMatchObject({ kind: 'RESIGNED', on: '2024-06-30' })
  })
})

describe('confirmation', () => {
  const file = (count: number, first = 0) =>
    `${HEAD};structure;consentement\n${Array.from({ length: count }, (_, i) => `Nom${first + i};Prénom;nom${first + i}@ex.fr;94200;Ivry;actif;14/03/2026;;14/03/2026`).join('\n')}\n`

  test('one tap writes members, accounts, events, consents and journal; a second answers the same', async () => {
    const before = await db().member.count()
    const importId = await startImport(ctx, source(file(30)))
    const confirm = { importId, onlyGood: false, expected: { create: 30, change: 0 } }
    const done = await Promise.all([applyImport(ctx, confirm), applyImport(ctx, confirm)])
    expect(done).toEqual(
      Array.from({ length: 2 }, () => ({ create: 30, change: 0, same: 0, asked: 0, refused: 0, passed: 0 })),
    )
    expect(await db().member.count()).toBe(before + 30)
    const one = await db().member.findFirstOrThrow({
      where: { email: 'nom7@ex.fr' },
      include: { account: true, events: true, consents: true },
    })
    expect(one).toMatchObject({ account: { email: 'nom7@ex.fr' }, consents: [{ source: 'fichier membres.csv' }] })
    expect(isoDate(one.convocationConsentOn!)).toBe('2026-03-14')
    expect((await db().memberImport.findUniqueOrThrow({ where: { id: importId } })).bytes).toBeNull()
    expect((await plan(file(30))).counts).toMatchObject({ create: 0, change: 0, same: 30, refused: 0 })
  })

  test('nothing is written while a line is refused, unless the good ones are chosen', async () => {
    const before = await db().member.count()
    const importId = await startImport(ctx, source(`${file(3, 100)}Faux;;faux;1;;actif;\n`))
    const expected = { create: 3, change: 0 }
    expect((await refusalOf(applyImport(ctx, { importId, onlyGood: false, expected }))).message).toContain(
      'Des lignes sont refusées',
    )
    expect(await db().member.count()).toBe(before)
    await applyImport(ctx, { importId, onlyGood: true, expected })
    expect(await db().member.count()).toBe(before + 3)
  })

  test('what is no longer what the dry run announced is refused', async () => {
    const importId = await startImport(ctx, source(file(2, 200)))
    const other = await startImport(ctx, source(file(1, 200)))
    await applyImport(ctx, { importId: other, onlyGood: false, expected: { create: 1, change: 0 } })
    expect(
      (await refusalOf(applyImport(ctx, { importId, onlyGood: false, expected: { create: 2, change: 0 } }))).message,
    ).toContain('a changé depuis')
  })

  test('changes: address, account and consent follow', async () => {
    const importId = await startImport(
      ctx,
      source('numero;nom;prenom;email;consentement\n7;Actif;3;nouvelle@ex.fr;non\n'),
    )
    await applyImport(ctx, { importId, onlyGood: false, expected: { create: 0, change: 1 } })
    const member = await db().member.findFirstOrThrow({ where: { number: 7 }, include: { account: true } })
    expect(member).toMatchObject({
      email: 'nouvelle@ex.fr',
      convocationConsentOn: null,
      account: { email: 'nouvelle@ex.fr' },
    })
  })

  test('10,000 lines take less than 10 s of this process, dry run and confirmation', async () => {
    const start = process.cpuUsage()
    const importId = await startImport(ctx, source(file(10_000, 1_000)))
    const counts = await applyImport(ctx, { importId, onlyGood: false, expected: { create: 10_000, change: 0 } })
    const { user, system } = process.cpuUsage(start)
    expect(counts.create).toBe(10_000)
    expect((user + system) / 1_000_000).toBeLessThan(10)
  }, 60_000)
})
