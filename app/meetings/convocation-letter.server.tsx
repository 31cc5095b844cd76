import { data } from '@remix-run/node'
import type { Association, Prisma } from '~/generated/prisma/client'
import { association, statutesVersion } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import { isoDate } from '~/platform/dates'
import type { Context } from '~/platform/context'
import { renderPdf } from '~/platform/pdf/render.server'
import { plainDate } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import { contentSchema } from './convene/content.server'
import { mailedMeeting } from './convene/mail-props.server'
import { lettersToPost } from './convene/to-post.query.server'
import { electorate, type Elector } from './electorate.server'
import { BODY_WORDS } from './meeting-words'
import type { LetterProps } from './pdf/letter.pdf'
import { proxySentence, rightSentence } from './rights-words'

const SUBJECTS = {
  CONVOCATION: 'Convocation',
  CORRECTION: 'Convocation rectifiée',
  CANCELLATION: 'Annulation',
} as const

const INCLUDED = {
  convocation: { include: { meeting: true } },
  member: { select: { label: true, street: true, postcode: true, town: true } },
} as const
type Notice = Prisma.ConvocationNoticeGetPayload<{ include: typeof INCLUDED }>

/** The letter of one member who is convened by post: same content as the mails, ready for a window envelope. */
export async function convocationLetter(ctx: Context, meetingId: string, noticeId: string) {
  const notice = await ctx.db.convocationNotice.findFirst({
    where: { id: noticeId, convocation: { meetingId } },
    include: INCLUDED,
  })
  return printed(ctx, meetingId, notice ? [notice] : [], 'convocation')
}

/** All the letters of a meeting that wait for the post, each on its own sheets, in one file; 404 where there is none. */
export async function convocationLettersToPost(ctx: Context, meetingId: string) {
  const waiting = (await lettersToPost(ctx.db, meetingId)).filter(({ address }) => address !== null)
  const found = await ctx.db.convocationNotice.findMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    include: INCLUDED,
  })
  const byId = new Map(found.map((notice) => [notice.id, notice]))
  const inOrder = waiting.flatMap(({ id }) => byId.get(id) ?? [])
  return printed(ctx, meetingId, inOrder, 'lettres-de-convocation')
}

async function printed(ctx: Context, meetingId: string, notices: readonly Notice[], name: string) {
  const [first] = notices
  if (!first) throw data(null, { status: 404 })
  const { meeting } = first.convocation
  const [home, { statutes }, electors] = await Promise.all([
    association(ctx.db),
    statutesVersion(ctx.db, meeting.statutesId),
    electorate(ctx.db, meetingId, 'CONVOCATION'),
  ])
  const rights = new Map(electors.map((elector) => [elector.id, elector]))
  const letters = notices.flatMap((notice) => {
    const right = rights.get(notice.memberId)
    return right ? [letterOf(notice, { home, statutes, right })] : []
  })
  if (letters.length === 0) throw data(null, { status: 404 })
  const { LettersPdf } = await import('./pdf/letter.pdf')
  const bytes = await renderPdf(<LettersPdf letters={letters} />)
  return { bytes, fileName: `${name}-${isoDate(meeting.date)}.pdf` }
}

type About = { home: Association; statutes: Statutes; right: Elector }

function letterOf(notice: Notice, { home, statutes, right }: About): LetterProps {
  const { convocation, member } = notice
  const content = contentSchema.parse(convocation.content)
  const meeting = mailedMeeting(content)
  const { body } = content.meeting
  const said = [rightSentence(statutes, body, right), proxySentence(statutes, body, right)]
  const postal =
    notice.channel === 'LETTER'
      ? notice.address.split('\n')
      : [member.label, member.street ?? '', `${member.postcode ?? ''} ${member.town ?? ''}`]
  return {
    letterhead: letterhead(home),
    recipient: postal.filter((line) => line.trim() !== ''),
    placeAndDate: `${home.town}, le ${plainDate(isoDate(notice.joinedOn ?? convocation.sentOn))}`,
    subject: `${SUBJECTS[convocation.kind]} : ${BODY_WORDS[body].long.toLowerCase().replace('bureau', 'Bureau')} du ${meeting.date}${meeting.second ? ', seconde session' : ''}`,
    greeting: 'Madame, Monsieur,',
    opening: notice.joinedOn
      ? late(meeting.long, isoDate(convocation.sentOn))
      : opening(convocation.kind, meeting.long, convocation.note),
    facts: [
      ['Date', `${meeting.day} à ${meeting.time}`],
      ['Lieu', meeting.place ?? 'par visioconférence'],
      ...(meeting.videoUrl ? ([['Visioconférence', meeting.videoUrl]] as const) : []),
    ],
    agenda: content.agenda,
    rights: said.flatMap((sentence) => (sentence ? [`${sentence.sentence} (art. ${sentence.article})`] : [])),
    closing:
      'Un formulaire de pouvoir peut vous être remis sur demande. Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    signer: { name: convocation.signerName, title: convocation.signerTitle },
  }
}

function opening(kind: keyof typeof SUBJECTS, meeting: string, note: string | null): string {
  const said = {
    CONVOCATION: `Nous vous invitons à participer à l’${meeting} de notre association.`.replace(
      'l’réunion',
      'la réunion',
    ),
    CORRECTION: 'Des informations de la convocation à cette réunion ont changé. Celles-ci la remplacent.',
    CANCELLATION: 'La réunion pour laquelle nous vous avions écrit n’aura pas lieu.',
  }[kind]
  return [said, note].filter(Boolean).join('\n')
}

/** To who became a member after the others were convened. */
const late = (meeting: string, sentOn: string) =>
  `Nous vous invitons à participer à l’${meeting} de notre association, convoquée le ${plainDate(sentOn)}, avant votre entrée au registre des membres.`
