import type { Browser, Page } from '@playwright/test'
import { moveClock, PEOPLE } from '../demo/audience'
import { axeFaults } from '../demo/inspect'
import { askOne, demoMeetings } from '../demo/meetings'
import { daysAfter, press, startStory, today, visit, type Story } from '../demo/story'
import { expect, LEFT_WHILE_LOADING, test } from '../support/fixtures'
import { convene, sit, voteOnPaper } from '../support/assembly'
import { MAIL_FRAME, readMail } from './mail'
import { addressOf, readPdf } from '../support/papers'
import { confirmAct } from '../support/submit'

/** The treasurer: her office falls vacant, and the proxy that she holds ends. */
const CONCERNED = 'Sophie Lambert'
const PRINCIPAL = 'Julie Moreau'
const SECRETARY = 'Claire Nguyen'
const SUSPENDED = 'Guillaume Perrin'
const FACT = 'La caisse de la soirée du 12 mars, 340 euros, n’a pas été remise malgré deux demandes écrites.'
const ANSWER = 'La caisse a été déposée à la banque le lundi suivant ; j’en ai le bordereau.'
const HEARD = 'Mme Lambert présente un bordereau de dépôt de 200 euros et reconnaît un écart.'
const PRESENT = [/Vasseur/, /Benhaddou/, /Œuvrard/, /Nguyen/, /Lambert/, /Roussel/, /Diallo/, /Delaunay/, /Garnier/]

let story: Story
let president: Page
let concerned: Page
/** A vice-president: keeps the file once the President is recused. */
let keeper: Page
let file: string
let letter: string
let suspension: string
let suspensionLetter: string
let assembly: string
let assemblyOn: string
let first: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  president = await visit(browser, story, PEOPLE.president)
  concerned = await visit(browser, story, CONCERNED, { phone: true })
  const { draft } = await demoMeetings(story.databaseUrl)
  assembly = `/assemblees/${draft}`
  assemblyOn = await askOne(story.databaseUrl, 'select date::text from "Meeting" where id = $1', [draft])
  first = await today(president)
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  for (const page of [president, concerned]) consoleWatch.watch(page.context())
  for (const said of [LEFT_WHILE_LOADING, MAIL_FRAME]) consoleWatch.expectConsoleError(said)
})

test('6.4-a a judgement without facts opens no case; precise facts do', async ({ consoleWatch }) => {
  consoleWatch.expectConsoleError(/status of 400/)
  await president.goto('/exclusions')
  expect(await axeFaults(president)).toEqual([])
  await president.getByRole('link', { name: 'Ouvrir une procédure' }).click()
  await president.getByLabel('Membre concerné').selectOption({ label: CONCERNED })
  await president.getByLabel('Fait 1 : ce qui s’est produit').fill('Comportement inacceptable')
  await president.getByLabel('Règle qui n’a pas été respectée').fill('Article 5 du règlement intérieur.')
  await press(president, 'Ouvrir le dossier')
  await expect(president.getByLabel('Fait 1 : ce qui s’est produit')).toHaveAttribute('aria-invalid', 'true')
  expect(await axeFaults(president)).toEqual([])
  await president.getByLabel('Fait 1 : date').fill(daysAfter(first, -20))
  await president.getByLabel('Fait 1 : ce qui s’est produit').fill(FACT)
  await press(president, 'Ouvrir le dossier')
  await expect(president.getByRole('heading', { level: 1, name: `Exclusion : ${CONCERNED}` })).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  file = new URL(president.url()).pathname
})

