import { fold } from '~/platform/folding'
import { normalise } from '../identity/identifiers'

/** By what a line may designate a recorded member. */
export type Key = 'number' | 'rpps' | 'siret' | 'finess' | 'email'
type Text = string | null | undefined
type Who = Partial<Record<'lastName' | 'firstName' | 'legalName' | 'rpps' | 'email' | 'bornOn', Text>> & {
  kind: 'PERSON' | 'BODY'
}
type Recorded = Who & { label: string; number: number }

export type Agreement = { fault: string | null; renamed: boolean }

const same = (a: Text, b: Text) => Boolean(a) && Boolean(b) && fold(a ?? '') === fold(b ?? '')
const differ = (a: Text, b: Text) => Boolean(a) && Boolean(b) && !same(a, b)
const AGREED: Agreement = { fault: null, renamed: false }

/**
 * Whether what a line says of somebody may be the recorded member that one of its keys designates. Two RPPS or two births are two people
 * whatever else agrees. The name must be the same, save that a family name alone may change (marriage) under the same first name or the
 * same RPPS. An e-mail is shared in practices and families: alone it designates nobody.
 */
export function agreement(line: Who, member: Recorded, key: Key): Agreement {
  const who = `${member.label} (n° ${member.number})`
  const against = (fault: string): Agreement => ({ fault, renamed: false })
  if (line.kind !== member.kind)
    return against(`Cette ligne parle d’une ${line.kind === 'BODY' ? 'structure' : 'personne'}, et désigne ${who}.`)
  if (line.kind === 'BODY') return bodyAgreement(line, member, key, who)
  const sameRpps = Boolean(line.rpps) && Boolean(member.rpps) && normalise(line.rpps ?? '') === member.rpps
  const otherRpps = Boolean(line.rpps) && Boolean(member.rpps) && !sameRpps
  const lastAgrees = !differ(line.lastName, member.lastName)
  const firstAgrees = !differ(line.firstName, member.firstName)
  const saysName = Boolean(line.lastName) || Boolean(line.firstName)
  if (otherRpps || differ(line.bornOn, member.bornOn))
    return against(`${KEY_OF(key)} ${who}, ${notTheSame(lastAgrees && firstAgrees, otherRpps)}`)
  if (lastAgrees && firstAgrees && (saysName || key !== 'email')) return AGREED
  const married = !lastAgrees && (same(line.firstName, member.firstName) || (sameRpps && firstAgrees))
  if (married) return { fault: null, renamed: true }
  if (sameRpps && lastAgrees) return AGREED
  return against(`${KEY_OF(key)} ${who}, ${notTheSame(false, false, key === 'rpps')}`)
}

function bodyAgreement(line: Who, member: Recorded, key: Key, who: string): Agreement {
  if (!differ(line.legalName, member.legalName)) return AGREED
  // a legal identifier is that of one body, which may change its name; a number or an address is not
  return key === 'siret' || key === 'finess'
    ? { fault: null, renamed: true }
    : { fault: `${KEY_OF(key)} ${who} : ce n’est pas le même nom.`, renamed: false }
}

const KEY_OF = (key: Key): string =>
  ({
    number: 'Ce numéro est celui de',
    rpps: 'Ce RPPS est celui de',
    siret: 'Ce SIRET est celui de',
    finess: 'Ce FINESS est celui de',
    email: 'Cette adresse est celle de',
  })[key]

function notTheSame(sameName: boolean, otherRpps: boolean, byRpps = false): string {
  if (sameName) return `du même nom, mais ce n’est pas ${otherRpps ? 'le même RPPS' : 'la même date de naissance'}.`
  return byRpps ? 'et ce n’est ni le même nom ni le même prénom.' : 'et ce n’est ni le même nom ni le même RPPS.'
}
