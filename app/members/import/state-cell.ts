import { LEAVING, type MembershipEvent } from '../register/fold-events'
import { fold } from '~/platform/folding'
import { LEAVING_WORDS } from '../register/leaving-words'

type Leaving = (typeof LEAVING)[number]
/** What the state of a line says: a member, suspended, gone and why, or nothing that we can tell. */
export type StateCell = { state: 'unsaid' | 'member' | 'suspended' | 'unknown' } | { state: 'left'; kind: Leaving }

const MEMBER = [
  'membre',
  'adherent',
  'adherente',
  'inscrit',
  'inscrite',
  'cotisant',
  'cotisante',
  'a jour',
  'valide',
  'validee',
  'en cours',
  'present',
  'presente',
  '1',
]
const OTHERS: Record<string, Leaving> = {
  demission: 'RESIGNED', demissionne: 'RESIGNED', resilie: 'RESIGNED', resiliee: 'RESIGNED', '0': 'RESIGNED',
  exclusion: 'EXCLUDED', exclue: 'EXCLUDED', radiation: 'REMOVED', radiee: 'REMOVED', deces: 'DECEASED', decedee: 'DECEASED',
  dissolution: 'DISSOLVED', dissoute: 'DISSOLVED', liquidation: 'DISSOLVED',
} // prettier-ignore

export function stateCell(text: string): StateCell {
  const word = fold(text)
  if (word === '') return { state: 'unsaid' }
  if (MEMBER.includes(word)) return { state: 'member' }
  if (word.startsWith('suspendu')) return { state: 'suspended' }
  const kind = LEAVING.find((each) => fold(LEAVING_WORDS[each]) === word) ?? OTHERS[word]
  return kind ? { state: 'left', kind } : { state: 'unknown' }
}

/** The departure that a line tells of; a sentence when it tells only half of it. */
export function departureOf(
  state: StateCell,
  leftOn: string | null,
): (MembershipEvent & { reason: string }) | string | null {
  if (state.state === 'left') {
    if (!leftOn) return 'Le départ n’est pas daté : indiquez la date de fin.'
    return { kind: state.kind, on: leftOn, reason: 'repris d’un fichier importé' }
  }
  if (leftOn)
    return 'La date de fin est donnée sans son motif : écrivez démissionnaire, exclu, radié, décédé ou dissous dans le statut.'
  if (state.state === 'suspended') return 'Une suspension est votée par l’assemblée (art. 6.4) : elle ne s’importe pas.'
  return state.state === 'unknown' ? 'Ce statut n’est pas connu : écrivez membre, ou le motif du départ.' : null
}
