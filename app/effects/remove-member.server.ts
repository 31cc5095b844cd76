import { statutesInForce } from '~/association/in-force.server'
import { ladderFacts } from '~/dues/ladder/facts.server'
import { nextStep } from '~/statutes/dues-ladder'
import { organ } from '~/statutes/organs'
import { reason, unlawful } from '~/statutes/ruling'
import type { Carrier, Decided } from './carrier'

const voted = ({ meeting, source, date, resolutionId }: Decided, duesId: string) => ({
  ...{ duesId, resolutionId, on: date, organ: meeting.body },
  by: `${organ(meeting.body)} (${source})`,
})

export const removeMember: Carrier<'remove-member'> = {
  /** 6.4-b: judged as the step « listed » that convening takes, or, on an agenda again, as the vote itself. */
  foresee: async ({ tx, today }, { duesId }) => {
    const [[row], { statutes }] = await Promise.all([ladderFacts(tx, [duesId], today), statutesInForce(tx, today)])
    const next = row ? nextStep(statutes, row, today) : null
    if (next && !next.over) return next.ruling
    const over = 'Cette cotisation est réglée, ou son dossier est clos : retirez cette résolution de l’ordre du jour.'
    return unlawful(reason('6.4-b', over))
  },
  adopt: (act, { memberId, duesId }) => act.above.remove(act.tx, act.ctx, { memberId, ...voted(act, duesId) }),
  reject: (act, { duesId }) => act.above.keepMember(act.tx, act.ctx, voted(act, duesId)),
}
