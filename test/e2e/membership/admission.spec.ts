import type { Browser, Page } from '@playwright/test'
import { PEOPLE } from '../demo/audience'
import { signIn } from '../demo/desk'
import { axeFaults } from '../demo/inspect'
import { askOne } from '../demo/meetings'
import { daysAfter, press, startStory, today, visit, type Story } from '../demo/story'
import { expect, LEFT_WHILE_LOADING, test } from '../support/fixtures'
import { plain } from '../support/papers'
import { APPLICANT, fillApplication, send, stranger } from './applicant'
import { convene, sit } from '../support/assembly'
import { pressChoice } from '../support/vote'
import { countMails, MAIL_FRAME, readMail } from './mail'
import { confirmAct } from '../support/submit'

const SECRETARY = 'Claire Nguyen'
const BUREAU = [PEOPLE.president, PEOPLE.founder, SECRETARY, 'Sophie Lambert', 'Dr Étienne Œuvrard']
/** Already waiting in the demonstration. */
const WAITING = { label: 'Solène Rivoire', email: 'solene.rivoire@demo.example' }

let story: Story
let president: Page
let secretary: Page
let meeting: string
let date: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  story = await startStory()
  president = await visit(browser, story, PEOPLE.president)
  secretary = await visit(browser, story, SECRETARY)
})
test.afterAll(() => story.stop())
test.beforeEach(({ consoleWatch }) => {
  for (const page of [president, secretary]) consoleWatch.watch(page.context())
  for (const said of [LEFT_WHILE_LOADING, MAIL_FRAME]) consoleWatch.expectConsoleError(said)
})

const applications = () =>
  askOne(story.databaseUrl, 'select count(*) from "Application" where email = $1', [APPLICANT.email])

test('without script, on a phone: a wrong RPPS and an address out of the territory are refused, what was typed stays', async ({
  browser,
}) => {
  const visitor = await stranger(browser, story, { javaScriptEnabled: false })
  await visitor.goto('/adherer')
  await fillApplication(visitor, { rpps: APPLICANT.wrongRpps })
  await send(visitor)
  await expect(visitor.getByLabel(/^Numéro RPPS/)).toHaveAttribute('aria-invalid', 'true')
  await expect(visitor.getByLabel(/^Numéro RPPS/)).toHaveValue(APPLICANT.wrongRpps)
  await expect(visitor.getByLabel('Commune')).toHaveValue('Le Perreux-sur-Marne')

  await fillApplication(visitor, { postcode: '06000', town: 'Nice' })
  await send(visitor)
  const refusal = visitor.getByRole('alert')
  await expect(refusal.getByRole('link', { name: 'art. 6' }).first()).toBeVisible()
  await expect(visitor.getByLabel('Code postal')).toHaveAttribute('aria-invalid', 'true')
  expect(await applications()).toBe('0')

  await fillApplication(visitor)
  await send(visitor)
  await expect(visitor.getByRole('heading', { name: 'Votre demande est reçue' })).toBeVisible()
  await visitor.context().close()
})

test('with script, sent again: the same answer, one request, one acknowledgement', async ({
  browser,
  consoleWatch,
}) => {
  const visitor = await stranger(browser, story)
  consoleWatch.watch(visitor.context())
  consoleWatch.expectConsoleError(/status of 4\d\d/)
  await visitor.goto('/adherer')
  await fillApplication(visitor, { rpps: APPLICANT.wrongRpps })
  await send(visitor)
  await expect(visitor.getByLabel(/^Numéro RPPS/)).toHaveAttribute('aria-invalid', 'true')
  expect(await axeFaults(visitor)).toEqual([])
  await visitor.getByLabel(/^Numéro RPPS/).fill(APPLICANT.rpps)
  await visitor.getByLabel('Code postal').fill('06000')
  await send(visitor)
  await expect(visitor.getByRole('alert').getByRole('link', { name: 'art. 6' }).first()).toBeVisible()
  expect(await axeFaults(visitor)).toEqual([])
  await visitor.getByLabel('Code postal').fill('94170')
  await visitor.getByRole('button', { name: 'Envoyer ma demande' }).dblclick()
  await expect(visitor.getByRole('heading', { name: 'Votre demande est reçue' })).toBeVisible()
  expect(await axeFaults(visitor)).toEqual([])
  expect(await applications()).toBe('1')
  const mail = await readMail(visitor, APPLICANT.email, /votre demande d’adhésion est arrivée/)
  expect(mail).toMatch(/A\d{4}-[2-9A-Z]{6}/)
  expect(mail).toContain('6.2')
  expect(await countMails(visitor, APPLICANT.email)).toBe(1)
  await visitor.context().close()
})

test('the secretary puts both candidates on the agenda of a meeting of the Bureau, and it is convened', async () => {
  date = daysAfter(await today(president), 8)
  await president.goto('/assemblees/nouvelle')
  await president.getByLabel('Réunion du Bureau').check()
  await president.getByLabel('Date', { exact: true }).fill(date)
  await president.getByLabel('Heure').fill('12:30')
  await president.getByLabel('Lieu', { exact: true }).fill('Maison de santé')
  await press(president, 'Créer la réunion')
  await expect(president).toHaveURL(/\/ordre-du-jour$/)
  meeting = new URL(president.url()).pathname.replace('/ordre-du-jour', '')

  await secretary.goto('/candidatures')
  expect(await axeFaults(secretary)).toEqual([])
  for (const label of [WAITING.label, APPLICANT.label]) {
    await secretary.goto('/candidatures')
    await secretary.getByRole('link', { name: label }).click()
    expect(await axeFaults(secretary)).toEqual([])
    await press(secretary, 'Inscrire à l’ordre du jour')
    await expect(secretary).toHaveURL(/\/ordre-du-jour\/.+/)
  }
  await secretary.goto('/candidatures')
  await expect(secretary.getByRole('row').filter({ hasText: APPLICANT.label })).toContainText('Bureau')
  await convene(president, meeting)
})

