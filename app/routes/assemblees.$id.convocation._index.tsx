import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officerAccess } from '~/meetings/access.server'
import { convocationDraft } from '~/meetings/convene/convocation-draft.query.server'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { correctConvocation } from '~/meetings/convene/correct-convocation.server'
import { markPosted } from '~/meetings/convene/mark-posted.server'
import { convocationForm, readFilter } from '~/meetings/convene/proof.form'
import { convocationProof } from '~/meetings/convene/proof.query.server'
import { lettersToPost } from '~/meetings/convene/to-post.query.server'
import { resendByLetter } from '~/meetings/convene/resend-by-letter.server'
import { convocationShown, correctionShown } from '~/meetings/convene/sending-shown.server'
import { ConveneSection } from '~/meetings/convene/ui/convene-section'
import { CorrectionSection } from '~/meetings/convene/ui/correction-section'
import { ProofSection } from '~/meetings/convene/ui/proof-section'
import { Sendings } from '~/meetings/convene/ui/sendings'
import { ToPost } from '~/meetings/convene/ui/to-post'
import { VerifySending } from '~/meetings/convene/ui/verify-sending'
import { meetingTitle } from '~/meetings/meeting-title'
import { signedInContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { may } from '~/platform/permissions'
import { formAction } from '~/platform/http/form-action.server'
import { toVerify } from '~/platform/http/verify.server'
import { EmptyState } from '~/ui/notice'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'
import { TextLink } from '~/ui/link'

export const meta = meetingTitle('Convocation')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  const search = new URL(request.url).searchParams
  const filter = readFilter(search.get('voir'))
  const sequence = search.has('envoi') ? Number(search.get('envoi')) : null
  return {
    id: meeting.id,
    state: meeting.state,
    filter,
    today: parisDate(ctx.now),
    draft: meeting.state === 'DRAFT' ? await convocationDraft(ctx, meeting) : null,
    readsMembers: may(ctx.actor, 'members.read'),
    toPost: await lettersToPost(ctx.db, meeting.id),
    proof: await convocationProof(ctx, meeting, { sequence, filter, after: search.get('apres') }),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { id: meetingId } = await officerAccess(ctx, params.id)
  const form = await request.formData()
  return formAction(form, convocationForm, async (input) => {
    switch (input.intent) {
      case 'convene': {
        const shown = await convocationShown(ctx, { meetingId, lateReason: input.lateReason })
        const unverified = shown && toVerify(form, shown)
        if (unverified) return unverified
        await conveneMeeting(ctx, { meetingId, lateReason: input.lateReason })
        break
      }
      case 'correct': {
        const shown = await correctionShown(ctx, { meetingId, note: input.note, lateReason: input.lateReason })
        const unverified = shown && toVerify(form, shown)
        if (unverified) return unverified
        await correctConvocation(ctx, { meetingId, note: input.note, lateReason: input.lateReason })
        break
      }
      case 'posted': {
        const { noticeIds, postedOn, postalNumber } = input
        await markPosted(ctx, { meetingId, noticeIds, postedOn, postalNumber })
        break
      }
      case 'letter':
        await resendByLetter(ctx, { meetingId, noticeId: input.noticeId })
    }
    throw redirect(`/assemblees/${meetingId}/convocation${new URL(request.url).search}`)
  })
}

export default function ConvocationPage() {
  const { id, state, filter, today, draft, proof, toPost, readsMembers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'verify' in answer && !('lastResult' in answer))
    return <VerifySending meetingId={id} verify={answer.verify} />
  const reply = answer
  if (draft) return <ConveneSection draft={draft} reply={reply} />
  if (!proof)
    return (
      <Section>
        <EmptyState title="Cette réunion n’a pas été convoquée" />
      </Section>
    )
  const { untold, telling, mayConvene, president, counts } = proof
  return (
    <>
      {untold.length > 0 && mayConvene ? (
        <CorrectionSection
          untold={untold}
          telling={telling}
          people={counts.total}
          president={president}
          reply={reply}
        />
      ) : (
        <RefusalPanel refusal={reply?.refusal} />
      )}
      <Section title="Envois" wide>
        <Sendings sendings={proof.sendings} current={proof.sequence} />
      </Section>
      {proof.mayFollow && toPost.length > 0 ? (
        <ToPost meetingId={id} letters={toPost} today={today} readsMembers={readsMembers} />
      ) : null}
      <Section title="Preuve, personne par personne" wide>
        <ProofSection meetingId={id} proof={proof} filter={filter} today={today} />
        {state === 'CONVENED' && mayConvene ? (
          <p>
            <TextLink to={`/assemblees/${id}/convocation/annuler`}>Annuler la réunion</TextLink>
          </p>
        ) : null}
      </Section>
    </>
  )
}
