import type { Db, Tx } from '~/platform/db.server'
import { isoDate } from '~/platform/dates'
import { counted, frenchDate, list, byName } from '~/statutes/french'
import { reasonsOf } from '~/platform/stored-ruling'
import type { MinutesBody } from '../body'

const KINDS = {
  CONVOCATION: 'La convocation',
  CORRECTION: 'Une convocation rectificative',
  CANCELLATION: 'Une annulation',
} as const

/** How and when the members were convened, with what proves it (8.3-a, 13.2-a): one paragraph a sending. */
export async function convocationFacts(tx: Db | Tx, meetingId: string): Promise<MinutesBody['convocation']> {
  const sendings = await tx.convocation.findMany({
    where: { meetingId },
    orderBy: { sequence: 'asc' },
    include: { notices: { select: { channel: true, postedOn: true, mail: { select: { state: true } } } } },
  })
  const last = sendings.at(-1)
  if (!last) return { sentences: ['Aucune convocation n’a été envoyée.'], reasons: [], contentHash: null }
  const sentences = sendings.flatMap((sending) => {
    const of = (state: string) => sending.notices.filter(({ mail }) => mail?.state === state).length
    const letters = sending.notices.filter(({ channel }) => channel === 'LETTER')
    const posted = letters.filter(({ postedOn }) => postedOn !== null).length
    const waiting = of('QUEUED')
    const parts = [
      of('ACCEPTED') > 0 &&
        `${counted(of('ACCEPTED'), 'courriel accepté', 'courriels acceptés')} par le serveur du destinataire`,
      of('BOUNCED') > 0 && `${counted(of('BOUNCED'), 'courriel revenu', 'courriels revenus')}`,
      of('REFUSED') > 0 && `${counted(of('REFUSED'), 'courriel refusé', 'courriels refusés')}`,
      waiting > 0 && `${counted(waiting, 'courriel en attente', 'courriels en attente')} d’envoi`,
      letters.length > 0 && `${counted(letters.length, 'lettre')}, dont ${posted} ${posted < 2 ? 'postée' : 'postées'}`,
    ].filter((part) => typeof part === 'string')
    return [
      `${KINDS[sending.kind]} a été adressée le ${frenchDate(isoDate(sending.sentOn))} ${byName(sending.signerName)} (${sending.signerTitle.toLowerCase()}) à ${counted(sending.notices.length, 'membre')} : ${list(parts)}.`,
      ...(sending.lateReason ? [`Elle est partie hors délai. Motif donné : ${sending.lateReason}`] : []),
    ]
  })
  const reasons = reasonsOf(last.ruling)
  return {
    sentences: [...sentences, ...reasons.map(({ sentence }) => sentence)],
    reasons,
    contentHash: last.contentHash,
  }
}
