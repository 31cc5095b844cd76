import { meetingFacts } from '~/meetings/session/facts.server'
import { demandChair } from '~/meetings/session/rights.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { demandVerified } from '~/platform/http/verify.server'
import { list, plural } from '~/ui/format'
import type { ActShown } from '~/ui/verify-act'
import { ballotBox } from './box/ballot-box.server'
import { asksBureauUnanimity, requirementsOf } from './counted-ballot'
import { demandManualCount } from './demand-manual-count.server'
import { loadResolution, type LoadedResolution } from './load-resolution.server'
import type { ManualCount } from './manual-count'
import { participation } from './participation.query.server'
import { readQuorum } from './stored-quorum'

type FinalAct = 'close' | 'count' | 'without-quorum' | 'annul' | 'withdraw'
type Asked = { form: FormData; act: FinalAct; resolutionId: string; count?: ManualCount }
type Words = Pick<ActShown, 'title' | 'facts' | 'act' | 'pending' | 'tone' | 'consequence'>

const TAKES_EFFECT = 'C’est définitif : le résultat est proclamé et prend effet aussitôt.'
const BEGUN = ['PENDING', 'ONLINE', 'OPEN']

/**
 * What ends a ballot is read once more by the chair before it is done. Sealed: the act and its resolution, not who has voted
 * meanwhile. Nothing to read where the resolution is decided: the command answers.
 */
export async function verifyBallotAct(ctx: Context, { form, act, resolutionId, count }: Asked): Promise<void> {
  const resolution = await loadResolution(ctx.db, resolutionId)
  demandChair(ctx.actor, resolution.meeting)
  if (!BEGUN.includes(resolution.state)) return
  if (count && resolution.state === 'OPEN') await demandRightCount(ctx, resolution, count)
  const { facts, ...words } = count ? counted(resolution, count) : await WORDS[act](ctx, resolution)
  const { number, title, meetingId } = resolution
  const about = `Résolution ${number}\u00a0: ${title}.`
  const shown = { ...words, facts: [about, ...facts], back: `/assemblees/${meetingId}/scrutins` }
  demandVerified(form, shown, { act, resolutionId, about })
}

const WORDS: Record<FinalAct, (ctx: Context, resolution: LoadedResolution) => Words | Promise<Words>> = {
  close,
  count: close,
  annul: async (ctx, { id, number }) => ({
    title: `annuler le scrutin de la résolution ${number}`,
    facts: [await votedSentence(ctx, id)],
    act: 'Annuler ce scrutin et revoter',
    pending: 'Annulation en cours',
    tone: 'danger',
    consequence:
      'Les votes reçus sont détruits sans être comptés, et chacun vote de nouveau. C’est définitif, et le journal le dit.',
  }),
  'without-quorum': (_, { number }) => ({
    title: `constater l’absence de quorum pour la résolution ${number}`,
    facts: ['Sans quorum, elle ne peut pas être votée à cette séance.'],
    act: 'Constater l’absence de quorum',
    pending: 'Constat en cours',
    tone: 'danger',
    consequence: 'Le constat est définitif : la résolution reste sans effet.',
  }),
  withdraw: async ({ db }, { id, number }) => ({
    title: `retirer la résolution ${number}`,
    facts: [lostSentence((await ballotBox.used(db, { resolutionId: id })).length)],
    act: 'Retirer définitivement',
    pending: 'Retrait en cours',
    tone: 'danger',
    consequence: 'Elle ne sera pas votée. C’est définitif, et le procès-verbal le dit.',
  }),
}

async function close(ctx: Context, { id, number }: LoadedResolution): Promise<Words> {
  return {
    title: `clore le scrutin de la résolution ${number}`,
    facts: [await votedSentence(ctx, id)],
    act: 'Clore et proclamer',
    pending: 'Clôture en cours',
    tone: 'primary',
    consequence: TAKES_EFFECT,
  }
}

/** A count that does not add up is refused at the first press, beside its fields. */
async function demandRightCount({ db }: Context, resolution: LoadedResolution, count: ManualCount): Promise<void> {
  const requirements = requirementsOf(
    await meetingFacts(db, resolution.meetingId),
    readQuorum(resolution.quorum)?.basis !== 'second',
  )
  const decides = requirements[0]?.unit ?? 'voices'
  const headsAlone = asksBureauUnanimity(resolution.meeting, resolution)
  await transact(db, (tx) => demandManualCount(tx, resolution, count, { decides, headsAlone }))
}

const UNITS = { voices: 'en voix', members: 'en membres' } as const

const counted = ({ number }: LoadedResolution, count: ManualCount): Words => ({
  title: `proclamer le résultat de la résolution ${number}`,
  facts: (['voices', 'members'] as const).flatMap((unit) => {
    const totals = count[unit]
    if (!totals) return []
    const { for: pro, against, blank, abstained } = totals
    return `Décompte ${UNITS[unit]}\u00a0: pour ${pro}, contre ${against}, blancs ${blank}, abstentions ${abstained}.`
  }),
  act: 'Proclamer ce résultat',
  pending: 'Clôture en cours',
  tone: 'primary',
  consequence: TAKES_EFFECT,
})

async function votedSentence({ db }: Context, resolutionId: string): Promise<string> {
  const { people, voted, all } = await participation(db, resolutionId)
  const left = people.filter((person) => !person.voted).map(({ label }) => label)
  if (left.length === 0) return `Tous ont voté : ${plural(all.members, 'votant')}.`
  const who = left.length <= FEW ? `\u00a0: ${list(left)}` : ''
  return `${plural(voted.members, 'votant a voté', 'votants ont voté')} sur ${all.members}. ${plural(left.length, 'n’a pas voté', 'n’ont pas voté')}${who}.`
}

/** Named one by one below that. */
const FEW = 6

const lostSentence = (votes: number) =>
  votes === 0
    ? 'Aucun vote n’a été reçu.'
    : `${plural(votes, 'vote déjà reçu ne sera jamais compté', 'votes déjà reçus ne seront jamais comptés')}.`
