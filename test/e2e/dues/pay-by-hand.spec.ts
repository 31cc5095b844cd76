import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { moveClock } from '../demo/audience'
import { askOne } from '../demo/meetings'
import { press, startStory, today, visit, type Story } from '../demo/story'
import { bankStatement } from './bank-files'
import { readPdfOf } from '../support/papers'
import { callYear } from './treasury'
import { DUES_PEOPLE, judged, mails } from './online'
import { confirmAct } from '../support/submit'

let story: Story
let treasurer: Page
let year: number
let day: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  treasurer = await visit(browser, story, DUES_PEOPLE.treasurer)
  const began = await today(treasurer)
  year = Number(began.slice(0, 4)) + 1
  day = `${year}-01-15`
  await moveClock(treasurer, day, '10:00')
  await callYear(treasurer, year, began)
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => consoleWatch.watch(treasurer.context()))

test('a cheque and a transfer are entered one by one, each with its receipt', async () => {
  await choose('Perrin')
  await treasurer.getByRole('radio', { name: 'Chèque' }).check()
  await press(treasurer, 'Enregistrer le paiement')
  await expect(treasurer.getByLabel('Numéro du chèque')).toHaveAttribute('aria-invalid', 'true')
  await judged(treasurer)
  await treasurer.getByLabel('Numéro du chèque').fill('7654321')
  await treasurer.getByLabel('Banque').fill('Banque des Lilas')
  await press(treasurer, 'Enregistrer le paiement')
  await expect(treasurer.getByText('n° 7654321, Banque des Lilas')).toBeVisible()
  expect(await readPdfOf(treasurer, /^Reçu n° \d+$/)).toContain('Guillaume Perrin')
  await judged(treasurer)

  await choose('Diallo')
  await press(treasurer, 'Enregistrer le paiement')
  await expect(treasurer.getByText('virement', { exact: true })).toBeVisible()
  expect(await readPdfOf(treasurer, /^Reçu n° \d+$/)).toContain('Fatoumata Diallo')
  expect(await mails(treasurer, 'Diallo')).toContainEqual(expect.stringMatching(`^Cotisation ${year} : 60,00 € reçus`))
})

test('a statement of the bank is read as the bank writes it; what it pays is proposed, with its reason', async () => {
  const of = (name: string) =>
    askOne(
      story.databaseUrl,
      `select d.reference from "Dues" d join "Member" m on m.id = d."memberId" join "DuesPeriod" p on p.id = d."periodId"
        where m."lastName" = $1 and p.year = $2`,
      [name, String(year)],
    )
  const statement = bankStatement(day, [
    [`VIR SEPA DELAUNAY ${await of('Delaunay')}`, '60,00'],
    [`VIR MOREAU J ${(await of('Moreau')).replace('-', ' ')}`, '60,00'],
    ['VIR DR ÉTIENNE ŒUVRARD COTISATION', '100,00'],
    [`VIR ROUSSEL ${await of('Roussel')}`, '120,00'],
    [`VIR PERRIN ${await of('Perrin')}`, '60,00'],
    ['SUBVENTION DÉPARTEMENT', '5 000,00'],
  ])
  await treasurer.goto('/cotisations/releves')
  await judged(treasurer)
  await upload(statement)
  await expect(treasurer.getByText('6 lignes ajoutées')).toBeVisible()
  await expect(treasurer.getByText('1 débit laissé de côté')).toBeVisible()
  await expect(line('ÉTIENNE ŒUVRARD')).toContainText('nom et somme exacte')
  await expect(line('ROUSSEL')).toContainText('la somme dépasse ce qui reste à régler')
  await expect(line('PERRIN')).toContainText('un double paiement, sans doute')
  await expect(line('SUBVENTION DÉPARTEMENT')).toContainText('Aucune cotisation reconnue.')
  await judged(treasurer)
  await upload(statement)
  await expect(treasurer.getByText('0 ligne ajoutée')).toBeVisible()
})

