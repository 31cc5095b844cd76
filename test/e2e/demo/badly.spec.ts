import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { moveClock, PEOPLE } from './audience'
import { askOne, demoMeetings } from './meetings'
import { daysAfter, press, startStory, today, visit, type Story } from './story'

let story: Story
let president: Page
let meeting: string

test.beforeAll(async ({ browser }) => {
  story = await startStory()
  meeting = `/assemblees/${(await demoMeetings(story.databaseUrl)).draft}`
  president = await visit(browser, story, PEOPLE.president)
})
test.afterAll(() => story.stop())

const FORGED: { path: string; form: Record<string, string> }[] = [
  { path: '/convocation', form: { intent: 'convene' } },
  { path: '/seance', form: { act: 'open' } },
  { path: '/ordre-du-jour', form: { intent: 'add', title: 'Point ajouté', kind: 'VOTE' } },
]

test('a member who forges the President’s forms is told that nothing is there', async ({ browser }) => {
  const member = await visit(browser, story, PEOPLE.active)
  for (const { path, form } of FORGED) {
    const answer = await member.request.post(`${meeting}${path}`, { form, headers: { origin: story.url } })
    expect(answer.status(), path).toBe(404)
    expect(await answer.text(), path).not.toContain('ordinaire annuelle')
  }
  for (const path of ['/bureau/delegation', '/bureau/mandat', '/membres/nouveau', '/membres/import'])
    expect((await member.request.post(path, { form: {}, headers: { origin: story.url } })).status(), path).toBe(404)
  await member.context().close()
})

test('the coordinator, who holds a delegation, does not lend it on nor preside', async ({ browser }) => {
  const desk = await visit(browser, story, PEOPLE.coordinator)
  const post = (path: string, form: Record<string, string>) =>
    desk.request.post(path, { form, headers: { origin: story.url } })
  expect((await post('/bureau/delegation', {})).status()).toBe(404)
  expect([403, 404]).toContain((await post(`${meeting}/seance`, { act: 'declare' })).status())
  await desk.context().close()
})

test('a write that another site makes the browser send is refused', async () => {
  const answer = await president.request.post(`${meeting}/convocation`, {
    form: { intent: 'convene' },
    headers: { origin: 'https://ailleurs.example' },
  })
  expect(answer.status()).toBe(403)
  expect(await convocations()).toBe('0')
})

test('a forgotten field: 400, the message by the field, what was typed is kept', async ({ browser }) => {
  const desk = await visit(browser, story, PEOPLE.president, { javaScriptEnabled: false })
  await desk.goto('/membres/nouveau')
  await desk.getByLabel('Prénom', { exact: true }).first().fill('Zoé')
  await desk.getByLabel('Commune').first().fill('Bry-sur-Marne')
  const [answer] = await Promise.all([
    desk.waitForResponse((response) => response.request().method() === 'POST'),
    desk.locator('main').getByRole('button', { name: 'Proposer cette reprise' }).click(),
  ])
  expect(answer.status()).toBe(400)
  const name = desk.getByLabel('Nom', { exact: true }).first()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  const described = (await name.getAttribute('aria-describedby')) ?? ''
  await expect(desk.locator(`[id="${described.split(' ').at(-1)}"]`)).not.toBeEmpty()
  await expect(desk.getByLabel('Prénom', { exact: true }).first()).toHaveValue('Zoé')
  await expect(desk.getByLabel('Commune').first()).toHaveValue('Bry-sur-Marne')
  await desk.context().close()
})

test('a file of another kind is refused by its field', async () => {
  const other = { name: 'photo.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\0\0') }
  await president.goto('/membres/import')
  await president.getByLabel('Fichier').setInputFiles(other)
  await press(president, 'Essayer ce fichier')
  await expect(president.getByLabel('Fichier')).toHaveAttribute('aria-invalid', 'true')
  await president.goto(`${meeting}/documents`)
  await president.getByLabel('Fichier').setInputFiles(other)
  await president.getByLabel('Titre').fill('Photographie')
  await president.getByLabel('Nature').selectOption({ index: 1 })
  await press(president, 'Joindre ce document')
  await expect(president.getByLabel('Fichier')).toHaveAttribute('aria-invalid', 'true')
})

test('a double press on the button convenes once', async () => {
  await president.goto(`${meeting}/convocation`)
  await press(president, /^Convoquer/)
  await expect(president.getByRole('heading', { name: /^Vérifiez/ })).toBeVisible()
  expect(await convocations()).toBe('0')
  const inputs = await president
    .locator('main form:has(input[name="verified"]) input[type="hidden"]')
    .evaluateAll((all) => all.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']))
  const form: Record<string, string> = Object.fromEntries(inputs)
  const twice = () => president.request.post(`${meeting}/convocation`, { form, headers: { origin: story.url } })
  await Promise.all([twice(), twice(), president.getByRole('button', { name: /^Envoyer la convocation/ }).dblclick()])
  await expect(president.getByRole('heading', { name: 'Preuve, personne par personne' })).toBeVisible()
  expect(await convocations()).toBe('1')
  const copies = `select max(n) from (select count(*) n from "ConvocationNotice" n
    join "Convocation" c on c.id = n."convocationId" where c."meetingId" = $1 group by n."memberId") each`
  expect(await askOne(story.databaseUrl, copies, [meeting.split('/')[2] ?? ''])).toBe('1')
})

test('the day after the deadline the convocation is refused, with its figures', async () => {
  const date = daysAfter(await today(president), 20)
  await president.goto('/assemblees/nouvelle')
  await president.getByLabel('Réunion du Bureau').check()
  await president.getByLabel('Date', { exact: true }).fill(date)
  await president.getByLabel('Heure').fill('12:30')
  await president.getByLabel('Lieu', { exact: true }).fill('Maison de santé')
  await press(president, 'Créer la réunion')
  await president.getByLabel('Intitulé').fill('Avancement des missions')
  await president.getByLabel('Information', { exact: true }).check()
  await press(president, 'Ajouter ce point')
  await expect(president.getByRole('heading', { name: '1. Avancement des missions' })).toBeVisible()
  const here = new URL(president.url()).pathname.replace('/ordre-du-jour', '')
  await moveClock(president, daysAfter(date, -7), '08:00')
  await president.goto(`${here}/convocation`)
  await press(president, /^Convoquer/)
  await expect(president.getByRole('alert')).toContainText(/6 jours francs|7 jours francs/)
  await expect(president.getByLabel(/^Convoquer malgré tout/)).toBeVisible()
  await expect(president.getByRole('heading', { name: 'Preuve, personne par personne' })).toBeHidden()
})

const convocations = () =>
  askOne(story.databaseUrl, 'select count(*) from "Convocation" where "meetingId" = $1', [meeting.split('/')[2] ?? ''])