test('6.2-a one of the Bureau is away: all present vote for, the candidate is not admitted, and no motive is kept', async ({
  browser,
}) => {
  const present = [/Vasseur/, /Benhaddou/, /Nguyen/, /Lambert/]
  await sit(browser, { story, president, meeting, date, time: '12:31', present })

  await president.goto(`${meeting}/scrutins`)
  await expect(president.getByText(/Seulement 4\smembres du Bureau sont là/)).toBeVisible()
  expect(await axeFaults(president)).toEqual([])
  await openOnPhones(1)
  for (const name of BUREAU.slice(0, 4)) await voteFor(browser, name)
  await president.goto(`${meeting}/scrutins`)
  await press(president, /^Clore le scrutin/)
  await confirmAct(president, 'Clore et proclamer')
  const result = president.locator('main')
  await expect(result.getByText('Rejetée', { exact: true }).first()).toBeVisible()
  await expect(result.getByText(/Il manquait 1\svote pour/)).toBeVisible()
  await expect(result.getByText('art. 6.2').first()).toBeVisible()
  expect(await axeFaults(president)).toEqual([])

  const mail = await readMail(secretary, WAITING.email, /réponse à votre demande/)
  expect(mail).toContain('L’unanimité que demandent les statuts n’a pas été réunie')
  await secretary.goto('/candidatures')
  await secretary.getByRole('link', { name: WAITING.label }).click()
  await expect(secretary.getByText(/Candidature non retenue/)).toBeVisible()
  await expect(secretary.locator('main').getByRole('textbox')).toHaveCount(0)
})

test('6.2-a the fifth arrives, all in office vote for the other: in the register, told, with his dues', async ({
  browser,
}) => {
  const desk = await visit(browser, story, PEOPLE.coordinator)
  await signIn(desk, meeting, /Œuvrard/)
  await desk.context().close()
  await president.goto(`${meeting}/scrutins`)
  await expect(president.getByText('Tous sont là.')).toBeVisible()
  await openOnPhones(2)
  for (const name of BUREAU) await voteFor(browser, name)
  await president.goto(`${meeting}/scrutins`)
  await press(president, /^Clore le scrutin/)
  await confirmAct(president, 'Clore et proclamer')
  await expect(president.locator('main').getByText('Adoptée', { exact: true }).first()).toBeVisible()

  await secretary.goto('/membres/registre')
  await expect(secretary.getByRole('row', { name: APPLICANT.inRegister })).toContainText('membre actif')
  await secretary.goto('/candidatures')
  await secretary.getByRole('link', { name: APPLICANT.label }).click()
  await secretary.getByRole('link', { name: 'Voir la fiche du membre' }).click()
  await expect(secretary.getByRole('heading', { level: 1, name: APPLICANT.label })).toBeVisible()
  expect(await axeFaults(secretary)).toEqual([])
})

test('the new member signs in by the link of his mail and sees what he owes', async ({ browser, consoleWatch }) => {
  const member = await stranger(browser, story)
  consoleWatch.watch(member.context())
  const welcome = await readMail(member, APPLICANT.email, /votre adhésion est acceptée/)
  const owed = welcome.match(/Cotisation \d{4}\W+([\d,]+ €)/)?.[1]
  expect(owed).toBeDefined()
  await member.goto('/connexion')
  await member.getByLabel('Votre adresse de courriel').fill(APPLICANT.email)
  await press(member, 'Recevoir le lien')
  await expect(member.getByRole('heading', { name: 'Lisez le lien dans la démonstration' })).toBeVisible()
  const mail = await readMail(member, APPLICANT.email, /connexion/)
  await member.goto(new URL(mail.match(/https?:\S+\/connexion\/\S+/)?.[0] ?? '').pathname)
  await press(member, 'Me connecter')
  await expect(member).not.toHaveURL(/connexion/)
  await member.goto('/compte')
  expect(plain(await member.locator('main').innerText())).toContain(`Régler ${owed}`)
  expect(await axeFaults(member)).toEqual([])
  await member.getByRole('link', { name: /^Régler/ }).click()
  await expect(member.getByRole('heading', { name: 'Ce que je dois' })).toBeVisible()
  expect(plain(await member.locator('main').innerText())).toContain(owed)
  expect(await axeFaults(member)).toEqual([])
  await member.context().close()
})

async function openOnPhones(resolution: number) {
  await president.getByLabel('Sur les téléphones').check()
  await press(president, `Ouvrir le scrutin de la résolution ${resolution}`)
  await expect(president.getByRole('button', { name: /^Clore le scrutin/ })).toBeVisible()
}

async function voteFor(browser: Browser, name: string) {
  const voter = await visit(browser, story, name, { phone: true })
  await voter.goto(`${meeting}/vote`)
  await pressChoice(voter, 'Pour')
  await expect(voter.getByText('Vote reçu').first()).toBeVisible()
  await voter.context().close()
}
