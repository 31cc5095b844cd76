import { expect, it } from 'vitest'
import { signatureFault, signatureText } from '~/meetings/session/signature'
import { ownArrivalForm } from '~/meetings/session/arrival.form'
import { DRAWN } from './support'

const memberId = '01890000-0000-7000-8000-000000000000'

it('a drawing or a typed name signs; a dot does not', () => {
  expect(signatureFault({ signature: DRAWN })).toBeNull()
  expect(signatureFault({ typedName: 'Anne Martin' })).toBeNull()
  expect(signatureFault({ signature: 'M1 1L1 1' })).toContain('trop court')
  expect(signatureFault({})).toContain('Signez')
  expect(signatureText({ signature: DRAWN, typedName: 'Anne Martin' })).toBe(DRAWN)
})

it('what is not a drawing is no signature', () => {
  for (const signature of ['M1 1', 'M1 1L2 2"/><script>', 'C1 1 2 2', 'M1,1L2,2'])
    expect(ownArrivalForm.safeParse({ memberId, code: '123456', signature }).success).toBe(false)
})

it('the code of the room is read however it is typed', () => {
  expect(ownArrivalForm.parse({ memberId, code: ' 123 456 ', signature: DRAWN }).code).toBe('123456')
  expect(ownArrivalForm.safeParse({ memberId, code: '12345', signature: DRAWN }).success).toBe(false)
  expect(ownArrivalForm.safeParse({ memberId, signature: DRAWN }).error?.issues[0]?.path).toEqual(['code'])
  expect(ownArrivalForm.safeParse({ memberId, mode: 'VIDEO', signature: DRAWN }).success).toBe(true)
})
