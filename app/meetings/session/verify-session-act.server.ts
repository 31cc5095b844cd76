import type { Context } from '~/platform/context'
import { demandVerified } from '~/platform/http/verify.server'
import { plural } from '~/ui/format'
import { meetingFacts, type MeetingFacts } from './facts.server'
import { quorumOf } from './quorum.server'
import { demandChair } from './rights.server'

type EndAct = 'close' | 'no-quorum'

const WORDS = {
  close: {
    title: 'lever la séance',
    act: 'Lever définitivement la séance',
    pending: 'Clôture en cours',
    tone: 'primary',
    consequence: 'L’heure est enregistrée et l’émargement se clôt : la séance ne peut pas être rouverte.',
  },
  'no-quorum': {
    title: 'constater l’absence de quorum',
    act: 'Terminer la séance sans délibérer',
    pending: 'Enregistrement',
    tone: 'danger',
    consequence:
      'La séance se termine sans délibérer, et cela ne peut pas être repris. Le procès-verbal de carence s’écrit avec ceux qui ont signé.',
  },
} as const

/** What ends a session is read once more by the chair. Nothing to read where it is over or cannot end so: the command answers. */
export async function verifySessionAct(ctx: Context, form: FormData, act: EndAct, meetingId: string): Promise<void> {
  const facts = await meetingFacts(ctx.db, meetingId)
  demandChair(ctx.actor, facts.meeting)
  if (facts.meeting.state !== 'OPEN') return
  const said = act === 'close' ? await decided(ctx, meetingId) : quorumSaid(facts)
  if (!said) return
  demandVerified(form, { ...WORDS[act], facts: said, back: `/assemblees/${meetingId}/seance` })
}

async function decided({ db }: Context, meetingId: string): Promise<string[] | null> {
  const found = await db.resolution.findMany({ where: { meetingId }, select: { state: true } })
  if (found.some(({ state }) => LEFT.includes(state))) return null
  const withdrawn = found.filter(({ state }) => state === 'WITHDRAWN').length
  const voted = found.length - withdrawn
  return [
    `${plural(voted, 'résolution décidée', 'résolutions décidées')}${withdrawn > 0 ? `, ${plural(withdrawn, 'retirée')}` : ''}.`,
  ]
}

const LEFT = ['PENDING', 'ONLINE', 'OPEN']

function quorumSaid(facts: MeetingFacts): string[] | null {
  const { met, reasons } = quorumOf(facts)
  return met ? null : reasons.map(({ sentence }) => sentence)
}
