import type { Prisma } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { date, moment, number, text, yesNo, type DataSection } from './section'

const ANSWERS = { COMING: 'vient', VIDEO: 'vient par visioconférence', PROXY: 'donne pouvoir', ABSENT: 'ne vient pas' }
const PROXIES = {
  OFFERED: 'proposé',
  ACCEPTED: 'accepté',
  DECLINED: 'décliné',
  REVOKED: 'révoqué',
  ENDED: 'terminé',
  REFUSED: 'refusé',
}
const ATTENDANCE = { ARRIVED: 'arrivée', LEFT: 'départ' }

const meeting = { select: { title: true, date: true } } satisfies Prisma.MeetingDefaultArgs
type Held = { title: string; date: Date }
const named = ({ title, date: on }: Held) => ({ meeting: title, on: isoDate(on) })
const MEETING = [date('on', 'Réunion du'), text('meeting', 'Réunion')]

/** Convocations, rights, answers, proxies and presence. How one voted in secret is not known to anybody: it is not here. */
export async function meetingSections(ctx: Context, memberId: string): Promise<DataSection[]> {
  const { db } = ctx
  const [notices, electorate, answers, proxies, attendance] = await Promise.all([
    db.convocationNotice.findMany({
      where: { memberId },
      include: { convocation: { select: { sentOn: true, meeting } } },
      orderBy: { convocation: { sentOn: 'asc' } },
    }),
    db.electorateEntry.findMany({ where: { memberId, stage: 'OPENING' }, include: { meeting } }),
    db.meetingAnswer.findMany({ where: { memberId }, include: { meeting }, orderBy: { id: 'asc' } }),
    db.proxy.findMany({
      where: { OR: [{ giverId: memberId }, { holderId: memberId }] },
      include: { meeting, giver: { select: { label: true } }, holder: { select: { label: true } } },
      orderBy: { receivedAt: 'asc' },
    }),
    db.attendanceEvent.findMany({ where: { memberId }, include: { meeting }, orderBy: { id: 'asc' } }),
  ])
  return [
    {
      key: 'convocations',
      title: 'Convocations',
      purpose: 'Pour prouver que la convocation vous a été adressée, cinq ans après la réunion.',
      columns: [...MEETING, date('sentOn', 'Envoyée le'), text('channel', 'Par'), text('address', 'Adresse utilisée')],
      rows: notices.map(({ convocation, channel, address }) => ({
        ...named(convocation.meeting),
        sentOn: isoDate(convocation.sentOn),
        channel: channel === 'LETTER' ? 'lettre' : 'courriel',
        address: address.replace(/\n/g, ', '),
      })),
    },
    {
      key: 'rights',
      title: 'Droits en séance',
      purpose: 'Pour vérifier le quorum et les voix, séance par séance.',
      columns: [...MEETING, number('voices', 'Voix'), yesNo('mayVote', 'Vote'), yesNo('suspended', 'Suspendu')],
      rows: electorate.map((entry) => ({
        ...named(entry.meeting),
        voices: entry.voices,
        mayVote: entry.mayVote,
        suspended: entry.suspended,
      })),
    },
    {
      key: 'answers',
      title: 'Réponses aux convocations',
      purpose: 'Pour préparer la réunion.',
      columns: [...MEETING, moment('at', 'Le'), text('answer', 'Réponse')],
      rows: answers.map(({ meeting: held, kind, at }) => ({
        ...named(held),
        at: at.toISOString(),
        answer: ANSWERS[kind],
      })),
    },
    {
      key: 'proxies',
      title: 'Pouvoirs donnés et reçus',
      purpose: 'Pour prouver qui votait pour qui.',
      columns: [...MEETING, text('giver', 'Donné par'), text('holder', 'À'), text('state', 'État'), moment('at', 'Le')],
      rows: proxies.map((proxy) => ({
        ...named(proxy.meeting),
        giver: proxy.giver.label,
        holder: proxy.holder.label,
        state: PROXIES[proxy.state],
        at: proxy.receivedAt.toISOString(),
      })),
    },
    {
      key: 'attendance',
      title: 'Présence',
      purpose: 'Feuille de présence : preuve du quorum.',
      columns: [
        ...MEETING, moment('at', 'Le'), text('what', 'Mouvement'), text('representative', 'Représenté par'), yesNo('signed', 'Signé'),
      ], // prettier-ignore
      rows: attendance.map(({ meeting: held, at, kind, representative, signature }) => ({
        ...named(held),
        at: at.toISOString(),
        what: ATTENDANCE[kind],
        representative,
        signed: signature !== null,
      })),
    },
  ]
}