test('the registered letter says all that the defence needs, and keeps its proofs', async () => {
  await president.getByRole('link', { name: 'Préparer la lettre' }).click()
  await president.getByLabel('Être entendu').check()
  await president.getByLabel('Jour de l’audition').fill(daysAfter(first, 20))
  await president.getByLabel('Heure de l’audition').fill('18:00')
  expect(await axeFaults(president)).toEqual([])
  await press(president, 'Écrire la lettre')
  await expect(president).toHaveURL(/\/courriers\//)
  letter = new URL(president.url()).pathname
  const text = await readPdf(president, await addressOf(president, 'Ouvrir la lettre (PDF)'))
  for (const said of [FACT, 'Article 5 du règlement intérieur', '15 jours pleins', 'assister', 'article 6.4'])
    expect(text).toContain(said)

  await concerned.goto(file)
  await expect(concerned.getByText(/La lettre n’est pas encore postée/)).toBeVisible()
  const proof = await president.request.get(`${letter}.pdf`)
  await president.getByLabel('Numéro du recommandé').fill('1A 204 417 9921 7')
  await president
    .getByLabel(/^Preuve numérisée/)
    .setInputFiles({ name: 'depot.pdf', mimeType: 'application/pdf', buffer: await proof.body() })
  await press(president, 'Enregistrer le dépôt')
  await expect(president.getByText('n° 1A 204 417 9921 7')).toBeVisible()
  expect(await readPdf(president, await addressOf(president, 'Ouvrir le document numérisé'))).toContain(FACT)
  await openSuspension()
  await moveClock(president, daysAfter(first, 1), '10:00')
  await president.goto(suspensionLetter)
  await press(president, 'Enregistrer la présentation')
  await president.goto(letter)
  await press(president, 'Enregistrer la présentation')
  await expect(president.getByRole('button', { name: 'Enregistrer la remise' })).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
})

test('the member reads the case on line and answers; nobody else of the Bureau knows of it', async ({
  browser,
  consoleWatch,
}) => {
  const mail = await readMail(concerned, await addressKnown('Lambert'), 'Une lettre recommandée vous est adressée')
  expect(mail).toContain(file)
  expect(mail).not.toContain('caisse')
  await concerned.goto(file)
  await expect(concerned.getByText(FACT)).toBeVisible()
  expect(await readPdf(concerned, await addressOf(concerned, 'Lire la lettre'))).toContain(FACT)
  expect(await axeFaults(concerned)).toEqual([])
  await concerned.getByLabel('Votre réponse').fill(ANSWER)
  await press(concerned, 'Envoyer ma réponse')
  await expect(concerned.getByRole('heading', { name: 'Votre défense' })).toBeVisible()
  await president.goto(file)
  await expect(president.getByText(ANSWER)).toBeVisible()

  consoleWatch.expectConsoleError(/status of 404/)
  for (const name of [SECRETARY, PEOPLE.coordinator, PEOPLE.active]) {
    const other = await visit(browser, story, name)
    for (const path of [file, `${file}/decision`, letter, `${letter}.pdf`])
      expect((await other.request.get(path)).status(), `${name} ${path}`).toBe(404)
    await other.goto('/')
    await expect(other.getByText(FACT)).toHaveCount(0)
    await other.context().close()
  }
})

test('6.4-a before the defence is over the President decides nothing, and is told the days', async ({
  consoleWatch,
}) => {
  consoleWatch.expectConsoleError(/status of 409/)
  await president.goto(`${file}/decision`)
  const renew = president.getByRole('link', { name: 'Confirmer mon identité' })
  if (await renew.isVisible()) {
    await renew.click()
    await press(president, 'Confirmer mon identité (démonstration)')
  }
  await president.getByLabel(`Exclusion de ${CONCERNED}`).check()
  await president.getByLabel('Motifs').fill('La caisse n’a pas été remise, malgré deux demandes écrites.')
  await president.getByLabel('Pour confirmer, écrivez le nom').fill(CONCERNED)
  await press(president, 'Prendre cette décision')
  const refusal = president.getByRole('alert')
  await expect(refusal.getByText('art. 6.4').first()).toBeVisible()
  await expect(refusal).toContainText('15')
  expect(await axeFaults(president)).toEqual([])
})

test('the President complained: recused, she sees the file no more; a vice-president keeps it, the assembly decides', async ({
  browser,
  consoleWatch,
}) => {
  consoleWatch.expectConsoleError(/status of 404/)
  await president.goto(`${file}/recusation`)
  await president.getByLabel('Personne récusée').selectOption({ label: PEOPLE.president })
  await president.getByLabel('À l’origine de la plainte').check()
  expect(await axeFaults(president)).toEqual([])
  await press(president, 'Enregistrer la récusation')
  await confirmAct(president, 'Récuser cette personne')
  await expect(president.getByText('Vous êtes récusé dans une procédure')).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  for (const path of [file, `${file}/decision`, letter, `${letter}.pdf`])
    expect((await president.request.get(path)).status(), path).toBe(404)
  keeper = await visit(browser, story, PEOPLE.founder)
  consoleWatch.watch(keeper.context())
  await keeper.goto(file)
  await press(keeper, 'Inscrire à l’ordre du jour')
  await expect(keeper.getByText('Le vote décide')).toBeVisible()
  expect(await axeFaults(keeper)).toEqual([])
  await listSuspension()
  await convene(president, assembly)
  await giveProxy(browser)
})

test('the member is heard on the day of the letter', async () => {
  await moveClock(president, daysAfter(first, 20), '19:00')
  await keeper.goto(`${file}/audition`)
  await keeper.getByLabel('Oui, il a été entendu').check()
  await keeper.getByLabel(/^Assisté de/).fill('Me Odile Perret')
  await keeper.getByLabel('Ce qui a été dit').fill(HEARD)
  await press(keeper, 'Enregistrer le compte rendu')
  await expect(keeper.getByText(HEARD)).toBeVisible()
  await concerned.goto(file)
  await expect(concerned.getByText(HEARD)).toBeVisible()
  expect(await axeFaults(concerned)).toEqual([])
})

test('the assembly votes in secret: excluded, her office vacant, the proxy ended, the letter written', async ({
  browser,
}) => {
  await sit(browser, { story, president, meeting: assembly, date: assemblyOn, time: '19:01', present: PRESENT })
  await expect(president.getByText('Un autre membre du Bureau devrait présider ce point')).toBeVisible()
  await voteOnPaper(president, assembly, { title: `Suspension de ${SUSPENDED}`, result: 'Adoptée' })
  await voteOnPaper(president, assembly, { title: `Exclusion de ${CONCERNED}`, result: 'Adoptée' })
  expect(await axeFaults(president)).toEqual([])

  await keeper.goto(file)
  await expect(keeper.getByText('sanction prononcée').first()).toBeVisible()
  await expect(keeper.getByText('Lettre de décision')).toBeVisible()
  expect(await axeFaults(keeper)).toEqual([])
  const decided = await readPdf(keeper, `${await addressOf(keeper, 'Lettre et preuves')}.pdf`)
  expect(decided).toContain(FACT)
  await president.goto('/membres/registre')
  await expect(president.getByRole('row', { name: /^Vasseur Hélène/ })).toBeVisible()
  await expect(president.getByRole('row', { name: /^Lambert Sophie/ })).toHaveCount(0)
  await president.goto('/bureau')
  await expect(president.getByText('À pourvoir : trésorerie')).toBeVisible()
  await expect(president.getByText(`fin des fonctions de ${CONCERNED}`)).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  await concerned.goto('/compte')
  await expect(concerned).toHaveURL(/\/connexion/)
  await readMail(president, await addressKnown('Moreau'), /pouvoir/)
})

test('a suspended member has no rights until the last day, and has them again the day after', async ({ browser }) => {
  await moveClock(president, daysAfter(assemblyOn, 7), '22:00')
  const suspended = await visit(browser, story, SUSPENDED, { phone: true })
  const sheet = await addressInRegister('Perrin Guillaume')
  await president.goto(sheet)
  await expect(president.getByText('suspendu', { exact: true }).first()).toBeVisible()
  await expect(president.getByText(/Suspension jusqu’au/).first()).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  await suspended.goto('/compte')
  await expect(suspended.getByText(/Droits de membre suspendus jusqu’au/)).toBeVisible()
  expect(await axeFaults(suspended)).toEqual([])
  await moveClock(president, daysAfter(assemblyOn, 8), '06:00')
  await president.goto(sheet)
  await expect(president.getByText('suspendu', { exact: true })).toHaveCount(0)
  await president.goto('/membres/registre')
  await expect(president.getByRole('row', { name: /^Perrin Guillaume/ })).not.toContainText('suspendu')
  await suspended.goto('/compte')
  await expect(suspended.getByRole('link', { name: 'Mes votes' })).toBeVisible()
  await expect(suspended.getByText(/Droits de membre suspendus/)).toHaveCount(0)
  await suspended.context().close()
})

/** The sheet of a member, as the register of the day leads to it. */
async function addressInRegister(name: string): Promise<string> {
  await president.goto('/membres/registre')
  return (await president.getByRole('link', { name }).getAttribute('href')) ?? ''
}

/** Where this member gets his mail. */
const addressKnown = (lastName: string) =>
  askOne(story.databaseUrl, 'select email from "Member" where "lastName" = $1', [lastName])

/** 6.4-c: a file of suspension, with the defence of an exclusion: dated facts, the last day, a registered letter. */
async function openSuspension() {
  await president.goto('/exclusions/nouvelle')
  await president.getByLabel('Suspension', { exact: true }).check()
  await president.getByLabel('Pour une suspension : dernier jour').fill(daysAfter(assemblyOn, 7))
  await president.getByLabel('Membre concerné').selectOption({ label: SUSPENDED })
  await president.getByLabel('Fait 1 : date').fill(daysAfter(first, -10))
  await president
    .getByLabel('Fait 1 : ce qui s’est produit')
    .fill('Il a quitté la permanence du soir sans prévenir ni être remplacé.')
  await president.getByLabel('Règle qui n’a pas été respectée').fill('Article 7 du règlement intérieur.')
  await press(president, 'Ouvrir le dossier')
  await expect(president.getByRole('heading', { level: 1, name: `Suspension : ${SUSPENDED}` })).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  suspension = new URL(president.url()).pathname
  await president.getByRole('link', { name: 'Préparer la lettre' }).click()
  await president.getByLabel('Répondre par écrit').check()
  await press(president, 'Écrire la lettre')
  await expect(president).toHaveURL(/\/courriers\//)
  suspensionLetter = new URL(president.url()).pathname
  const text = await readPdf(president, await addressOf(president, 'Ouvrir la lettre (PDF)'))
  for (const said of ['suspendre pour un temps', '15 jours pleins', 'assister', 'article 6.4'])
    expect(text).toContain(said)
  const proof = await president.request.get(`${suspensionLetter}.pdf`)
  await president.getByLabel('Numéro du recommandé').fill('1A 204 417 9922 4')
  await president
    .getByLabel(/^Preuve numérisée/)
    .setInputFiles({ name: 'depot.pdf', mimeType: 'application/pdf', buffer: await proof.body() })
  await press(president, 'Enregistrer le dépôt')
  await expect(president.getByText('n° 1A 204 417 9922 4')).toBeVisible()
}

/** On the agenda of the same assembly, once its defence will be over that day. */
async function listSuspension() {
  await president.goto(suspension)
  await press(president, 'Inscrire à l’ordre du jour')
  await expect(president.getByText('Le vote décide')).toBeVisible()
}

/** A member gives her proxy to the member concerned, who accepts it. */
async function giveProxy(browser: Browser) {
  const giver = await visit(browser, story, PRINCIPAL)
  await giver.goto(`${assembly}/reponse?reponse=pouvoir`)
  const search = giver.getByLabel('Chercher par le nom')
  if (await search.isVisible()) {
    await search.fill('Lambert')
    await press(giver, 'Chercher')
  }
  await giver.getByRole('radio', { name: new RegExp(CONCERNED) }).check()
  await press(giver, 'Donner pouvoir')
  // the list of choices names her too: this is said once it is written
  await expect(giver.getByRole('button', { name: 'Reprendre mon pouvoir' })).toBeVisible()
  await giver.context().close()
  await concerned.goto(`${assembly}/reponse`)
  await press(concerned, 'Accepter')
  await expect(concerned.locator('main').getByText(PRINCIPAL).first()).toBeVisible()
}
