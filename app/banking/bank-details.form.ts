import { z } from 'zod'
import { identifier } from '~/members/identity/member.form'
import { checkBic, checkIban } from './iban'

export const bankDetailsForm = z.object({ iban: identifier(checkIban), bic: identifier(checkBic) })
