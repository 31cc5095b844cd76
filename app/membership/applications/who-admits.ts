import { capital } from '~/statutes/french'
import { organ, type Organ } from '~/statutes/organs'
import type { Statutes } from '~/statutes/schema'

/** Who admits an active member (6.2-a), as pages and mails say it. */
export type Admitting = {
  organ: Organ
  /** « Le Bureau », « Le président » */
  name: string
  /** the Bureau agrees by unanimity; another organ decides as it always does */
  unanimous: boolean
}

export function whoAdmits({ admission }: Statutes): Admitting {
  const { by } = admission.active
  const name = organ(by)
  return { organ: by, name: capital(name), unanimous: by === 'bureau' }
}

/** « Le Bureau agrée les membres actifs à l’unanimité, sans motif à donner » */
export const admittingRule = ({ name, unanimous }: Admitting): string =>
  `${name} agrée les membres actifs${unanimous ? ' à l’unanimité' : ''}, sans motif à donner`
