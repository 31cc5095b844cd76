import { timingSafeEqual } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { hasAssociation } from '~/association/in-force.server'
import { recordStatutes } from '~/association/record-statutes.server'
import { createAssociation } from '~/association/write-association.server'
import { insertMembers } from '~/members/register/insert-members.server'
import { transact, type Db } from '~/platform/db.server'
import { tryBoxAtSetUp } from '~/platform/mail/returned/box-trial.server'
import { countTry, networkOf } from '~/platform/rate-limit.server'
import { Refusal, badField, notFound } from '~/platform/refusal'
import { purposeCode } from '~/platform/secrets.server'
import { createSession } from '~/platform/session.server'
import { parisDate } from '~/platform/clock.server'
import { earlier } from '~/statutes/civil-date'
import { modelStatutes } from '~/statutes/model'
import { parseStatutes } from '~/statutes/parse-statutes'
import type { Statutes } from '~/statutes/schema'
import type { Installation } from './installation.form'
import { writeMandate } from './write-mandate.server'

/** The code that only whoever reads the server's log knows: nobody else installs an association on an empty database. */
export const installationCode = () => purposeCode('installation').slice(0, 12)

const TRIES = { name: 'installation-code', points: 10, seconds: 15 * 60 }

const equal = (given: string, expected: string) =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))

/**
 * First use: writes the association, the version of the statutes in force, its President (first founder) and his mandate,
 * tries the box of returned mail where one is set, and opens his session. Once only: 404 when an association is there; 400 beside the field for a wrong code or statutes file; 429 after 10 tries of a network in a quarter
 * of an hour.
 */
export async function installAssociation(
  { db, now }: { db: Db; now: Temporal.Instant },
  input: Installation,
  visitor: { device: string; clientIp: string },
): Promise<{ cookie: string }> {
  await countTry(TRIES, networkOf(visitor.clientIp))
  if (!equal(input.code, installationCode())) throw badField('code', 'Ce code n’est pas celui de ce serveur.')
  const settings = readSettings(input)
  const today = parisDate(now)
  if (settings.effectiveFrom > today) throw badField('adoptedOn', 'Les statuts doivent être en vigueur aujourd’hui.')
  return transact(db, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('installation', 0))`
    if (await hasAssociation(tx)) throw notFound()
    const { name, object, seatStreet, postcode, town, email, rna, siret } = input
    await createAssociation(tx, { name, object, seatStreet, postcode, town, email, rna, siret })
    await recordStatutes(tx, settings, { adoptedOn: input.adoptedOn, adoptedBy: input.adoptedBy, now })
    const [memberId] = await insertMembers(tx, { db, now, actor: null }, [presidentOf(input, settings)], {
      kind: 'installation',
    })
    const account = await tx.account.findUniqueOrThrow({ where: { email: input.presidentEmail }, select: { id: true } })
    if (!memberId) throw new Error('the President was not written')
    const { electedOn: from } = input
    if (from > today) throw badField('electedOn', 'Cette date est à venir : indiquez depuis quand vous présidez.')
    const seat = { office: 'president', memberId, from, source: 'déclaré à l’installation', endPrevious: false }
    await writeMandate(tx, { db, now, actor: null }, seat, { kind: 'installation' })
    await tryBoxAtSetUp(tx, now)
    return createSession(tx, { accountId: account.id, device: visitor.device, now })
  })
}

function readSettings(input: Installation): Statutes {
  if (!input.statutes) return { ...modelStatutes, name: input.name, effectiveFrom: input.adoptedOn, region: [] }
  const read = parseStatutes(parseJson(input.statutes))
  if (read.ok) return read.statutes
  throw new Refusal('Ce fichier de statuts n’est pas valable.', {
    status: 400,
    fieldErrors: { statutes: read.faults.slice(0, 5).map(({ path, message }) => `${path} : ${message}`) },
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badField('statutes', 'Ce texte n’est pas du JSON : collez le fichier cpts-statutes/1 entier.')
  }
}

/** The President enters as a founder, or in the first category that may sit in the Bureau. */
function presidentOf(input: Installation, statutes: Statutes) {
  const category = Object.keys(statutes.categories).find((key) => statutes.categories[key]?.mayHoldOffice)
  if (!category) throw badField('statutes', 'Aucune catégorie de membres ne peut siéger au Bureau.')
  const { civility, lastName, firstName, presidentEmail: email, adoptedOn } = input
  return {
    kind: 'PERSON' as const,
    ...{
      civility,
      lastName,
      firstName,
      email,
      category,
      admittedOn: earlier(adoptedOn, input.electedOn),
      consentOn: adoptedOn,
    },
    consentSource: 'installation',
    ...{ bornOn: null, profession: null, rpps: null, phone: null, street: null, postcode: null, town: null },
  }
}
