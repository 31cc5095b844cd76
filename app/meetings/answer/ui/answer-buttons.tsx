import { Form, useSubmit } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Icon, type IconName } from '~/ui/icon'
import type { AnswerKind } from '~/generated/prisma/enums'
import { ANSWERS, type AnswerWord } from '../answer.form'

type Line = { word: AnswerWord; label: string; icon: IconName }

type AnswerButtonsProps = { memberId: string; current: AnswerKind | null; video: boolean; asked: AnswerWord | null }

const lineClass =
  'flex min-h-15 w-full max-w-lg items-center gap-4 rounded-control border-2 border-ink bg-surface px-5 py-3 text-left text-[1.1875rem] font-semibold hover:bg-accent-soft ' +
  'aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent'

/** The answers, one tap each. A link of the mail carries the answer: it is sent once the page is there, by the signed-in reader. */
export function AnswerButtons({ memberId, current, video, asked }: AnswerButtonsProps) {
  useAskedAnswer(memberId, asked !== null && ANSWERS[asked] !== current ? asked : null)
  const lines: Line[] = [
    { word: 'viens', label: 'Je viens', icon: 'check' },
    ...(video ? [{ word: 'visio', label: 'Je viens par visioconférence', icon: 'person' } as const] : []),
    { word: 'absent', label: 'Je ne viens pas', icon: 'dash' },
  ]
  return (
    <Form method="post" className="space-y-3" preventScrollReset>
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="memberId" value={memberId} />
      {lines.map(({ word, label, icon }) => (
        <button
          key={word}
          type="submit"
          name="reponse"
          value={word}
          aria-pressed={ANSWERS[word] === current}
          className={lineClass}
        >
          <Icon name={icon} size={24} />
          <span className="flex-1">{label}</span>
          {ANSWERS[word] === current ? (
            <span className="text-base font-normal">Votre réponse</span>
          ) : asked === word ? (
            <span className="text-base font-normal">Confirmer</span>
          ) : null}
        </button>
      ))}
    </Form>
  )
}

function useAskedAnswer(memberId: string, asked: AnswerWord | null) {
  const submit = useSubmit()
  const sent = useRef(false)
  useEffect(() => {
    if (asked === null || sent.current) return
    sent.current = true
    submit({ intent: 'answer', memberId, reponse: asked }, { method: 'post', replace: true, preventScrollReset: true })
  }, [asked, memberId, submit])
}
