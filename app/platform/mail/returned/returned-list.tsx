import { Form } from '@remix-run/react'
import type { ReturnedState } from '~/generated/prisma/enums'
import { SubmitButton } from '~/ui/button'
import { frenchDateTime } from '~/ui/format'

export type ShownReturned = {
  id: string
  sender: string
  subject: string
  excerpt: string
  state: ReturnedState
  foundAt: string
  decidedById: string | null
  mail: { subject: string; toName: string; toAddress: string; sentAt: string | null } | null
}

/** Messages that came back: who wrote, what ours was, and the two answers that a person may give. */
export function ReturnedList({ label, messages }: { label: string; messages: readonly ShownReturned[] }) {
  return (
    <ul aria-label={label} className="max-w-[52rem] border-t border-rule">
      {messages.map((one) => (
        <li key={one.id} className="space-y-3 border-b border-rule py-5">
          <div>
            <h3 className="text-[1.1875rem]">{one.subject || 'Sans objet'}</h3>
            <p className="text-[0.9375rem] text-muted">
              {one.sender ? `Écrit par ${one.sender}, trouvé le ` : 'Trouvé le '}
              {frenchDateTime(one.foundAt)}
            </p>
          </div>
          <p>
            {one.mail
              ? `Répond à notre message « ${one.mail.subject} », adressé à ${one.mail.toName} (${one.mail.toAddress})${one.mail.sentAt ? ` le ${frenchDateTime(one.mail.sentAt)}` : ''}.`
              : 'Ne nomme aucun de nos messages.'}
          </p>
          {one.excerpt ? (
            <details>
              <summary className="min-h-11 cursor-pointer py-2 text-accent underline underline-offset-4">
                Lire le message<span className="sr-only"> : {one.subject || 'sans objet'}</span>
              </summary>
              <p className="max-w-measure whitespace-pre-wrap break-words">{one.excerpt}</p>
            </details>
          ) : null}
          <Answers message={one} />
        </li>
      ))}
    </ul>
  )
}

/** « Non remis » where it names a message of ours; « Sans effet » while it waits. Nothing more once it is « non remis ». */
function Answers({ message: { id, state, subject, mail, decidedById } }: { message: ShownReturned }) {
  if (state === 'FAILED') return <p className="font-semibold">Noté : non remis.</p>
  const about = <span className="sr-only"> : {subject || 'sans objet'}</span>
  return (
    <Form method="post" className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="id" value={id} />
      {state === 'NO_EFFECT' ? (
        <p>{decidedById === null ? 'Réponse automatique, sans effet.' : 'Noté : sans effet.'}</p>
      ) : null}
      {mail ? (
        <SubmitButton name="verdict" value="FAILED" tone="secondary" pending="Enregistrement">
          Non remis{about}
        </SubmitButton>
      ) : null}
      {state === 'WAITING' ? (
        <SubmitButton name="verdict" value="NO_EFFECT" tone="secondary" pending="Enregistrement">
          Sans effet{about}
        </SubmitButton>
      ) : null}
    </Form>
  )
}
