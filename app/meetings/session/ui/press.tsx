import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SubmitButton } from '~/ui/button'
import { FormActions } from '~/ui/form'

type PressProps = {
  act: string
  children: ReactNode
  consequence: ReactNode
  pending: string
  tone?: 'primary' | 'secondary' | 'danger'
  /** links beside the button */ beside?: ReactNode
}

/** One act of the chair: what it does is written above its button. */
export function Press({ act, children, consequence, pending, tone = 'primary', beside }: PressProps) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value={act} />
      <FormActions consequence={consequence}>
        <SubmitButton tone={tone} pending={pending}>
          {children}
        </SubmitButton>
        {beside}
      </FormActions>
    </Form>
  )
}