test('a statement without names of columns is shown before anything is written; its import is undone', async () => {
  const written = day.split('-').toReversed().join('/')
  const text = `${written};12,34;Virement;;VIR SEPA INCONNU;0;Divers\n${written};-31,20;Prélèvement;;PRLV ASSURANCE;0;Divers\n${written};4210,55;;01234 123456A;;;\n`
  await treasurer
    .getByLabel('Fichier de la banque')
    .setInputFiles({ name: 'lcl.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await press(treasurer, 'Lire ce relevé')
  await expect(treasurer.getByText('Les colonnes ont été devinées')).toBeVisible()
  await expect(treasurer.getByRole('row').filter({ hasText: 'PRLV ASSURANCE' })).toContainText('sorti')
  await expect(treasurer.getByText('1 crédit nouveau s’ajoutera')).toBeVisible()
  await judged(treasurer)
  await press(treasurer, 'Importer ces crédits')
  await expect(line('INCONNU')).toBeVisible()
  await treasurer.getByRole('link', { name: 'Annuler cet import : lcl.csv' }).click()
  await judged(treasurer)
  await press(treasurer, 'Annuler l’import')
  await expect(line('INCONNU')).toBeHidden()
  await expect(treasurer.getByText(/lcl\.csv.*annulé le/)).toBeVisible()
})

test('the sure ones are accepted together, the likely one by one, what is no dues is set aside', async () => {
  await treasurer.getByRole('link', { name: 'Voir et accepter les 2 sûres' }).click()
  await expect(treasurer.getByText(/2\spaiements pour 120,00\s€, 2\sreçus/)).toBeVisible()
  await judged(treasurer)
  await press(treasurer, 'Accepter ces 2 rapprochements')
  await expect(line('DELAUNAY')).toBeHidden()
  await press(treasurer, /^Accepter : VIR DR ÉTIENNE/)
  await expect(line('ÉTIENNE ŒUVRARD')).toBeHidden()
  await press(treasurer, /^Accepter : VIR ROUSSEL/)
  await expect(line('ROUSSEL')).toBeHidden()
  await press(treasurer, /^Enregistrer ce double paiement : VIR PERRIN/)
  await expect(line('PERRIN')).toBeHidden()
  await treasurer.getByRole('link', { name: 'Mettre de côté : SUBVENTION DÉPARTEMENT' }).click()
  await judged(treasurer)
  await treasurer.getByLabel('Ce que c’est').fill('Subvention du département')
  await press(treasurer, 'Mettre de côté')
  await expect(treasurer.getByText('Rien n’attend')).toBeVisible()
  await treasurer.getByRole('link', { name: '1 ligne mise de côté' }).click()
  await expect(treasurer.getByRole('row').filter({ hasText: 'Subvention du département' })).toBeVisible()
  await judged(treasurer)
})

test('what came twice is a question: a part goes to another’s dues, the rest is given back', async () => {
  await treasurer.goto('/a-faire')
  await treasurer.getByRole('link', { name: /^Voir et rapprocher/ }).click()
  await expect(treasurer.getByRole('heading', { name: 'Somme reçue en trop' })).toHaveCount(2)
  await judged(treasurer)
  await question('Guillaume Perrin').getByRole('link', { name: 'Rembourser' }).click()
  await press(treasurer, 'Enregistrer le remboursement')
  await confirmAct(treasurer, /^Enregistrer .+ rendus$/)
  await expect(treasurer.getByRole('term').filter({ hasText: /^Remboursé$/ })).toBeVisible()
  await judged(treasurer)
  await treasurer.goto('/cotisations/a-rapprocher')
  await question('Antoine Roussel')
    .getByRole('link', { name: /^Affecter 60,00\s€$/ })
    .click()
  await find('Lefèvre')
  await treasurer.getByLabel('Somme à affecter').fill('40')
  await judged(treasurer)
  await press(treasurer, 'Affecter cette somme')
  await expect(treasurer.getByText(/20,00\s€ restent à employer$/)).toBeVisible()
  await treasurer.getByRole('link', { name: 'Rembourser' }).click()
  await judged(treasurer)
  await press(treasurer, 'Enregistrer le remboursement')
  await confirmAct(treasurer, /^Enregistrer .+ rendus$/)
  await expect(treasurer.getByText(/restent à employer/)).toBeHidden()
  const row = (name: string) => treasurer.getByRole('row').filter({ hasText: name })
  await expect(row('Antoine Roussel')).toContainText(/60,00\s€/)
  await expect(row('Paul Lefèvre')).toContainText(/40,00\s€/)
  await treasurer.goto('/cotisations/a-rapprocher')
  await expect(treasurer.getByText('Tout est rapproché')).toBeVisible()
  await judged(treasurer)
})

test('the cheque goes to the bank with its slip', async () => {
  await treasurer.goto('/cotisations/remises')
  await expect(treasurer.getByRole('checkbox', { name: /7654321/ })).toBeChecked()
  await judged(treasurer)
  for (const other of await treasurer.getByRole('checkbox').all())
    await other.setChecked((await other.evaluate((box) => box.parentElement?.innerText ?? '')).includes('7654321'))
  await press(treasurer, 'Établir le bordereau')
  await expect(treasurer.getByRole('heading', { name: 'Bordereaux' })).toBeVisible()
  await expect(treasurer.getByRole('checkbox', { name: /7654321/ })).toBeHidden()
  const slip = await readPdfOf(treasurer, /^Bordereau n° \d+ \(PDF\)$/)
  for (const said of ['7654321', 'Banque des Lilas', 'Guillaume Perrin', '60,00 €']) expect(slip).toContain(said)
  await judged(treasurer)
})

/** Finds the dues of the year by a name, and chooses it. */
async function find(name: string) {
  await treasurer.getByRole('searchbox').fill(name)
  await press(treasurer, 'Chercher')
  await treasurer.getByRole('link', { name: new RegExp(`^Choisir .*${name}, ${year}$`) }).click()
}

async function choose(name: string) {
  await treasurer.goto('/cotisations/paiements/nouveau')
  await find(name)
  await expect(treasurer.getByRole('heading', { name: 'Ce qui a été reçu' })).toBeVisible()
}

async function upload(file: ReturnType<typeof bankStatement>) {
  await treasurer.getByLabel('Fichier de la banque').setInputFiles(file)
  await press(treasurer, 'Lire ce relevé')
  await expect(treasurer.getByRole('heading', { name: 'Vérifiez ce relevé' })).toBeVisible()
  await judged(treasurer)
  await press(treasurer, 'Importer ces crédits')
}

const question = (payer: string) =>
  treasurer.getByRole('list', { name: 'Questions en attente' }).getByRole('listitem').filter({ hasText: payer })

const line = (label: string) =>
  treasurer.getByRole('list', { name: 'Lignes du relevé' }).getByRole('listitem').filter({ hasText: label }).first()
