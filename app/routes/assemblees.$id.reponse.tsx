import { ofName } from '~/statutes/french'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { meetingAccess } from '~/meetings/access.server'
import { carryOutAnswer } from '~/meetings/answer/answer-action.server'
import { answerPage } from '~/meetings/answer/answer-page.query.server'
import { answerSentence } from '~/meetings/answer/answer-words'
import { answerForm, readAnswer } from '~/meetings/answer/answer.form'
import { AnswerButtons } from '~/meetings/answer/ui/answer-buttons'
import { GiveProxy } from '~/meetings/answer/ui/give-proxy'
import { GivenProxy, HeldProxies } from '~/meetings/answer/ui/proxy-notices'
import { meetingTitle } from '~/meetings/meeting-title'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { RefusalPanel } from '~/ui/ruling-panel'

export const meta = meetingTitle('Ma réponse')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const search = new URL(request.url).searchParams
  const page = await answerPage(ctx, await meetingAccess(ctx, params.id), {
    memberId: search.get('pour'),
    search: search.get('qui') ?? '',
  })
  return { ...page, asked: readAnswer(search.get('reponse')) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  return formAction(await request.formData(), answerForm, async (input) => {
    await carryOutAnswer(ctx, meeting.id, input)
    const pour = 'memberId' in input ? input.memberId : new URL(request.url).searchParams.get('pour')
    throw redirect(`/assemblees/${meeting.id}/reponse${pour ? `?pour=${pour}` : ''}`)
  })
}

export default function AnswerPage() {
  const { id, state, running, card, others, video, holders, search, asked } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const faults = Object.values(reply?.lastResult.error ?? {}).flatMap((found) =>
    (found ?? []).map((message) => ({ id: 'holderId', message })),
  )
  const answered = card.given === null && card.answer !== null && card.answer !== 'PROXY'
  return (
    <>
      <Section title={`Réponse ${ofName(card.label)}`} margin={<ArticleChip rule={card.right.rule} />}>
        {reply?.refusal ? <RefusalPanel refusal={reply.refusal} /> : null}
        {card.quality ? <p className="text-muted">Vous parlez pour ce membre&nbsp;: {card.quality}.</p> : null}
        <p>{card.right.sentence}</p>
        {answered ? <Notice tone="success" live="status" title={answerSentence(card)} /> : null}
        {card.given ? <GivenProxy given={card.given} /> : null}
        <HeldProxies held={card.held} answer={card.answer} />
        {state === 'CONVENED' ? (
          <AnswerButtons
            memberId={card.memberId}
            current={card.given ? null : card.answer}
            video={video.allowed}
            asked={asked === 'pouvoir' || reply ? null : asked}
          />
        ) : (
          <p>
            {running
              ? 'La séance est ouverte : si vous venez, signez à l’entrée ; sinon, vous pouvez encore donner pouvoir.'
              : 'On ne répond plus à cette convocation.'}
          </p>
        )}
        {card.given && state === 'CONVENED' ? (
          <p className="text-muted">Une autre réponse reprend votre pouvoir.</p>
        ) : null}
        {video.allowed || video.reasons.length === 0 ? null : (
          <p>
            {video.reasons[0]?.sentence}{' '}
            {video.reasons[0] ? <ArticleChip rule={video.reasons[0].rule} reasons={video.reasons} /> : null}
          </p>
        )}
      </Section>
      {holders ? (
        <GiveProxy
          memberId={card.memberId}
          holders={holders}
          search={search}
          rule={card.proxy}
          faults={reply?.refusal ? [] : faults}
        />
      ) : null}
      {others.length > 0 ? (
        <Section title="Vous parlez aussi pour">
          <ul className="list-disc pl-6">
            {others.map(({ memberId, label }) => (
              <li key={memberId}>
                <TextLink to={`/assemblees/${id}/reponse?pour=${memberId}`}>{label}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
