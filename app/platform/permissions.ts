import type { Actor } from '~/platform/context'

/**
 * What one may do comes from one's office: for each power, the offices that carry it, whether an officer may delegate it
 * in writing (9.1-d), and the article. The first office listed is the one whose holder delegates.
 */
export const POWERS = {
  'members.read': {
    offices: ['president', 'vice-president', 'secretary', 'deputy-secretary', 'treasurer', 'deputy-treasurer'],
    delegable: true,
    rule: '8.1-a',
    label: 'consulter le registre des membres',
  },
  'members.write': {
    offices: ['president', 'secretary', 'deputy-secretary'],
    delegable: true,
    rule: '6.2-a',
    label: 'tenir le registre des membres',
  },
  'meetings.prepare': {
    offices: ['president', 'vice-president', 'secretary', 'deputy-secretary'],
    delegable: true,
    rule: '8.3-a',
    label: 'préparer les réunions',
  },
  'meetings.convene': { offices: ['president'], delegable: true, rule: '13.2-a', label: 'convoquer' },
  'session.chair': { offices: ['president'], delegable: false, rule: '13.2-d', label: 'présider la séance' },
  'session.desk': {
    offices: ['secretary', 'deputy-secretary', 'president', 'vice-president'],
    delegable: true,
    rule: '13.2-c',
    label: 'tenir l’émargement',
  },
  'minutes.write': {
    offices: ['secretary', 'deputy-secretary', 'president'],
    delegable: true,
    rule: '8.3-c',
    label: 'rédiger le procès-verbal',
  },
  'offices.manage': {
    offices: ['president'],
    delegable: false,
    rule: '9.1-d',
    label: 'donner et révoquer des délégations',
  },
  'association.write': {
    offices: ['president', 'secretary'],
    delegable: true,
    rule: '19-a',
    label: 'tenir les informations de l’association',
  },
  'dues.manage': {
    offices: ['treasurer', 'deputy-treasurer', 'president'],
    delegable: true,
    rule: '12-a',
    label: 'tenir les cotisations',
  },
  'discipline.manage': {
    offices: ['president', 'vice-president'],
    delegable: false,
    rule: '6.4-a',
    label: 'conduire une procédure disciplinaire',
  },
  'register.read': {
    offices: ['president', 'vice-president', 'secretary', 'deputy-secretary', 'treasurer', 'deputy-treasurer'],
    delegable: true,
    rule: '8.3-c',
    label: 'consulter le registre des délibérations',
  },
} as const satisfies Record<string, { offices: readonly string[]; delegable: boolean; rule: string; label: string }>

export type Power = keyof typeof POWERS

export const isPower = (name: string): name is Power => Object.hasOwn(POWERS, name)

/** The powers that the President may lend in writing (9.1-d). */
export const DELEGABLE: Power[] = Object.keys(POWERS)
  .filter(isPower)
  .filter((power) => POWERS[power].delegable)

/** Whether the actor holds the power today: by mandate, by replacement (all powers of the office) or by delegation. */
export function may(actor: Actor, power: Power): boolean {
  const { delegable } = POWERS[power]
  const offices: readonly string[] = POWERS[power].offices
  return actor.offices.some((held) => {
    if (!offices.includes(held.office)) return false
    if (held.via !== 'delegation') return true
    return delegable && held.powers !== 'all' && held.powers.includes(power)
  })
}

/** Whether the actor sits in the Bureau by a mandate of his own. */
export function sitsInBureau(actor: Actor): boolean {
  return actor.offices.some((held) => held.via === 'mandate')
}
