import type { NewMember } from '~/members/register/new-member'
import { Refusal } from '~/platform/refusal'

type Person = Extract<NewMember, { kind: 'PERSON' }>
type Body = Extract<NewMember, { kind: 'BODY' }>
const contact = { email: null, phone: null, street: '2 rue des Acacias', postcode: '94200', town: 'Ivry-sur-Seine' }
const admission = { category: 'active', admittedOn: '2027-05-01' }

export const aPerson = (more: Partial<Person> = {}): Person => ({
  kind: 'PERSON', civility: 'Mme', lastName: 'Martin', firstName: 'Anne', bornOn: null, profession: 'infirmière', rpps: null,
  ...contact, ...admission, ...more,
}) // prettier-ignore

export const aBody = (more: Partial<Body> = {}): Body => ({
  kind: 'BODY', legalName: 'Centre de santé des Lilas', legalForm: 'association', finess: null, siret: null, rna: null,
  ...contact, ...admission, ...more,
}) // prettier-ignore

/** The Refusal that a command throws; fails when it passes or throws anything else. */
export async function refusalOf(command: Promise<unknown>): Promise<Refusal> {
  const thrown: unknown = await command.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown instanceof Refusal) return thrown
  throw new Error('the command was not refused', { cause: thrown })
}
