import { association, statutesVersion } from '~/association/in-force.server'
import { letterhead } from '~/association/letterhead'
import type { Meeting } from '~/generated/prisma/client'
import type { ActingFor, Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { renderPdf } from '~/platform/pdf/render.server'
import { Refusal } from '~/platform/refusal'
import { capital, plainDate } from '~/statutes/french'
import { categoryOf } from '~/statutes/schema'
import { BODY_WORDS, meetingWhen, meetingWhere } from './meeting-words'
import { proxySentence } from './rights-words'
import { rightsNow } from './rights-now.server'

/** A proxy form to print: with the name of the member who asks for it, or blank. Refused where the body admits none. */
export async function proxyForm(ctx: Context, meeting: Meeting, members: ActingFor[]) {
  const { statutes } = await statutesVersion(ctx.db, meeting.statutesId)
  if (!statutes.bodies[meeting.body].proxies)
    throw new Refusal('Aucun pouvoir n’est admis à cette réunion.', { status: 404 })
  const electors = (await rightsNow(ctx.db, meeting)).filter(({ mayVote }) => mayVote)
  const giver = electors.find(({ id }) => members.length === 1 && id === members[0]?.memberId) ?? null
  const concerned = giver ? [giver] : [...new Map(electors.map((elector) => [elector.category, elector])).values()]
  const rules = concerned.flatMap((elector) => {
    const said = proxySentence(statutes, meeting.body, elector)
    const label = categoryOf(statutes, elector.category)?.label ?? elector.category
    return said ? [`${giver ? '' : `${capital(label)} : `}${said.sentence} (art. ${said.article})`] : []
  })
  const { ProxyFormPdf } = await import('./pdf/proxy-form.pdf')
  const bytes = await renderPdf(
    <ProxyFormPdf
      letterhead={letterhead(await association(ctx.db))}
      meeting={{
        bodyName: BODY_WORDS[meeting.body].long,
        date: plainDate(isoDate(meeting.date)),
        convenedFor: meetingWhen(meeting),
        place: meetingWhere(meeting),
        session: meeting.session,
      }}
      giver={
        giver && {
          label: giver.label,
          category: categoryOf(statutes, giver.category)?.label ?? giver.category,
          voices: giver.voices,
        }
      }
      rules={rules}
    />,
  )
  return { bytes, fileName: `pouvoir-${isoDate(meeting.date)}.pdf` }
}
