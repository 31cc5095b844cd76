import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SubmitButton } from '~/ui/button'
import { FormActions } from '~/ui/form'

type QuickPressProps = {
  act: 'close' | 'annul' | 'withdraw' | 'without-quorum'
  resolutionId: string
  consequence: ReactNode
  pending: string
  tone?: 'primary' | 'secondary' | 'danger'
  children: ReactNode
}

/** One act on one resolution; what it does is written above its button, which names it. */
export function QuickPress({ act, resolutionId, consequence, pending, tone = 'primary', children }: QuickPressProps) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="resolutionId" value={resolutionId} />
      <FormActions consequence={consequence}>
        <SubmitButton tone={tone} pending={pending}>
          {children}
        </SubmitButton>
      </FormActions>
    </Form>
  )
}
