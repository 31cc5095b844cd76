import { Form } from '@remix-run/react'
import { SubmitButton } from './button'
import { Notice } from './notice'

type UndoNoticeProps = {
  /** what was done: « Point retiré : Rapport moral » */
  said: string
  /** what gives it back */
  fields: Readonly<Record<string, string>>
  pending?: string
}

/** After an act that can be undone: what was done, and « Annuler », until the reader goes on. No countdown. */
export function UndoNotice({ said, fields, pending = 'Annulation en cours' }: UndoNoticeProps) {
  return (
    <Notice tone="success" live="status" title={said}>
      <Form method="post" preventScrollReset>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton tone="secondary" pending={pending} aria-label={`Annuler : ${said}`}>
          Annuler
        </SubmitButton>
      </Form>
    </Notice>
  )
}
