import { data } from '@remix-run/node'
import { association, statutesVersion } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import { isoDate } from '~/platform/dates'
import type { Context } from '~/platform/context'
import { renderPdf } from '~/platform/pdf/render.server'
import { frenchDate } from '~/statutes/french'
import { contentSchema } from './convene/content.server'
import { mailedMeeting } from './convene/mail-props.server'
import { electorate } from './electorate.server'
import { BODY_WORDS } from './meeting-words'
import { proxySentence, rightSentence } from './rights-words'

const SUBJECTS = {
  CONVOCATION: 'Convocation',
  CORRECTION: 'Convocation rectifiée',
  CANCELLATION: 'Annulation',
} as const

/** The letter of one member who is convened by post: same content as the mails, ready for a window envelope. */
export async function convocationLetter(ctx: Context, meetingId: string, noticeId: string) {
  const notice = await ctx.db.convocationNotice.findFirst({
    where: { id: noticeId, convocation: { meetingId } },
    include: {
      convocation: { include: { meeting: true } },
      member: { select: { label: true, street: true, postcode: true, town: true } },
    },
  })
  if (!notice) throw data(null, { status: 404 })
  const { convocation, member } = notice
  const [home, { statutes }, electors] = await Promise.all([
    association(ctx.db),
    statutesVersion(ctx.db, convocation.meeting.statutesId),
    electorate(ctx.db, meetingId, 'CONVOCATION'),
  ])
  const right = electors.find(({ id }) => id === notice.memberId)
  if (!right) throw data(null, { status: 404 })
  const content = contentSchema.parse(convocation.content)
  const meeting = mailedMeeting(content)
  const { body } = content.meeting
  const said = [rightSentence(statutes, body, right), proxySentence(statutes, body, right)]
  const postal =
    notice.channel === 'LETTER'
      ? notice.address.split('\n')
      : [member.label, member.street ?? '', `${member.postcode ?? ''} ${member.town ?? ''}`]
  const { LetterPdf } = await import('./pdf/letter.pdf')
  const bytes = await renderPdf(
    <LetterPdf
      letterhead={letterhead(home)}
      recipient={postal.filter((line) => line.trim() !== '')}
      placeAndDate={`${home.town}, le ${frenchDate(isoDate(notice.joinedOn ?? convocation.sentOn))}`}
      subject={`${SUBJECTS[convocation.kind]} : ${BODY_WORDS[body].long.toLowerCase().replace('bureau', 'Bureau')} du ${meeting.date}${meeting.second ? ', seconde session' : ''}`}
      greeting="Madame, Monsieur,"
      opening={
        notice.joinedOn
          ? late(meeting.long, isoDate(convocation.sentOn))
          : opening(convocation.kind, meeting.long, convocation.note)
      }
      facts={[
        ['Date', `${meeting.day} à ${meeting.time}`],
        ['Lieu', meeting.place ?? 'par visioconférence'],
        ...(meeting.videoUrl ? ([['Visioconférence', meeting.videoUrl]] as const) : []),
      ]}
      agenda={content.agenda}
      rights={said.flatMap((sentence) => (sentence ? [`${sentence.sentence} (art. ${sentence.article})`] : []))}
      closing="Un formulaire de pouvoir peut vous être remis sur demande. Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées."
      signer={{ name: convocation.signerName, title: convocation.signerTitle }}
    />,
  )
  return { bytes, fileName: `convocation-${isoDate(convocation.meeting.date)}.pdf` }
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
  `Nous vous invitons à participer à l’${meeting} de notre association, convoquée le ${frenchDate(sentOn)}, avant votre entrée au registre des membres.`
