import { z } from 'zod'
import { identityFields } from '~/members/identity/member.form'

const { phone, street, postcode, town } = identityFields.person

/** What a member corrects by himself: where and how to reach him. */
export const contactForm = z.object({ memberId: z.uuid(), phone, street, postcode, town })
